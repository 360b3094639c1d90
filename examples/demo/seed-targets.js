// What the made-up company is to reach, set over two years by those who may: some of it is met, some missed, some not clear yet, one
// was corrected, one has ended, one is to come, and one team has its own.
import { findPerson } from './people.js';
import { principalOf } from './sign-in.js';

const day = 86_400_000;
const morning = 9 * 3_600_000;

/**
 * @typedef {object} SeededTarget
 * @property {number} daysAgo on which it was set
 * @property {string} by id of a person of the demo
 * @property {string} measure
 * @property {string} [team] absent means the organisation's
 * @property {number} value
 * @property {string} owner
 * @property {number} from days ago of its first day
 * @property {number} [until] days ago of its last day
 * @property {string} reason
 * @property {number} [expect] revision of what is changed
 */

const ingrid = 'Ingrid Solberg';

/** @type {readonly SeededTarget[]} */
const targets = [
  {
    ...{ daysAgo: 620, by: 'manager-1', measure: 'P1', value: 0.4, owner: ingrid, from: 620 },
    reason: 'A start: two of five items are to be used at all',
  },
  {
    ...{ daysAgo: 600, by: 'manager-1', measure: 'P12', value: 0.6, owner: 'Clara Weiss', from: 600 },
    reason: 'What is promised is to be kept',
  },
  {
    ...{ daysAgo: 400, by: 'manager-1', measure: 'P5', value: 0.8, owner: 'Clara Weiss', from: 395 },
    reason: 'Sales waited too long for answers last year',
  },
  {
    ...{ daysAgo: 400, by: 'manager-1', measure: 'P4', value: 7, owner: 'Tomás Rivera', from: 395 },
    reason: 'A first answer within a week',
  },
  {
    ...{ daysAgo: 350, by: 'manager-1', measure: 'P8', value: 0.1, owner: 'Clara Weiss', from: 350 },
    reason: 'Nobody should present old prices',
  },
  {
    ...{ daysAgo: 260, by: 'manager-1', measure: 'T2', value: 0.75, owner: ingrid, from: 260 },
    reason: 'A low rating without a reason helps nobody',
  },
  {
    ...{ daysAgo: 250, by: 'manager-1', measure: 'T1', value: 0.12, owner: ingrid, from: 250 },
    reason: 'Without ratings nobody knows what works',
  },
  {
    ...{ daysAgo: 240, by: 'manager-1', measure: 'T1', value: 0.2, owner: 'Amara Osei', from: 240 },
    ...{ team: 'commercial-sales-uk-and-ireland', reason: 'The largest team wants to lead by example' },
  },
  {
    ...{ daysAgo: 200, by: 'admin-1', measure: 'P8', value: 0.2, owner: 'Clara Weiss', from: 350, expect: 1 },
    reason: 'One in ten was out of reach with a third of the catalogue overdue; agreed with Clara Weiss',
  },
  {
    ...{ daysAgo: 180, by: 'manager-1', measure: 'P12', value: 0.6, owner: 'Clara Weiss', from: 600, until: 150 },
    ...{ expect: 1, reason: 'Promises are planned quarter by quarter from now on' },
  },
  {
    ...{ daysAgo: 170, by: 'manager-1', measure: 'P1', value: 0.5, owner: ingrid, from: 165 },
    reason: 'Two of five was reached; now half of the catalogue',
  },
  {
    ...{ daysAgo: 20, by: 'manager-1', measure: 'P3', value: 0.65, owner: 'Tomás Rivera', from: -30 },
    reason: 'Once the new decks are out',
  },
];

/**
 * Sets the targets through the real route, each at its time.
 *
 * @param {import('./history.js').Call} call
 */
export async function setTargets(call) {
  for (const { daysAgo, by, team, from, until, expect = 0, ...values } of targets) {
    const person = findPerson(by);
    if (!person) throw new Error(`The demo has nobody with the id ${by}.`);
    const command = {
      ...values,
      subject: team === undefined ? 'organisation' : 'team',
      id: team ?? null,
      from: dayOf(from),
      until: until === undefined ? null : dayOf(until),
      expect,
    };
    await call('/v1/targets', 'PUT', command, midnight() - daysAgo * day + morning, principalOf(person));
  }
}

/** @param {number} daysAgo */
function dayOf(daysAgo) {
  return new Date(midnight() - daysAgo * day).toISOString().slice(0, 10);
}

function midnight() {
  return Math.floor(Date.now() / day) * day;
}
