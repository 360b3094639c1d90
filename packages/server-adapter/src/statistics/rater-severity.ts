import { requireNumber } from './require-number.js';

/** One counted rating. */
export interface RatingOfItem {
  readonly itemId: string;
  readonly raterId: string;
  /** In points. */
  readonly value: number;
}

/** How strict people are and how good items are, each told apart from the other. */
export interface RaterSeverity {
  /** μ: mean of all ratings, in points. */
  readonly mean: number;
  /** b_i: how far each item lies above the mean. */
  readonly items: ReadonlyMap<string, number>;
  /** b_u: how much higher each person rates than others do; negative means stricter. */
  readonly raters: ReadonlyMap<string, number>;
}

/** How far the estimates are pulled to 0, and who gets one. */
export interface RaterSeverityOptions {
  /** L_u: imagined ratings without severity of each person. @defaultValue 10 */
  readonly raterStrength?: number;
  /** L_i: imagined ratings at the mean of each item. @defaultValue 25 */
  readonly itemStrength?: number;
  /** People who rated fewer items get no estimate. @defaultValue 5 */
  readonly leastItems?: number;
}

/**
 * Estimates how strict each person is, so that an item rated by strict people is not taken for a weak one.
 *
 * b_i = Σ(r−μ) / (L_i+n_i), then b_u = Σ(r−μ−b_i) / (L_u+n_u); Y. Koren, "Factor in the Neighbors", ACM TKDD 4 (2010), section 2.1.
 *
 * @param ratings - the live rating of each person and item, at least one.
 * @throws CollateralError `invalid-option` without ratings, for a value that is no number and for a strength below 0.
 */
export function raterSeverity(
  ratings: readonly RatingOfItem[],
  { raterStrength = 10, itemStrength = 25, leastItems = 5 }: RaterSeverityOptions = {},
): RaterSeverity {
  requireNumber('ratings.length', ratings.length, { least: 1 });
  requireNumber('raterStrength', raterStrength, { least: 0 });
  requireNumber('itemStrength', itemStrength, { least: 0 });
  requireNumber('leastItems', leastItems, { least: 1, isWhole: true });
  let sum = 0;
  ratings.forEach(({ value }, index) => {
    requireNumber(`ratings[${index}].value`, value);
    sum += value;
  });
  const mean = sum / ratings.length;
  const ofItems = new Map<string, Tally>();
  for (const { itemId, value } of ratings) add(ofItems, itemId, itemId, value - mean);
  const items = shrink(ofItems, itemStrength, 1);
  const ofRaters = new Map<string, Tally>();
  for (const { itemId, raterId, value } of ratings) {
    add(ofRaters, raterId, itemId, value - mean - (items.get(itemId) ?? 0));
  }
  return { mean, items, raters: shrink(ofRaters, raterStrength, leastItems) };
}

interface Tally {
  count: number;
  above: number;
  readonly items: Set<string>;
}

function add(tallies: Map<string, Tally>, key: string, itemId: string, above: number): void {
  const tally = tallies.get(key) ?? { count: 0, above: 0, items: new Set() };
  tally.count += 1;
  tally.above += above;
  tally.items.add(itemId);
  tallies.set(key, tally);
}

function shrink(tallies: ReadonlyMap<string, Tally>, strength: number, leastItems: number): Map<string, number> {
  const known = [...tallies].filter(([, { items }]) => items.size >= leastItems);
  return new Map(known.map(([key, { above, count }]) => [key, above / (strength + count)]));
}
