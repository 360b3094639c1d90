// A made-up company and what its people do with its collateral, day by day: for the demo, benchmarks and tests.
import { makeCatalogue } from './catalogue.js';
import { createConversationWorld } from './conversation-world.js';
import { createConversations } from './conversations.js';
import { deliver } from './deliveries.js';
import { makeHandOvers } from './hand-overs.js';
import { makeStaff } from './people.js';
import { createChooser, createRandom } from './random.js';
import { search, visit } from './sessions.js';
import { sizes } from './sizes.js';
import { truthOf } from './truth.js';
import { busyness, timeOfDay } from './working-hours.js';

const day = 86_400_000;
const mostTries = 12;
const automation = { id: 'link-checker', name: 'Link checker', perBurst: 330, share: 0.02 };

/**
 * @typedef {object} GenerateOptions
 * @property {'S' | 'M' | 'L'} size
 * @property {number} [seed] another one gives another company; 1 if left out
 * @property {string | number | Date} until nothing arrives later
 * @property {number} days how many, the last one is the day of `until`
 * @property {boolean} [everyCheckpoint] false leaves out all but the last checkpoint of each view, which says as much; true if left out
 */

/**
 * @typedef {object} Company
 * @property {import('./catalogue.js').MadeItem[]} items
 * @property {import('./people.js').Group[]} groups
 * @property {import('./people.js').Person[]} people those who use collateral, producers included
 * @property {import('./truth.js').Truth} truth what statistics should find
 * @property {() => Generator<Day>} days what people use, one day at a time, so that no size needs memory for its events; within a day
 *   in no order
 * @property {() => Generator<Day & { commands: import('./owner-answers.js').Command[] }>} history the same with what people suggest,
 *   and what owners do with it. Read all batches of a day, then do its commands in their order, then go on.
 * @property {readonly import('./hand-overs.js').HandOver[]} handOvers items that had another producer in the beginning
 */

/** @typedef {{ day: string, batches: Generator<import('./deliveries.js').Delivery> }} Day */

/**
 * @param {GenerateOptions} options
 * @returns {Company}
 */
export function generate({ size: name, seed = 1, until, days, everyCheckpoint = true }) {
  const size = sizes[name];
  const end = new Date(until).getTime();
  if (!size) throw new RangeError(`size must be S, M or L, got ${String(name)}.`);
  if (!Number.isFinite(end)) throw new RangeError(`until must be a time, got ${String(until)}.`);
  if (!Number.isInteger(days) || days < 1)
    throw new RangeError(`days must be a whole number of at least 1, got ${days}.`);
  const staff = makeStaff(size, createRandom(seed, 'staff'));
  const catalogue = makeCatalogue(size, staff, end, createRandom(seed, 'catalogue'));
  const truth = truthOf(catalogue);
  const spans = catalogue.items.map(({ id, versions, retiredAt }) => ({
    from: Date.parse(versions[0]?.publishedAt ?? ''),
    to: retiredAt === undefined ? Infinity : Date.parse(retiredAt),
    versions: versions.map(({ version, publishedAt }) => ({
      from: Date.parse(publishedAt),
      quality: truth.qualityOf(id, version),
    })),
  }));
  const choosePerson = createChooser(staff.habits.map(({ activity }) => activity));
  const chooseItem = createChooser(catalogue.popularity);
  const itemsOf = Map.groupBy(catalogue.items.keys(), (index) => catalogue.owners[index]);
  const today = Math.floor(end / day);
  const start = (today - days + 1) * day;
  const handOvers = makeHandOvers(createRandom(seed, 'hand-overs'), catalogue, staff.producers, { start, end });

  return {
    items: catalogue.items,
    groups: staff.groups,
    people: staff.people,
    truth,
    handOvers,
    *days() {
      for (const number of numbers()) yield { day: dayName(number), batches: batchesOf(number) };
    },
    *history() {
      const tools = { choosePerson, itemFor, moment, senderOf: sender };
      const world = createConversationWorld({ catalogue, staff, handOvers, ...tools });
      const conversations = createConversations({ seed, viewsPerDay: size.viewsPerDay, end, world });
      for (const number of numbers()) {
        const { batches: said, commands } = conversations.dayOf(number);
        yield { day: dayName(number), commands, batches: both(said, number, conversations) };
      }
    },
  };

  function* numbers() {
    for (let number = today - days + 1; number <= today; number += 1) yield number;
  }

  /**
   * @param {readonly import('./deliveries.js').Delivery[]} said
   * @param {number} number
   * @param {ReturnType<typeof createConversations>} conversations
   */
  function* both(said, number, conversations) {
    yield* said;
    for (const delivery of batchesOf(number)) {
      conversations.listen(delivery);
      yield delivery;
    }
  }

  /** @param {number} number days since 1970 */
  function* batchesOf(number) {
    // Each day has a stream of its own, so that a day is the same however many came before it.
    const random = createRandom(seed, `day ${number}`);
    const midnight = number * day;
    const views = random.poisson(size.viewsPerDay * busyness(midnight));
    for (let count = 0; count < views; count += 1) {
      const person = choosePerson(random);
      const events = visitOf(random, person, midnight);
      if (events) yield* deliver(random, events, sender(person), end);
      if (random.chance(0.1))
        yield* deliver(
          random,
          [search(random, habitsOf(person), moment(random, person, midnight))],
          sender(person),
          end,
        );
    }
    yield* linkCheck(random, number, midnight);
  }

  /** @param {import('./random.js').Random} random @param {number} person @param {number} midnight */
  function visitOf(random, person, midnight) {
    const at = moment(random, person, midnight);
    const index = itemFor(random, person, at);
    const item = catalogue.items[index];
    if (!item) return null;
    return visit(random, {
      item,
      quality: qualityAt(index, at),
      habits: habitsOf(person),
      at,
      isWholeView: everyCheckpoint,
    });
  }

  /**
   * Something that is out at that time and mostly something meant for this person; a producer looks at their own work half of
   * the time.
   *
   * @param {import('./random.js').Random} random
   * @param {number} person
   * @param {number} at
   */
  function itemFor(random, person, at) {
    const own = itemsOf.get(staff.people[person]?.producerIds?.[0] ?? null);
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const index = own && random.chance(0.5) ? random.pick(own) : chooseItem(random);
      const span = spans[index];
      const region = catalogue.regionsOfItems[index] ?? null;
      if (!span || span.from > at || span.to < at || catalogue.popularity[index] === 0) continue;
      if (region === null || region === staff.habits[person]?.region || random.chance(0.15)) return index;
    }
    return -1;
  }

  /** @param {import('./random.js').Random} random @param {number} person @param {number} midnight */
  function moment(random, person, midnight) {
    return Math.round(midnight + timeOfDay(random) - personOf(person).utcOffsetHours * 3_600_000);
  }

  /** @param {number} person */
  function habitsOf(person) {
    return /** @type {import('./people.js').Habits} */ (staff.habits[person]);
  }

  /** @param {number} person */
  function personOf(person) {
    return /** @type {import('./people.js').Person} */ (staff.people[person]);
  }

  /** @param {number} person */
  function sender(person) {
    const { id, team, producerIds } = personOf(person);
    return { actorId: id, team, producerIds: producerIds ?? [], clockSkewMs: habitsOf(person).clockSkewMs };
  }

  /** @param {number} index @param {number} at */
  function qualityAt(index, at) {
    return spans[index]?.versions.findLast(({ from }) => from <= at)?.quality ?? NaN;
  }

  /**
   * A program that opens item after item within one minute, and says so: two of a hundred events.
   *
   * @param {import('./random.js').Random} random
   * @param {number} number
   * @param {number} midnight
   */
  function* linkCheck(random, number, midnight) {
    const perDay = size.viewsPerDay * 2.5 * automation.share;
    const burst = Math.max(automation.perBurst, Math.round(perDay));
    if (Math.floor((number * perDay) / burst) === Math.floor(((number - 1) * perDay) / burst)) return;
    const at = midnight + 2 * 3_600_000;
    const out = catalogue.items.filter((_, index) => (spans[index]?.from ?? Infinity) <= at);
    const events = Array.from({ length: burst }, (_, index) => {
      const time = Math.floor(at + (index / burst) * 59_000);
      const activeMs = Math.round(random.between(50, 9_000));
      const collateralId = random.pick(out).id;
      const context = { automation: true };
      const base = { type: /** @type {const} */ ('view'), collateralId, viewId: random.id(time), progress: 0, context };
      return { ...base, id: random.id(time), occurredAt: new Date(time).toISOString(), activeMs, visibleMs: activeMs };
    });
    const sender = { actorId: automation.id, team: null, producerIds: [], clockSkewMs: 0 };
    for (let first = 0; first < events.length; first += 400)
      yield* deliver(random, events.slice(first, first + 400), sender, end);
  }
}

/** @param {number} number days since 1970 */
function dayName(number) {
  return new Date(number * day).toISOString().slice(0, 10);
}
