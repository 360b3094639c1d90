import type { Item, PreviousRating } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';

/**
 * Finds a person's newest live rating of an earlier version than the one asked for.
 *
 * Earlier is what was published earlier. For versions the catalogue doesn't know, it is what the person rated before
 * they rated the version asked for.
 */
export function previousRating(
  own: readonly Fact[],
  version: string | null,
  item: Item | undefined,
): PreviousRating | undefined {
  const published = new Map(item?.versions?.map(({ version: name, publishedAt }) => [name, Date.parse(publishedAt)]));
  const asked = version === null ? undefined : published.get(version);
  const ratedAt = own.find((fact) => fact.version === version)?.effectiveAt;
  let newest: { readonly fact: Fact; readonly version: string } | undefined;
  for (const fact of own) {
    if (fact.version === null || fact.version === version) continue;
    const other = published.get(fact.version);
    const isEarlier =
      asked !== undefined && other !== undefined ? other < asked : ratedAt === undefined || fact.effectiveAt < ratedAt;
    if (isEarlier && (newest === undefined || fact.effectiveAt > newest.fact.effectiveAt))
      newest = { fact, version: fact.version };
  }
  return newest && { version: newest.version, value: newest.fact.detail['value'] as number };
}
