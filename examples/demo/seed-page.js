// The ten items on the demo's page: the views and ratings of colleagues, and what was suggested, answered and done about them.
import { createRandom } from '../data/random.js';
import { catalogue } from './catalogue.js';
import { pageSuggestions } from './page-suggestions.js';
import { findPerson, raters } from './people.js';
import { principalOf } from './sign-in.js';

const day = 86_400_000;

/** @typedef {import('./people.js').Person} Person */

/**
 * Sends the views and ratings of the ten items on the page: with random numbers that are the same for everybody.
 *
 * @param {import('./history.js').Call} call
 * @param {number} days of history
 */
export async function ratePage(call, days) {
  const random = createRandom(42, 'page');
  for (const [index, person] of raters.entries()) {
    const severity = random.normal(0, 0.4);
    const chosen = catalogue.filter((entry) => index >= raters.length - entry.raters);
    for (const { item, appeal } of chosen)
      await send(call, person, viewAndRating(item, appeal + severity, days, random));
  }
}

/** Sends what was suggested, in the order of time. @param {import('./history.js').Call} call */
export async function suggestOnPage(call) {
  const random = createRandom(42, 'page suggestions');
  const ids = new Map(pageSuggestions.map(({ key, daysAgo }) => [key, random.id(timeOf(daysAgo))]));
  const events = pageSuggestions.flatMap((suggestion) => eventsOf(suggestion, ids, random));
  for (const { at, run } of events.sort((one, other) => one.at - other.at)) await run(call, at);
}

/**
 * @param {import('./page-suggestions.js').PageSuggestion} suggestion
 * @param {ReadonlyMap<string, string>} ids
 * @param {import('../data/random.js').Random} random
 * @returns {{ at: number, run: (call: import('./history.js').Call, at: number) => Promise<unknown> }[]}
 */
function eventsOf({ key, item, by, daysAgo, body, place, votes, replies = [], steps = [] }, ids, random) {
  const suggestionId = ids.get(key) ?? '';
  const said = [
    {
      by,
      daysAgo,
      fields: {
        type: 'suggestion',
        id: suggestionId,
        body,
        ...(item && { collateralId: item }),
        ...(place && { place }),
      },
    },
    ...replies.map((reply) => ({ ...reply, fields: { type: 'reply', suggestionId, body: reply.body } })),
    ...random
      .shuffled(raters)
      .filter(({ id }) => id !== personOf(by).id)
      .slice(0, votes)
      .map(({ id }) => ({
        by: id,
        daysAgo: daysAgo * random.between(0.3, 0.99),
        fields: { type: 'vote', suggestionId, on: true },
      })),
  ];
  return [
    ...said.map((one) => ({
      at: timeOf(one.daysAgo),
      run: (/** @type {import('./history.js').Call} */ call, /** @type {number} */ at) =>
        send(call, personOf(one.by), [{ id: random.id(at), occurredAt: new Date(at).toISOString(), ...one.fields }]),
    })),
    ...steps.map(({ name, fields, dueInDays, ...step }, expect) => ({
      at: timeOf(step.daysAgo),
      run: (/** @type {import('./history.js').Call} */ call, /** @type {number} */ at) => {
        const dueAt = dueInDays === undefined ? {} : { dueAt: new Date(timeOf(-dueInDays)).toISOString().slice(0, 10) };
        const into = 'into' in fields ? { into: ids.get(String(fields['into'])) } : {};
        const body = { id: random.id(at), expect, ...fields, ...dueAt, ...into };
        return call(`/v1/suggestions/${suggestionId}/${name}`, 'POST', body, at, principalOf(personOf(step.by)));
      },
    })),
  ];
}

/**
 * One view and the rating after it, since the current version came out: a low rating in the last twenty days, as its owner has not
 * answered yet, any other at some time.
 *
 * @param {import('@collateral/sdk/contract').Item} item
 * @param {number} appeal mean of this person's rating
 * @param {number} days of history
 * @param {import('../data/random.js').Random} random
 */
function viewAndRating(item, appeal, days, random) {
  const collateralId = item.id;
  const liveDays = (Date.now() - Date.parse(item.versions?.at(-1)?.publishedAt ?? '')) / day;
  const share = 0.05 + random.next() * 0.9;
  const activeMs = Math.round(random.between(10_000, 130_000));
  const value = Math.min(5, Math.max(1, Math.round(random.normal(appeal, 0.7))));
  const viewedAt = Date.now() - share * Math.min(value <= 2 ? 20 : Math.max(20, days), liveDays) * day;
  const view = {
    type: 'view',
    id: random.id(viewedAt),
    occurredAt: new Date(viewedAt).toISOString(),
    collateralId,
    viewId: random.id(viewedAt),
    activeMs,
    visibleMs: activeMs + 2_000,
    progress: Math.round(random.next() * 100) / 100,
  };
  const ratedAt = viewedAt + activeMs;
  const id = random.id(ratedAt);
  const rating = {
    type: 'rating',
    id,
    occurredAt: new Date(ratedAt).toISOString(),
    collateralId,
    value,
    scaleId: 'collateral-5@1',
    ...(value <= 2 && { reasons: [random.chance(0.6) ? 'outdated' : 'wrong-audience'] }),
    // One in three wants the owner to know.
    ...(value <= 2 && Number.parseInt(id.slice(-6), 16) % 3 === 0 && { tellOwner: true }),
  };
  return /** @type {const} */ ([view, rating]);
}

/** Sends events on behalf of a person. @param {import('./history.js').Call} call @param {Person} person @param {readonly (Readonly<Record<string, unknown>> & { occurredAt: string })[]} events */
export function send(call, { id: actorId, team, producerIds }, events) {
  const sentAt = events.at(-1)?.occurredAt ?? '';
  const onBehalfOf = { actorId, team, ...(producerIds && { producerIds }) };
  const own = events.map((event) => ({ ...event, onBehalfOf }));
  const batch = { protocol: 1, batchId: `page-${actorId}`, sentAt, events: own };
  return call('/v1/events', 'POST', batch, Date.parse(sentAt) + 1_000);
}

/** @param {string | number} by @returns {Person} */
function personOf(by) {
  const person = typeof by === 'number' ? raters[by] : findPerson(by);
  if (!person) throw new Error(`There is nobody called ${by}.`);
  return person;
}

/** @param {number} daysAgo */
function timeOf(daysAgo) {
  return Date.now() - Math.round(daysAgo * day);
}
