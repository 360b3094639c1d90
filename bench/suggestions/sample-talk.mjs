// What people of a large company said to each other: suggestions and votes that are the same at every run.
/** @import { Fact } from '@collateral/server-adapter' */

export const itemCount = 3_500;
export const suggestionCount = Number(process.env['SUGGESTIONS'] ?? 100_000);
export const voteCount = suggestionCount * 10;
const people = 20_000;
const vocabulary = 8_000;
const start = Date.UTC(2025, 0, 1);

// mulberry32: the same numbers on every machine.
export function randomFrom(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Numbers from 0 on of which each comes less often than the one before (Zipf's law). */
function zipf(/** @type {number} */ count) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) sums[rank] = sum += 1 / (rank + 1);
  return (/** @type {() => number} */ random) => {
    const wanted = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Picks an item as people visit them: the first of 3 500 gets every ninth visit. */
export const pickItem = zipf(itemCount);
const pickWord = zipf(vocabulary);
const syllables = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'xo', 'zu', 'an'];

/** A word of the made-up language; the first ones are short and in every second text, as in other languages. */
function word(/** @type {number} */ rank) {
  let text = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length];
  return text;
}

export function randomText(/** @type {() => number} */ random, least = 6, most = 30) {
  const count = least + Math.floor(random() * (most - least));
  return Array.from({ length: count }, () => word(pickWord(random))).join(' ');
}

export const itemName = (/** @type {number} */ number) => `deck-${number}`;
export const suggestionId = (/** @type {number} */ number) => idOf(1, number);
const idOf = (/** @type {number} */ kind, /** @type {number} */ number) =>
  `0189000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/**
 * Every fact, in the order it happened: a suggestion, then ten votes for it or for one of the thousands before it.
 *
 * @returns {Generator<Fact>}
 */
export function* everyFact() {
  const random = randomFrom(1);
  let vote = 0;
  for (let number = 0; number < suggestionCount; number += 1) {
    const time = start + number * 300_000;
    yield factAt(time, {
      id: suggestionId(number),
      actorId: `person-${Math.floor(random() * people)}`,
      type: 'suggestion',
      collateralId: itemName(pickItem(random)),
      version: 'v1',
      detail: { body: randomText(random) },
    });
    for (let turn = 0; turn < 10; turn += 1) {
      // The square of a random number: what is new and what is liked gets most votes, and a few get thousands.
      const liked = random() < 0.5 ? number - Math.floor(random() ** 3 * number) : Math.floor(random() ** 4 * number);
      yield factAt(time + turn + 1, {
        id: idOf(2, (vote += 1)),
        actorId: `person-${Math.floor(random() * people)}`,
        type: 'vote',
        collateralId: null,
        version: null,
        detail: { suggestionId: suggestionId(liked), on: random() < 0.9 },
      });
    }
  }
}

/** @returns {Fact} */
function factAt(
  /** @type {number} */ time,
  /** @type {Pick<Fact, 'id' | 'actorId' | 'type' | 'collateralId' | 'version' | 'detail'>} */ fact,
) {
  const instant = new Date(time).toISOString();
  return {
    ...fact,
    occurredAt: instant,
    receivedAt: instant,
    effectiveAt: instant,
    day: instant.slice(0, 10),
    slot: Math.floor(time / 1_800_000),
    team: 'sales',
    excluded: null,
    context: null,
  };
}
