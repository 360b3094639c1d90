import { isEventId } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { Families } from '../store/families.js';
import { gatherConversations } from './conversation.js';
import { groupBy } from './group-by.js';
import { readBooks } from './moves-book.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import { viewConversation, type ViewedConversation, type Viewer } from './viewer.js';

/** A suggestion with what was read around it. */
export interface ShownEntry {
  readonly viewed: ViewedConversation;
  readonly entry: SuggestionEntry;
}

/** What names a suggestion and where it is. */
interface Named {
  readonly suggestionId: string;
  readonly collateralId: string | null;
}

/**
 * Reads some suggestions of any places, with what was merged into them, in the order asked. What somebody may not see, or is no more,
 * is left out.
 */
export async function readShown(viewer: Viewer, asked: readonly Named[]): Promise<readonly ShownEntry[]> {
  if (asked.length === 0) return [];
  const { source } = viewer;
  const { store, tenant } = source;
  const namedIn = groupBy(asked, ({ collateralId }) => collateralId);
  const places = [...namedIn.keys()];
  const books = await readBooks(store, tenant, places);
  const suggestionIds = [...namedIn].flatMap(([place, named]) => {
    const families = new Families(books.get(place)?.moves ?? new Map());
    return named
      .flatMap(({ suggestionId }) => [suggestionId, ...families.duplicatesOf(suggestionId)])
      .filter(isEventId);
  });
  const made = aggregate(store, tenant, { type: 'suggestions', collateralIds: places, suggestionIds });
  const low = asked.flatMap(({ suggestionId, collateralId }) =>
    collateralId === null || isEventId(suggestionId) ? [] : collateralId,
  );
  const conversations = await gatherConversations(source, places, books, made, [...new Set(low)]);
  const found = new Map(
    conversations.flatMap((conversation) => {
      const viewed = viewConversation(viewer, conversation);
      return viewed.entries.map((entry): [string, ShownEntry] => [entry.suggestionId, { viewed, entry }]);
    }),
  );
  return asked.flatMap(({ suggestionId }) => found.get(suggestionId) ?? []);
}
