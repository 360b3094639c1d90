import { isEventId, parseLowRatingId, type Item, type Policy } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { readItems } from '../store/catalogue.js';
import type { LowRatingRow, SuggestionRow } from '../store/conversation-row.js';
import type { Store } from '../store/store.js';
import { Families } from '../store/families.js';
import { groupBy } from './group-by.js';
import { groupLowRatings, type LowRatingGroup } from './low-rating-groups.js';
import { readBooks, type MovesBook } from './moves-book.js';
import type { StoredMove } from '../store/stored-move.js';
import { entryOfGroup, entryOfRow, type SuggestionEntry } from './suggestion-entry.js';
import { readTakenBack, type TakenBack } from './taken-back.js';
import { postsOfRow, type Post } from './visible-posts.js';

/** Where and by which rules suggestions are read. */
export interface ConversationSource {
  readonly store: Store;
  readonly tenant: string;
  readonly policy: Policy;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Everything that is suggested about one item, or all requests. */
export interface Conversation {
  readonly source: ConversationSource;
  /** Null for requests, and for an item the catalogue does not know. */
  readonly item: Item | null;
  readonly collateralId: string | null;
  /** By id; without those that were taken back. */
  readonly entries: ReadonlyMap<string, SuggestionEntry>;
  /** Everything that was suggested, also what was taken back: who was company once stays company. */
  readonly posts: readonly Post[];
  readonly families: Families;
  /** When what stands no more was taken back. */
  readonly takenBack: TakenBack;
}

/** Reads what is suggested about an item; null reads the requests. `book` is what was read of its steps already. */
export async function readConversation(
  source: ConversationSource,
  collateralId: string | null,
  book?: MovesBook,
): Promise<Conversation> {
  const books = book === undefined ? undefined : new Map([[collateralId, book]]);
  const [conversation] = await readConversations(source, [collateralId], books);
  if (conversation === undefined) throw new RangeError('readConversations gives one for each place');
  return conversation;
}

/** Reads several conversations in as few questions as one, in the order of the places. */
export function readConversations(
  source: ConversationSource,
  places: readonly (string | null)[],
  known?: ReadonlyMap<string | null, MovesBook>,
): Promise<readonly Conversation[]> {
  const { store, tenant } = source;
  const made = aggregate(store, tenant, { type: 'suggestions', collateralIds: places });
  return gatherConversations(source, places, known ?? readBooks(store, tenant, places), made);
}

/**
 * Makes conversations of suggestions that were read, or are being read. Of those that were left out nothing is known.
 *
 * @param lowIn - items low ratings are read of; absent means all of the places.
 */
export async function gatherConversations(
  source: ConversationSource,
  places: readonly (string | null)[],
  readingBooks: Reading<ReadonlyMap<string | null, MovesBook>>,
  readingMade: Reading<readonly SuggestionRow[]>,
  lowIn?: readonly string[],
): Promise<readonly Conversation[]> {
  const { store, tenant, policy } = source;
  const ids = places.filter((place) => place !== null);
  const [items, books, made, low] = await Promise.all([
    readItems(store, tenant, ids),
    readingBooks,
    readingMade,
    readLowRatings(source, lowIn ?? ids),
  ]);
  const allMoves = new Map([...books.values()].flatMap(({ moves }) => [...moves]));
  const wanted = lowIn && new Set(lowIn);
  const groups = withEmptied(groupLowRatings(low), allMoves.keys()).filter(
    ({ collateralId }) => wanted?.has(collateralId) !== false,
  );
  const [talked, takenBack] = await Promise.all([rowsOfGroups(source, groups), readTakenBack(source, made, allMoves)]);
  const rowsOf = groupBy(made, ({ made: suggestion }) => suggestion?.collateralId ?? null);
  const groupsOf = groupBy(groups, ({ collateralId }) => collateralId);
  return places.map((collateralId) => {
    const moves = books.get(collateralId)?.moves ?? new Map<string, readonly StoredMove[]>();
    const rows = rowsOf.get(collateralId) ?? [];
    const families = new Families(moves);
    const entries = [
      ...rows.flatMap((row) => entryOfRow(row, moves.get(row.suggestionId) ?? [], families, takenBack)),
      ...(collateralId === null ? [] : (groupsOf.get(collateralId) ?? [])).flatMap((group) =>
        entryOfGroup(group, talked.get(group.suggestionId), moves.get(group.suggestionId) ?? [], policy),
      ),
    ];
    return {
      source,
      item: (collateralId === null ? undefined : items.get(collateralId)) ?? null,
      collateralId,
      entries: new Map(entries.map((entry) => [entry.suggestionId, entry])),
      posts: rows.flatMap(postsOfRow),
      families,
      takenBack,
    };
  });
}

/** Reads the live low ratings of some items that say why. */
export async function readLowRatings(
  { store, tenant, policy }: ConversationSource,
  collateralIds: readonly string[],
): Promise<readonly LowRatingRow[]> {
  if (collateralIds.length === 0) return [];
  return aggregate(store, tenant, {
    type: 'low-ratings',
    collateralIds,
    atMost: policy.lowRating,
    withReasons: true,
  });
}

type Reading<Value> = Value | Promise<Value>;

/** Says which item a suggestion is about: null for a request, undefined when there is no such suggestion. */
export async function placeOf(source: ConversationSource, suggestionId: string): Promise<string | null | undefined> {
  const low = parseLowRatingId(suggestionId);
  if (low !== null) return low.collateralId;
  if (!isEventId(suggestionId)) return undefined;
  const query = { type: 'suggestions', suggestionIds: [suggestionId] } as const;
  const [row] = await aggregate(source.store, source.tenant, query);
  return row?.made?.collateralId;
}

// The ratings may all have been taken back, but somebody has moved the suggestion: it stays.
function withEmptied(groups: readonly LowRatingGroup[], moved: Iterable<string>): readonly LowRatingGroup[] {
  const known = new Set(groups.map(({ suggestionId }) => suggestionId));
  const emptied = [...moved].flatMap((suggestionId) => {
    const place = known.has(suggestionId) ? null : parseLowRatingId(suggestionId);
    return place === null ? [] : [{ ...place, suggestionId, told: [], untold: [] }];
  });
  return [...groups, ...emptied];
}

// Votes and replies about low ratings belong to no suggestion event, so they are asked for by id.
async function rowsOfGroups(
  { store, tenant }: ConversationSource,
  groups: readonly LowRatingGroup[],
): Promise<ReadonlyMap<string, SuggestionRow>> {
  if (groups.length === 0) return new Map();
  const suggestionIds = groups.map(({ suggestionId }) => suggestionId);
  const rows = await aggregate(store, tenant, { type: 'suggestions', suggestionIds });
  return new Map(rows.map((row) => [row.suggestionId, row]));
}
