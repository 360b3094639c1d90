// Facts of a company of size M (docs/metrics.md, realistic data), day by day and the same in every run: 13 500 a day, of 5 400 views,
// 216 ratings and 1 944 other uses. Few items get most of the use, 45 of 100 get none.
const people = 1_500;
const items = 3_500;
const itemsInUse = 1_925;
const teams = 80;
const dayMs = 86_400_000;

/** First day there are facts of. */
export const firstDay = Date.UTC(2024, 0, 1);

/** Facts of one day. */
export const factsPerDay = 13_500;

/** Numbers that look random and are the same in every run (mulberry32). */
function randomFrom(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Gives the number of an item: the popular ones come first (Zipf, s = 0.98). */
function zipf() {
  let sum = 0;
  const sums = Array.from({ length: itemsInUse }, (_, index) => (sum += (index + 1) ** -0.98));
  return (/** @type {number} */ share) => {
    let low = 0;
    for (let high = itemsInUse - 1; low < high;) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < share * sum) low = middle + 1;
      else high = middle;
    }
    return (low * 1_009) % items;
  };
}
const itemAt = zipf();

/**
 * Makes the facts of one day in the order of their time.
 *
 * @param {number} number - days after the first.
 */
export function factsOfDay(number) {
  const random = randomFrom(number + 1);
  const below = (/** @type {number} */ end) => Math.floor(random() * end);
  const start = firstDay + number * dayMs;
  let last = number * 20_000;
  /** @type {import('@collateral/server-adapter').Fact[]} */
  const facts = [];

  function about() {
    const person = below(people);
    const item = itemAt(random());
    return {
      actorId: `person-${person}`,
      collateralId: `deck-${item}`,
      version: `v${1 + Math.floor((number + (item % 200)) / 200)}`,
      team: `team-${Math.floor((person / people) ** 2 * teams)}`,
      // Two of a hundred are scripts.
      excluded: person % 50 === 0 ? /** @type {const} */ ('automation') : null,
    };
  }

  function add(
    /** @type {ReturnType<typeof about>} */ base,
    /** @type {import('@collateral/server-adapter').Fact['type']} */ type,
    /** @type {number} */ time,
    /** @type {Record<string, unknown>} */ detail,
  ) {
    last += 1;
    const effectiveAt = new Date(time).toISOString();
    // One of twenty comes late, by up to three days.
    const receivedAt = new Date(time + (last % 20 === 0 ? below(3 * dayMs) : 900)).toISOString();
    const slot = Math.floor(time / 1_800_000);
    const day = effectiveAt.slice(0, 10);
    const times = { occurredAt: effectiveAt, receivedAt, effectiveAt, day, slot };
    facts.push({ ...base, ...times, id: uuid(time, last), type, context: { surface: 'library' }, detail });
  }

  const moment = () => start + 25_200_000 + below(36_000_000);
  for (let view = 0; view < 5_400; view += 1) {
    const base = about();
    const time = moment();
    const viewId = uuid(time, 15_000 + view);
    const checkpoints = view % 10 === 0 ? 3 : 2;
    for (let checkpoint = 1; checkpoint <= checkpoints; checkpoint += 1) {
      const activeMs = checkpoint * 15_000 - below(14_500);
      const seen = { viewId, activeMs, visibleMs: activeMs + 900, progress: checkpoint / checkpoints };
      add(base, 'view', time + checkpoint * 15_000, seen);
    }
  }
  for (let rating = 0; rating < 216; rating += 1)
    add(about(), 'rating', moment(), { value: 1 + below(5), scaleId: 'collateral-5@1' });
  const actions = ['download', 'download', 'share', 'present'];
  for (let use = 0; use < 1_944; use += 1) {
    if (use % 5 === 0) add({ ...about(), collateralId: /** @type {never} */ (null) }, 'usage', moment(), search(use));
    else if (use % 7 === 0) add(about(), 'completion', moment(), { progress: 1 });
    else add(about(), 'usage', moment(), { action: actions[use % 4] });
  }
  return facts.sort((one, other) => (one.effectiveAt < other.effectiveAt ? -1 : 1));
}

function search(/** @type {number} */ use) {
  return { action: 'search', query: `pricing ${use % 50}`, results: use % 9 };
}

function uuid(/** @type {number} */ time, /** @type {number} */ number) {
  const tail = number.toString(16).padStart(15, '0');
  const head = time.toString(16).padStart(12, '0');
  return `${head.slice(0, 8)}-${head.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(3)}`;
}
