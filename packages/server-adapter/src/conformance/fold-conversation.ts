import type {
  LowRatingsQuery,
  SearchesQuery,
  SuggestionPageQuery,
  SuggestionsQuery,
  SupportersQuery,
} from '../store/conversation-query.js';
import type {
  LowRatingRow,
  SearchRow,
  SuggestionPageRow,
  SuggestionRow,
  SupporterRow,
} from '../store/conversation-row.js';
import type { Fact } from '../store/fact.js';
import { momentOf, partsOf } from './fold-parts.js';
import { liveRatings } from './fold-people.js';

/** Tells what was said about suggestions. */
export function suggestionRows(facts: readonly Fact[], query: SuggestionsQuery): readonly SuggestionRow[] {
  return partsOf(facts.filter(isAboutSuggestion), idOf).flatMap((parts): readonly SuggestionRow[] => {
    const suggestionId = idOf(parts[0]);
    const made = madeOf(parts);
    const votes = liveVotes(parts).filter(({ actorId }) => actorId !== made?.actorId);
    const replies = parts.filter(({ type }) => type === 'reply');
    const changes = [...replies, ...(made === undefined ? [] : [made])].map(({ effectiveAt }) => effectiveAt);
    if (query.suggestionIds?.includes(suggestionId) === false) return [];
    if (query.collateralIds !== undefined && !(made !== undefined && query.collateralIds.includes(made.collateralId)))
      return [];
    if (made === undefined && votes.length === 0 && replies.length === 0) return [];
    return [
      {
        type: 'suggestions',
        suggestionId,
        made: made === undefined ? null : placeOf(made),
        withdrawnAt: takenBackAt(parts),
        voters: votes.length,
        replies: partsOf(replies, ({ id }) => id).length,
        changedAt: changes.sort().at(-1) ?? null,
      },
    ];
  });
}

/** Gives one page of what is suggested about an item. Ids of the kit are plain, so their order is that of their text. */
export function suggestionPageRows(facts: readonly Fact[], query: SuggestionPageQuery): readonly SuggestionPageRow[] {
  const standing = suggestionRows(facts, { type: 'suggestions', collateralIds: [query.collateralId] })
    .filter(({ made, withdrawnAt }) => made?.excluded !== 'automation' && withdrawnAt === null)
    .filter(({ suggestionId }) => query.without?.includes(suggestionId) !== true);
  // Numbers that grow with the place, written so that their text has the same order.
  const number = (value: number): string => String(5e15 + value);
  const keyOf = (voters: number, at: string, id: string): string =>
    [
      query.order === 'voters' ? number(-voters) : '',
      number(query.order === 'oldest' ? Date.parse(at) : -Date.parse(at)),
      id,
    ].join(' ');
  const places = standing
    .map((row) => {
      const at = query.order === 'changed' ? row.changedAt : row.made?.effectiveAt;
      return { row, key: keyOf(row.voters, at ?? '', row.suggestionId) };
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const { after, limit } = query;
  const behind = after === undefined ? '' : keyOf(after.voters, after.at, after.suggestionId);
  const suggestions = places.filter(({ key }) => key > behind).map(({ row }) => row);
  if (standing.length === 0) return [];
  return [{ type: 'suggestion-page', total: standing.length, suggestions: suggestions.slice(0, limit) }];
}

/** Tells who has a live vote. */
export function supporterRows(facts: readonly Fact[], query: SupportersQuery): readonly SupporterRow[] {
  return liveVotes(facts)
    .filter((vote) => query.suggestionIds.includes(idOf(vote)))
    .filter(({ actorId }) => query.actorId === undefined || query.actorId === actorId)
    .map((vote) => ({
      type: 'supporters',
      suggestionId: idOf(vote),
      actorId: vote.actorId,
      effectiveAt: vote.effectiveAt,
    }));
}

/** Gives low ratings one by one. */
export function lowRatingRows(facts: readonly Fact[], query: LowRatingsQuery): readonly LowRatingRow[] {
  return liveRatings(facts)
    .filter(({ collateralId }) => query.collateralIds.includes(collateralId ?? ''))
    .filter(({ actorId }) => query.actorId === undefined || query.actorId === actorId)
    .filter(({ detail }) => Number(detail['value']) <= query.atMost)
    .filter(({ detail }) => query.withReasons !== true || ((detail['reasons'] ?? []) as readonly string[]).length > 0)
    .map(({ id, actorId, collateralId, version, team, effectiveAt, receivedAt, day, excluded, detail }) => ({
      type: 'low-ratings',
      id,
      actorId,
      collateralId: collateralId ?? '',
      version,
      team,
      value: Number(detail['value']),
      reasons: (detail['reasons'] as readonly string[] | undefined) ?? [],
      comment: (detail['comment'] as string | undefined) ?? null,
      tellOwner: detail['tellOwner'] === true,
      effectiveAt,
      receivedAt,
      day,
      excluded,
    }));
}

/** Tells what was searched for without a result. The texts of the kit are plain: case and spaces are all that differs. */
export function searchRows(facts: readonly Fact[], query: SearchesQuery): readonly SearchRow[] {
  const textOf = ({ detail }: Fact): string => String(detail['query']).trim().toLowerCase();
  const searches = facts
    .filter(({ type, excluded, detail }) => type === 'usage' && excluded === null && detail['action'] === 'search')
    .filter(({ detail }) => detail['results'] === 0 && typeof detail['query'] === 'string')
    .filter(({ day }) => day >= (query.from ?? '') && day < (query.to ?? '9999'));
  return partsOf(searches, textOf).map((parts) => ({
    type: 'searches',
    query: textOf(parts[0]),
    searches: parts.length,
    people: partsOf(parts, ({ actorId }) => actorId).length,
  }));
}

/** Gives the suggestion that counts among facts about one id. */
export function madeOf(facts: readonly Fact[]): Fact | undefined {
  const keyOf = ({ receivedAt, actorId }: Fact): string => `${receivedAt} ${codePoints(actorId)}`;
  return facts.filter(({ type }) => type === 'suggestion').sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))[0];
}

/** Tells when a suggestion was first taken back by whoever made it, among facts about one id. */
export function takenBackAt(facts: readonly Fact[]): string | null {
  const author = madeOf(facts)?.actorId;
  const own = facts.filter(({ type, actorId }) => type === 'suggestion-withdrawal' && actorId === author);
  return own.map(({ effectiveAt }) => effectiveAt).sort()[0] ?? null;
}

/** Gives the id of the suggestion a fact is about. */
export function idOf({ type, id, detail }: Fact): string {
  return type === 'suggestion' ? id : String(detail['suggestionId']);
}

/** Tells whether a fact is about a suggestion. */
export function isAboutSuggestion({ type }: Fact): boolean {
  return ['suggestion', 'suggestion-withdrawal', 'vote', 'reply'].includes(type);
}

function liveVotes(facts: readonly Fact[]): readonly Fact[] {
  const votes = facts.filter(({ type }) => type === 'vote');
  return partsOf(votes, (vote) => [idOf(vote), vote.actorId])
    .map((parts) => parts.reduce((latest, vote) => (momentOf(vote) > momentOf(latest) ? vote : latest)))
    .filter(({ detail }) => detail['on'] === true);
}

function placeOf({
  actorId,
  collateralId,
  version,
  team,
  effectiveAt,
  receivedAt,
  excluded,
}: Fact): SuggestionRow['made'] {
  return { actorId, collateralId, version, team, effectiveAt, receivedAt, excluded };
}

function codePoints(text: string): string {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join(' ');
}
