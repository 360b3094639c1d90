// Three companies to try things on (docs/metrics.md, "What realistic data looks like").

/**
 * @typedef {object} Size
 * @property {number} staff
 * @property {number} users people who open anything at all
 * @property {number} teamUse share of a sales team that does
 * @property {number} items
 * @property {number} producers
 * @property {number} viewsPerDay on average over all days of a week
 * @property {number} zipf exponent with which the use of items falls by rank; it makes the top tenth take 72 % once 45 % of
 *   the items are never opened
 */

/** @type {Readonly<Record<'S' | 'M' | 'L', Size>>} */
export const sizes = Object.freeze({
  S: { staff: 500, users: 120, teamUse: 0.6, items: 400, producers: 12, viewsPerDay: 432, zipf: 1.006 },
  M: { staff: 5_000, users: 1_500, teamUse: 0.6, items: 3_500, producers: 90, viewsPerDay: 5_400, zipf: 0.901 },
  L: { staff: 100_000, users: 100_000, teamUse: 1, items: 60_000, producers: 1_500, viewsPerDay: 360_000, zipf: 0.849 },
});
