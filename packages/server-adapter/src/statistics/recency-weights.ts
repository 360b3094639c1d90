import { requireNumber } from './require-number.js';
import { weightedMean, type WeightedMean } from './weighted-mean.js';

/** A rating and how long ago it was given. */
export interface AgedRating {
  /** In points. */
  readonly value: number;
  /** Days since it was given, from 0. */
  readonly ageDays: number;
}

/** Days after which a rating weighs half. */
const recencyHalfLifeDays = 180;

/**
 * Averages ratings so that recent ones weigh more.
 *
 * w = 2^(−age / half-life), mean Σwr / Σw, n_eff = (Σw)² / Σw².
 *
 * @throws CollateralError `invalid-option` without ratings, for an age below 0, a half-life of 0 or less, and numbers that are none.
 */
export function recencyMean(ratings: readonly AgedRating[], halfLifeDays: number = recencyHalfLifeDays): WeightedMean {
  requireNumber('halfLifeDays', halfLifeDays, { least: Number.MIN_VALUE });
  requireNumber('ratings.length', ratings.length, { least: 1 });
  // Only differences of age matter, so the youngest weighs 1: weights of very old ratings would all round to 0.
  const youngest = ratings.reduce((least, { ageDays }) => Math.min(least, ageDays), Infinity);
  return weightedMean(
    ratings.map(({ value, ageDays }, index) => {
      requireNumber(`ratings[${index}].value`, value);
      requireNumber(`ratings[${index}].ageDays`, ageDays, { least: 0 });
      return { value, weight: 2 ** ((youngest - ageDays) / halfLifeDays) };
    }),
  );
}
