import { isEventId } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { gatherConversations } from './conversation.js';
import { groupBy } from './group-by.js';
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
 *
 * Their steps are asked for one by one: the document of a popular item has those of thousands.
 */
export async function readShown(viewer: Viewer, asked: readonly Named[]): Promise<readonly ShownEntry[]> {
  if (asked.length === 0) return [];
  const { store, tenant } = viewer.source;
  const ids = asked.map(({ suggestionId }) => suggestionId);
  const standings = await aggregate(store, tenant, { type: 'standings', suggestionIds: ids });
  const stepsIn = groupBy(standings, ({ collateralId }) => collateralId);
  const places = [...new Set(asked.map(({ collateralId }) => collateralId))];
  const books = new Map(
    places.map((place) => {
      const steps = stepsIn.get(place) ?? [];
      return [place, { moves: new Map(steps.map(({ suggestionId, moves }) => [suggestionId, moves])), revision: 0 }];
    }),
  );
  const suggestionIds = [...new Set([...ids, ...standings.map(({ suggestionId }) => suggestionId)])].filter(isEventId);
  const made = aggregate(store, tenant, { type: 'suggestions', collateralIds: places, suggestionIds });
  const low = asked.flatMap(({ suggestionId, collateralId }) =>
    collateralId === null || isEventId(suggestionId) ? [] : collateralId,
  );
  const conversations = await gatherConversations(viewer.source, places, books, made, [...new Set(low)]);
  const found = new Map(
    conversations.flatMap((conversation) => {
      const viewed = viewConversation(viewer, conversation);
      return viewed.entries.map((entry): [string, ShownEntry] => [entry.suggestionId, { viewed, entry }]);
    }),
  );
  return asked.flatMap(({ suggestionId }) => found.get(suggestionId) ?? []);
}
