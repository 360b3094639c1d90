import { collateralScale, type Distribution } from '@collateral/sdk/contract';
import type { RatingTable } from '../privacy/releases.js';
import { priorOfKind } from '../statistics/empirical-bayes.js';
import { getOrMake } from '../store/get-or-make.js';
import { addUp, noRatings } from './distribution.js';
import { counted, everyDocument, readCatalogue, type InsightsSource } from './source.js';

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
 * Only distributions that may be shown are learned from: a prior that followed every rating at once would give the newest away.
 */
export function readKindPriors(source: InsightsSource): Promise<KindPriors> {
  return counted(source, 'priors', async () => {
    const items = await readCatalogue(source);
    const kinds = new Map<string, Distribution[]>();
    for await (const [name, { table }] of everyDocument(source, 'releases')) {
      const kind = kindOfRelease(name, items);
      if (kind !== null)
        getOrMake(kinds, kind, (): Distribution[] => []).push(
          Object.values(table as RatingTable).reduce(addUp, noRatings()),
        );
    }
    return new Map([...kinds].map(([kind, distributions]) => [kind, priorOfKind(distributions, points)]));
  });
}

function kindOfRelease(name: string, items: ReadonlyMap<string, { readonly kind: string }>): string | null {
  const [type, collateralId] = JSON.parse(name) as readonly unknown[];
  return type === 'version' && typeof collateralId === 'string' ? (items.get(collateralId)?.kind ?? null) : null;
}
