import { CollateralError } from '@collateral/sdk/contract';
import { dirichletMean, z95 } from './dirichlet.js';
import type { Interval } from './interval.js';
import { normalCdf } from './normal.js';
import { requireCounts, requireNumber } from './require-number.js';
import { studentFactor } from './student-t.js';

/** How much better a version is rated than the one before. */
export interface VersionLift {
  /** Mean of the new version minus mean of the old one, in points. */
  readonly difference: number;
  /** Of the difference, in points. */
  readonly standardError: number;
  /** 95 % around the difference. */
  readonly interval: Interval;
  /** Chance that the new version is better, 0 to 1. */
  readonly probability: number;
}

/**
 * Compares two versions by everybody who rated one of them.
 *
 * ΔM of the Dirichlet means, se = √(Va + Vb), ΔM ± z·se, P(lift > 0) = Φ(ΔM / se). It says what was rated, not why: when a
 * version was made because the one before was low, part of a lift is regression to the mean.
 *
 * @param before - ratings per point of the old version, without those given after the new one was published.
 * @param after - ratings per point of the new version.
 * @param prior - imagined ratings per point of both; their sum must be above 0.
 * @throws CollateralError `invalid-option` for counts that are none, lists of different lengths or an empty prior.
 */
export function versionLift(
  before: readonly number[],
  after: readonly number[],
  prior: readonly number[],
): VersionLift {
  requireCounts('before', before);
  requireCounts('after', after);
  prior.forEach((weight, index) => {
    requireNumber(`prior[${index}]`, weight, { least: 0 });
  });
  requireNumber('prior, summed up,', sumOf(prior), { least: Number.MIN_VALUE });
  if (before.length !== after.length || before.length !== prior.length) {
    const lengths = `${before.length}, ${after.length} and ${prior.length}`;
    throw new CollateralError('invalid-option', `before, after and prior must have as many points, got ${lengths}.`);
  }
  const old = dirichletMean(before, prior);
  const current = dirichletMean(after, prior);
  const difference = current.mean - old.mean;
  const standardError = Math.hypot(old.standardDeviation, current.standardDeviation);
  return {
    difference,
    standardError,
    interval: [difference - z95 * standardError, difference + z95 * standardError],
    probability: standardError === 0 ? certainty(difference) : normalCdf(difference / standardError),
  };
}

/** How much the same people changed their mind. */
export interface PairedLift {
  /** Mean of new minus old, in points. */
  readonly difference: number;
  /** 95 % around the difference, by Student's t. */
  readonly interval: Interval;
}

/**
 * Compares two versions by the people who rated both.
 *
 * mean difference ± t·s/√n, t with n − 1 degrees of freedom; W. S. Gosset, "The probable error of a mean", Biometrika 6 (1908).
 *
 * @param pairs - for each person the value of the old and of the new version.
 * @throws CollateralError `invalid-option` for fewer than two people or values that are no numbers.
 */
export function pairedLift(pairs: readonly (readonly [before: number, after: number])[]): PairedLift {
  requireNumber('pairs.length', pairs.length, { least: 2 });
  const differences = pairs.map(([before, after], index) => {
    requireNumber(`pairs[${index}]`, after - before);
    return after - before;
  });
  const difference = sumOf(differences) / differences.length;
  const squares = sumOf(differences.map((one) => (one - difference) ** 2));
  const standardError = Math.sqrt(squares / (differences.length - 1) / differences.length);
  const halfWidth = studentFactor(differences.length - 1) * standardError;
  return { difference, interval: [difference - halfWidth, difference + halfWidth] };
}

function certainty(difference: number): number {
  if (difference === 0) return 0.5;
  return difference > 0 ? 1 : 0;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
