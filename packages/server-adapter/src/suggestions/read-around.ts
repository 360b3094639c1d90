import { isEventId } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import type { SuggestionRow } from '../store/conversation-row.js';
import { gatherConversations, readConversation, type Conversation, type ConversationSource } from './conversation.js';
import { Families } from '../store/families.js';
import { readBooks, type MovesBook } from './moves-book.js';

/**
 * Tells whether a part of a conversation can be read by itself. Who came with whom decides what of anonymous posts may be seen, and
 * since when, so there it takes all of them.
 */
export function mayReadPart({ policy }: ConversationSource): boolean {
  return policy.commentIdentity !== 'anonymous';
}

/**
 * Reads some suggestions of a place, and with them everything there that has steps or stands for low ratings: what nobody has touched
 * yet is most of it, and says nothing about these.
 */
export async function readAround(
  source: ConversationSource,
  place: string | null,
  suggestionIds: readonly string[],
  known?: MovesBook,
): Promise<Conversation> {
  if (!mayReadPart(source)) return readConversation(source, place, known);
  const book = known ?? (await readPlaceBook(source, place));
  return gatherPart(source, place, book, readByIds(source, place, [...touchedIds(book), ...suggestionIds]));
}

/** Reads the steps of one place. */
export async function readPlaceBook({ store, tenant }: ConversationSource, place: string | null): Promise<MovesBook> {
  const book = (await readBooks(store, tenant, [place])).get(place);
  if (book === undefined) throw new RangeError('readBooks gives one for each place');
  return book;
}

/** Gives the suggestions that have steps, or something merged into them; low ratings are none of them. */
export function touchedIds({ moves }: MovesBook): readonly string[] {
  const families = new Families(moves);
  return [...new Set([...moves.keys()].flatMap((id) => [id, families.rootOf(id)]))].filter(isEventId);
}

/** Reads suggestions of a place by their ids. */
export async function readByIds(
  { store, tenant }: ConversationSource,
  place: string | null,
  suggestionIds: readonly string[],
): Promise<readonly SuggestionRow[]> {
  if (suggestionIds.length === 0) return [];
  return aggregate(store, tenant, { type: 'suggestions', collateralIds: [place], suggestionIds });
}

/** Makes a conversation of a part of its suggestions. */
export async function gatherPart(
  source: ConversationSource,
  place: string | null,
  book: MovesBook,
  rows: Promise<readonly SuggestionRow[]>,
): Promise<Conversation> {
  const [conversation] = await gatherConversations(source, [place], new Map([[place, book]]), rows);
  if (conversation === undefined) throw new RangeError('gatherConversations gives one for each place');
  return conversation;
}
