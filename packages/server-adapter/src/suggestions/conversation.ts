import { isEventId, parseLowRatingId, type Item, type Policy } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { readItems } from '../store/catalogue.js';
import type { SuggestionRow } from '../store/conversation-row.js';
import type { Store } from '../store/store.js';
import { Families } from './families.js';
import { groupBy } from './group-by.js';
import { groupLowRatings, openedAt, shownRaters, type LowRatingGroup } from './low-rating-groups.js';
import { readBooks, type MovesBook } from './moves-book.js';
import { stateOf, type StoredMove, type SuggestionState } from './stored-move.js';
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

/** One suggestion with everything that is known of it, before it is shaped for somebody. */
export interface SuggestionEntry {
  readonly suggestionId: string;
  readonly collateralId: string | null;
  readonly version: string | null;
  /** Who made it; null for a low rating. */
  readonly author: { readonly actorId: string; readonly team: string | null; readonly receivedAt: string } | null;
  /** The low ratings it stands for; null for what somebody wrote. */
  readonly low: LowRatingGroup | null;
  readonly createdAt: string;
  readonly moves: readonly StoredMove[];
  readonly state: SuggestionState;
  readonly replies: number;
  /** The newest of creation, reply and step. */
  readonly changedAt: string;
  /** People behind it without what was merged into it. */
  readonly ownSupporters: number;
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
export async function readConversations(
  source: ConversationSource,
  places: readonly (string | null)[],
  known?: ReadonlyMap<string | null, MovesBook>,
): Promise<readonly Conversation[]> {
  const { store, tenant, policy } = source;
  const ids = places.filter((place) => place !== null);
  const [items, books, made, low] = await Promise.all([
    readItems(store, tenant, ids),
    known ?? readBooks(store, tenant, places),
    aggregate(store, tenant, { type: 'suggestions', collateralIds: places }),
    ids.length === 0
      ? []
      : aggregate(store, tenant, { type: 'low-ratings', collateralIds: ids, atMost: policy.lowRating }),
  ]);
  const allMoves = new Map([...books.values()].flatMap(({ moves }) => [...moves]));
  const groups = withEmptied(groupLowRatings(low), allMoves.keys());
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

function entryOfRow(
  row: SuggestionRow,
  moves: readonly StoredMove[],
  families: Families,
  takenBack: TakenBack,
): readonly SuggestionEntry[] {
  const { made, suggestionId } = row;
  if (made === null || made.excluded === 'automation') return [];
  // What others were united with is theirs as well.
  if (takenBack.has(suggestionId) && families.duplicatesOf(suggestionId).length === 0) return [];
  return [
    {
      suggestionId,
      collateralId: made.collateralId,
      version: made.version,
      author: { actorId: made.actorId, team: made.team, receivedAt: made.receivedAt },
      low: null,
      createdAt: made.effectiveAt,
      moves,
      state: stateOf(moves),
      replies: row.replies,
      changedAt: newest([made.effectiveAt, row.changedAt, moves.at(-1)?.at]),
      ownSupporters: row.voters + 1,
    },
  ];
}

function entryOfGroup(
  group: LowRatingGroup,
  row: SuggestionRow | undefined,
  moves: readonly StoredMove[],
  { minimumGroup }: Policy,
): readonly SuggestionEntry[] {
  const createdAt = openedAt(group, minimumGroup) ?? moves[0]?.at;
  // Once somebody has moved it, it is there for good, also when the ratings are taken back.
  if (createdAt === undefined) return [];
  const comments = group.told.filter(({ comment }) => comment !== null).length;
  return [
    {
      suggestionId: group.suggestionId,
      collateralId: group.collateralId,
      version: group.version,
      author: null,
      low: group,
      createdAt,
      moves,
      state: stateOf(moves),
      replies: comments + (row?.replies ?? 0),
      changedAt: newest([createdAt, row?.changedAt, moves.at(-1)?.at]),
      ownSupporters: shownRaters(group, minimumGroup) + (row?.voters ?? 0),
    },
  ];
}

function newest(instants: readonly (string | null | undefined)[]): string {
  return instants.reduce<string>((latest, at) => (typeof at === 'string' && at > latest ? at : latest), '');
}
