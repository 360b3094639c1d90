import { CollateralError } from '@collateral/sdk/contract';
import type { InsightsQuestion } from './insights-question.js';
import type { ItemRow } from './item-rows.js';
import { figuresTold } from './ratings-told.js';
import { readVersionRatings } from './version-ratings.js';

/**
 * Gives an item with the rating of one of its versions in place of the current one's. Use stays that of the item: by version it is
 * told in a table of its own.
 *
 * @throws CollateralError `not-found` when the item has no such version.
 */
export async function rowOfVersion(
  { source, afterUse }: InsightsQuestion,
  row: ItemRow,
  version: string,
): Promise<ItemRow> {
  const { item, insight } = row;
  if (version === insight.version) return row;
  const published = item.versions?.find((one) => one.version === version);
  if (published === undefined)
    throw new CollateralError(
      'not-found',
      `The item has no version ${JSON.stringify(version.slice(0, 40))}. Leave version out for the current one.`,
    );
  const ratings = await readVersionRatings(source);
  const asked = { policy: source.policy, afterUse };
  const { metric, distribution } = figuresTold(ratings, { collateralId: item.id, version }, item.kind, asked);
  return {
    ...row,
    // Where an item stands is judged by its current version.
    insight: { ...insight, version, publishedAt: published.publishedAt, rating: metric, distribution, quadrant: null },
  };
}
