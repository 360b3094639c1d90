import type { HandOver, Metric, VersionMarker } from '@collateral/sdk/contract';
import { z95 } from '../statistics/dirichlet.js';
import { dirichletMean } from '../statistics/dirichlet.js';
import type { LiftOutcome } from './lift-estimate.js';
import { isWithin, type MeasuredPeriod } from './measured-period.js';
import type { IsOwn } from './owner-spans.js';
import type { CataloguedItem } from './read-items.js';
import { newVersions, type PublishedVersion } from './version-lifts.js';

/** The newest are shown when there are more. */
const mostShown = 100;

/** Lists the versions that came out in a period, each with its lift, by time. */
export function versionMarkers(
  versions: readonly PublishedVersion[],
  items: readonly CataloguedItem[],
  context: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn; readonly targetRating: number },
): readonly VersionMarker[] {
  const titles = new Map(items.map(({ item }) => [item.id, item.title]));
  const known = new Map(versions.map((one) => [JSON.stringify([one.collateralId, one.version]), one]));
  return newVersions(versions, context)
    .flatMap((outcome): readonly VersionMarker[] => {
      const { collateralId, version } = outcome;
      const published = known.get(JSON.stringify([collateralId, version]));
      if (collateralId === null || version === null || published === undefined) return [];
      const { publishedAt, before, prior } = published;
      const mayRegress = before !== null && dirichletMean(before, prior).mean < context.targetRating;
      const title = titles.get(collateralId) ?? collateralId;
      return [{ collateralId, title, version, publishedAt, lift: liftOf(outcome, published), mayRegress }];
    })
    .toSorted((one, other) => Date.parse(one.publishedAt) - Date.parse(other.publishedAt))
    .slice(-mostShown);
}

/** Lists the items that came to a subject or left it in a period, by time. */
export function handOvers(
  items: readonly CataloguedItem[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly HandOver[] {
  return items
    .flatMap(({ item, owners }) =>
      owners.flatMap((to, index): readonly HandOver[] => {
        const from = owners[index - 1];
        if (from === undefined || !isWithin(Date.parse(to.from), period)) return [];
        if (!isOwn(from) && !isOwn(to)) return [];
        return [{ collateralId: item.id, title: item.title, from: from.producer, to: to.producer, at: to.from }];
      }),
    )
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .slice(-mostShown);
}

function liftOf({ reason, value, standardError }: LiftOutcome, { before, after }: PublishedVersion): Metric {
  const [nBefore, nAfter] = [before, after].map((one) => (one ?? []).reduce((sum, count) => sum + count, 0));
  const none = { value: null, interval: null, window: null, excluded: [], method: 'version-lift' };
  if (reason === 'late-ratings') return { ...none, n: null, state: 'hidden' };
  const n = (nBefore ?? 0) + (nAfter ?? 0);
  if (value === null) return { ...none, n, state: 'early' };
  return { ...none, n, value, interval: [value - z95 * standardError, value + z95 * standardError], state: 'ok' };
}
