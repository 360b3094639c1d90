import { CollateralError } from '@collateral/sdk/contract';
import { compareCodePoints } from './code-point-order.js';
import type { SuggestionOrder, SuggestionPageQuery, SuggestionPlace } from './conversation-query.js';
import type { SuggestionPageRow, SuggestionRow } from './conversation-row.js';

/** Cuts a page out of suggestions: the definition of what a store answers. */
export function suggestionPageRows(
  rows: Iterable<SuggestionRow>,
  query: SuggestionPageQuery,
): readonly SuggestionPageRow[] {
  checkSuggestionPage(query);
  const { collateralId, order, without = [], after, limit } = query;
  const leftOut = new Set(without);
  const standing = [...rows]
    .filter((row) => isStanding(row) && row.made?.collateralId === collateralId && !leftOut.has(row.suggestionId))
    .map((row) => ({ row, place: placeOf(row, order) }))
    .sort((one, other) => comparePlaces(one.place, other.place, order));
  const behind = standing.filter(({ place }) => after === undefined || comparePlaces(place, after, order) > 0);
  const suggestions = behind.slice(0, limit).map(({ row }) => row);
  return standing.length === 0 ? [] : [{ type: 'suggestion-page', total: standing.length, suggestions }];
}

/**
 * Checks that a page has room.
 *
 * @throws CollateralError `invalid-option` when it has not.
 */
export function checkSuggestionPage({ limit }: Pick<SuggestionPageQuery, 'limit'>): void {
  if (Number.isInteger(limit) && limit >= 1) return;
  throw new CollateralError('invalid-option', `limit must be a whole number of at least 1, got ${limit}.`);
}

function isStanding({ made, withdrawnAt }: SuggestionRow): boolean {
  return made !== null && made.excluded !== 'automation' && withdrawnAt === null;
}

function placeOf({ suggestionId, made, voters, changedAt }: SuggestionRow, order: SuggestionOrder): SuggestionPlace {
  return { voters, at: (order === 'changed' ? changedAt : made?.effectiveAt) ?? '', suggestionId };
}

function comparePlaces(one: SuggestionPlace, other: SuggestionPlace, order: SuggestionOrder): number {
  if (order === 'voters' && one.voters !== other.voters) return other.voters - one.voters;
  if (one.at !== other.at) return one.at < other.at === (order === 'oldest') ? -1 : 1;
  return compareCodePoints(one.suggestionId, other.suggestionId);
}
