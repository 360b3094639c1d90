// A small seeded generator and the distributions made from it, so that everybody gets the same data.

/**
 * @typedef {object} Random
 * @property {() => number} next evenly from 0 up to 1
 * @property {(least: number, most: number) => number} between evenly
 * @property {(share: number) => boolean} chance true in that share of calls
 * @property {(mean: number, deviation: number) => number} normal
 * @property {(median: number, spread: number) => number} logNormal `spread` is the deviation of the logarithm
 * @property {(mean: number) => number} poisson
 * @property {<T>(choices: readonly T[]) => T} pick
 * @property {<T>(list: readonly T[]) => T[]} shuffled a copy
 * @property {(time: number) => string} id a UUID of version 7
 */

/**
 * Makes a generator (sfc32 by Chris Doty-Humphrey, PractRand). Another word gives a stream that has nothing to do with the first.
 *
 * @param {number} seed
 * @param {string} [word] which of the many streams of this seed
 * @returns {Random}
 */
export function createRandom(seed, word = '') {
  let a = hash(word, seed | 0);
  let b = hash(`${word}b`, a);
  let c = hash(`${word}c`, b);
  let counter = 1;
  const bits = () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  };
  for (let round = 0; round < 15; round += 1) bits();

  const next = () => bits() / 4_294_967_296;
  const normal = (/** @type {number} */ mean, /** @type {number} */ deviation) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    normal,
    between: (least, most) => least + (most - least) * next(),
    chance: (share) => next() < share,
    logNormal: (median, spread) => median * Math.exp(normal(0, spread)),
    poisson(mean) {
      // Beyond fifty the normal one is as good and does not take longer with the mean.
      if (mean > 50) return Math.max(0, Math.round(normal(mean, Math.sqrt(mean))));
      const floor = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > floor; product *= next()) count += 1;
      return count;
    },
    pick(choices) {
      const choice = choices[Math.floor(next() * choices.length)];
      if (choice === undefined) throw new Error('There is nothing to choose from.');
      return choice;
    },
    shuffled(list) {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1));
        const kept = /** @type {typeof copy[number]} */ (copy[last]);
        copy[last] = /** @type {typeof copy[number]} */ (copy[other]);
        copy[other] = kept;
      }
      return copy;
    },
    id(time) {
      const clock = Math.floor(time).toString(16).padStart(12, '0');
      const tail = hex(bits()) + hex(bits());
      const head = hex(bits());
      const variant = '89ab'[bits() & 3];
      return `${clock.slice(0, 8)}-${clock.slice(8)}-7${head.slice(0, 3)}-${variant}${head.slice(3, 6)}-${tail.slice(0, 12)}`;
    },
  };
}

/**
 * Chooses places of a list by weight in constant time (the alias method of A. J. Walker, 1977).
 *
 * @param {readonly number[]} weights
 * @returns {(random: Random) => number} gives an index
 */
export function createChooser(weights) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => (weight * weights.length) / sum);
  const alias = weights.map((_, index) => index);
  const small = shares.flatMap((share, index) => (share < 1 ? [index] : []));
  const large = shares.flatMap((share, index) => (share >= 1 ? [index] : []));
  while (small.length > 0 && large.length > 0) {
    const less = /** @type {number} */ (small.pop());
    const more = /** @type {number} */ (large.at(-1));
    alias[less] = more;
    shares[more] = (shares[more] ?? 0) + (shares[less] ?? 0) - 1;
    if ((shares[more] ?? 0) < 1) small.push(/** @type {number} */ (large.pop()));
  }
  // What is left over by rounding is a full share.
  for (const index of [...small, ...large]) shares[index] = 1;
  return (random) => {
    const place = random.next() * weights.length;
    const index = Math.floor(place);
    return place - index < (shares[index] ?? 1) ? index : (alias[index] ?? index);
  };
}

/** @param {number} bits */
function hex(bits) {
  return bytePairs[bits >>> 16] + (bytePairs[bits & 0xffff] ?? '');
}

/** Every 16 bits in hexadecimal: ids are made by the hundred thousand. */
const bytePairs = Array.from({ length: 0x1_0000 }, (_, bits) => bits.toString(16).padStart(4, '0'));

/** FNV-1a with a last mix (murmur3). @param {string} word @param {number} seed */
function hash(word, seed) {
  let mixed = 0x811c9dc5 ^ seed;
  for (const letter of word) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
