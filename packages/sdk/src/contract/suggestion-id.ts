import { isEventId, isHostId } from './ids.js';
import { limits } from './limits.js';

/** What a suggestion made of low ratings is about. */
export interface LowRatingPlace {
  /** The item that was rated. */
  readonly collateralId: string;
  /** The version that was rated; null for an item without versions. */
  readonly version: string | null;
  /** Id of the scale's reason. */
  readonly reason: string;
}

/** Writes the id of the suggestion all low ratings of one version for one reason stand behind. */
export function lowRatingId({ collateralId, version, reason }: LowRatingPlace): string {
  return `low:${reason}:${encodeURIComponent(version ?? '')}:${encodeURIComponent(collateralId)}`;
}

/** Reads what {@link lowRatingId} wrote; null for every other id. */
export function parseLowRatingId(id: string): LowRatingPlace | null {
  const [, reason, version, item] = /^low:([a-z-]{1,40}):([^:]*):([^:]+)$/.exec(id) ?? [];
  if (reason === undefined || version === undefined || item === undefined) return null;
  try {
    const place = { collateralId: decodeURIComponent(item), version: decodeURIComponent(version) || null, reason };
    // One suggestion has one id: another spelling of the same place is none.
    const isProper =
      isHostId(place.collateralId) && (place.version === null || isHostId(place.version, limits.versionLength));
    return isProper && lowRatingId(place) === id ? place : null;
  } catch {
    // A broken escape or half a character: nobody wrote this id.
    return null;
  }
}

/** Tells whether a string can be the id of a suggestion: a UUIDv7, or what {@link lowRatingId} writes. */
export function isSuggestionId(value: unknown): value is string {
  return typeof value === 'string' && (isEventId(value) || parseLowRatingId(value) !== null);
}
