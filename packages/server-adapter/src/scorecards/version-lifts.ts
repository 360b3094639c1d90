import type { Distribution } from '@collateral/sdk/contract';
import { versionLift } from '../statistics/version-lift.js';
import type { LiftOutcome } from './lift-estimate.js';
import { isWithin, type MeasuredPeriod } from './measured-period.js';
import { itemPlace, leftOut } from './outcome.js';
import { ownerAt, type IsOwn, type OwnerSpan } from './owner-spans.js';

/** A version with the one before it. */
export interface PublishedVersion {
  readonly collateralId: string;
  readonly version: string;
  /** ISO 8601 UTC. */
  readonly publishedAt: string;
  /** Of its item, in the order of time. */
  readonly owners: readonly OwnerSpan[];
  /** Ratings of the version before it; null where nothing may be shown or there is none. */
  readonly before: Distribution | null;
  /** Its own; null where nothing may be shown. */
  readonly after: Distribution | null;
  /** Many rated the version before after this one came out, and leaving that out would tell what they said. */
  readonly hasLateRatings: boolean;
  /** It is the first of its item. */
  readonly isFirst: boolean;
  readonly prior: readonly number[];
}

/** Fewest ratings on each side of a lift. */
const ratingsForLift = 5;

/**
 * P7: how much better the versions that came out in the period are rated than those before, each weighted by the number of
 * ratings on its thinner side. They belong to whoever owned the item when they came out, also when it was retired since.
 *
 * What is too thin to judge is left out and counted. Many small versions in place of a large one gain nothing: their lifts
 * together are no more than its.
 */
export function versionLifts(
  versions: readonly PublishedVersion[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly LiftOutcome[] {
  return versions
    .filter(({ isFirst, publishedAt, owners }) => {
      const at = Date.parse(publishedAt);
      return !isFirst && isWithin(at, period) && at <= Date.parse(period.asOf) && isOwn(ownerAt(owners, at));
    })
    .map(({ collateralId, version, publishedAt, before, after, hasLateRatings, prior }) => {
      const place = itemPlace(collateralId, version);
      const nothing = { standardError: 0, weight: 0 };
      const [nBefore, nAfter] = [before, after].map((one) => (one ?? []).reduce((sum, count) => sum + count, 0));
      const weight = Math.min(nBefore ?? 0, nAfter ?? 0);
      if (before === null || after === null || weight < ratingsForLift)
        return { ...leftOut(place, 'too-few-ratings', publishedAt), ...nothing };
      if (hasLateRatings) return { ...leftOut(place, 'late-ratings', publishedAt), ...nothing };
      const { difference, standardError } = versionLift(before, after, prior);
      const part = difference > 0 ? 'hit' : 'miss';
      return { ...place, part, reason: null, value: difference, at: publishedAt, standardError, weight };
    });
}
