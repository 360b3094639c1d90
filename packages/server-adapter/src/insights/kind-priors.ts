import { collateralScale, type Distribution } from '@collateral/sdk/contract';
import { priorOfKind } from '../statistics/empirical-bayes.js';
import { getOrMake } from '../store/get-or-make.js';

/** Imagined ratings per point, by the kind of item. */
export type KindPriors = ReadonlyMap<string, readonly number[]>;

const points = collateralScale.points.length;
const defaultPrior = priorOfKind([], points);

/** Gives the prior of a kind; the even one for kinds that are new or unknown. */
export function priorOf(priors: KindPriors, kind: string | undefined): readonly number[] {
  return (kind === undefined ? undefined : priors.get(kind)) ?? defaultPrior;
}

/**
 * Learns the priors of the kinds that have enough rated items (docs/metrics.md, "How strong the prior is").
 *
 * Only distributions that may be shown are learned from: a prior that followed every rating at once would give the newest away. They
 * must be those of all items, or a score would depend on which others somebody had looked at before.
 */
export function learnKindPriors(
  items: ReadonlyMap<string, { readonly kind: string }>,
  released: Iterable<{ readonly collateralId: string; readonly distribution: Distribution }>,
): KindPriors {
  const kinds = new Map<string, Distribution[]>();
  for (const { collateralId, distribution } of released) {
    const kind = items.get(collateralId)?.kind;
    if (kind !== undefined) getOrMake(kinds, kind, (): Distribution[] => []).push(distribution);
  }
  return new Map([...kinds].map(([kind, distributions]) => [kind, priorOfKind(distributions, points)]));
}
