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
export const ratingsForLift = 5;
/** Days for which a version is rated before it is judged. */
const daysToRateVersion = 30;

/** The instant at which a version is judged, in milliseconds since 1970. */
export function judgedAt({ publishedAt }: Pick<PublishedVersion, 'publishedAt'>): number {
  return Date.parse(publishedAt) + daysToRateVersion * 86_400_000;
}

/**
 * P7: how much better versions are rated than those before, of the versions that became 30 days old in the period, each weighted by
 * the number of ratings on its thinner side. They belong to whoever owned the item when they came out, also when it was retired since.
 *
 * What is too thin to judge is left out and counted. Many small versions in place of a large one gain nothing: their lifts
 * together are no more than its. Coming out just before the end of a period hides nothing: it is judged in the next one.
 */
export function versionLifts(
  versions: readonly PublishedVersion[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly LiftOutcome[] {
  const now = Date.parse(period.asOf);
  return ownVersions(versions, isOwn)
    .filter((one) => isWithin(judgedAt(one), period) && Date.parse(one.publishedAt) <= now)
    .map((one) => (judgedAt(one) > now ? withoutLift(one, 'not-yet-due') : liftOfVersion(one)));
}

/** The versions that came out in the period, with their lifts as they stand at its end. */
export function newVersions(
  versions: readonly PublishedVersion[],
  { period, isOwn }: { readonly period: MeasuredPeriod; readonly isOwn: IsOwn },
): readonly LiftOutcome[] {
  return ownVersions(versions, isOwn)
    .filter(({ publishedAt }) => {
      const at = Date.parse(publishedAt);
      return isWithin(at, period) && at <= Date.parse(period.asOf);
    })
    .map(liftOfVersion);
}

function ownVersions(versions: readonly PublishedVersion[], isOwn: IsOwn): readonly PublishedVersion[] {
  return versions.filter(
    ({ isFirst, owners, publishedAt }) => !isFirst && isOwn(ownerAt(owners, Date.parse(publishedAt))),
  );
}

/** How many people rated on the thinner side of a version. */
export function weightOf({ before, after }: Pick<PublishedVersion, 'before' | 'after'>): number {
  const [nBefore, nAfter] = [before, after].map((one) => (one ?? []).reduce((sum, count) => sum + count, 0));
  return Math.min(nBefore ?? 0, nAfter ?? 0);
}

function liftOfVersion(version: PublishedVersion): LiftOutcome {
  const { before, after, hasLateRatings, prior, publishedAt } = version;
  const weight = weightOf(version);
  if (before === null || after === null || weight < ratingsForLift) return withoutLift(version, 'too-few-ratings');
  if (hasLateRatings) return withoutLift(version, 'late-ratings');
  const { difference, standardError } = versionLift(before, after, prior);
  const part = difference > 0 ? 'hit' : 'miss';
  const place = itemPlace(version.collateralId, version.version);
  return { ...place, part, reason: null, value: difference, at: publishedAt, standardError, weight };
}

function withoutLift({ collateralId, version, publishedAt }: PublishedVersion, reason: string): LiftOutcome {
  return { ...leftOut(itemPlace(collateralId, version), reason, publishedAt), standardError: 0, weight: 0 };
}
