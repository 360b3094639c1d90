import type { Item, PreviousRating } from '@collateral/sdk/contract';
import type { OwnRatingOfVersion } from './own-ratings.js';

/**
 * Finds a person's newest live rating of an earlier version than the one asked for.
 *
 * Earlier is what was published earlier. For versions the catalogue doesn't know, it is what the person rated before
 * they rated the version asked for.
 */
export function previousRating(
  own: readonly OwnRatingOfVersion[],
  version: string | null,
  item: Item | undefined,
): PreviousRating | undefined {
  const published = new Map(item?.versions?.map(({ version: name, publishedAt }) => [name, Date.parse(publishedAt)]));
  const asked = version === null ? undefined : published.get(version);
  const ratedAt = own.find((one) => one.version === version)?.rating.ratedAt;
  let newest: { readonly version: string; readonly value: number; readonly ratedAt: string } | undefined;
  for (const { version: label, rating } of own) {
    if (label === null || label === version) continue;
    const other = published.get(label);
    const isEarlier =
      asked !== undefined && other !== undefined ? other < asked : ratedAt === undefined || rating.ratedAt < ratedAt;
    if (isEarlier && (newest === undefined || rating.ratedAt > newest.ratedAt))
      newest = { version: label, value: rating.value, ratedAt: rating.ratedAt };
  }
  return newest && { version: newest.version, value: newest.value };
}
