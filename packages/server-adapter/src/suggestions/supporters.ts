import { aggregate } from '../insights/aggregate.js';
import type { Conversation } from './conversation.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import { groupBy } from './group-by.js';
import { shownPeople } from './low-rating-groups.js';

/** Who is behind a suggestion, and since when. */
export interface Supporters {
  /** Distinct people by their first support; without low raters who did not want to be told apart. */
  readonly since: ReadonlyMap<string, string>;
  /** How many people may be told. */
  readonly shown: number;
}

/**
 * Counts the people behind suggestions: authors, voters and low raters, also of what was merged into them, each person once.
 *
 * A suggestion by itself is counted from the store's rows; only where people may be behind several are they looked at one by one.
 */
export async function countSupporters(
  conversation: Conversation,
  entries: readonly SuggestionEntry[],
): Promise<ReadonlyMap<string, number>> {
  const several = entries.filter(
    ({ suggestionId, low, state }) =>
      low !== null || (state.duplicateOf === null && conversation.families.duplicatesOf(suggestionId).length > 0),
  );
  const read = await readSupporters(conversation, several);
  return new Map(
    entries.map(({ suggestionId, ownSupporters }) => [suggestionId, read.get(suggestionId)?.shown ?? ownSupporters]),
  );
}

/** Reads who is behind suggestions, with what was merged into them. */
export async function readSupporters(
  { source, entries: all, families }: Conversation,
  entries: readonly SuggestionEntry[],
): Promise<ReadonlyMap<string, Supporters>> {
  const members = new Map(
    entries.map(({ suggestionId }) => [suggestionId, [suggestionId, ...families.duplicatesOf(suggestionId)]]),
  );
  const suggestionIds = [...new Set([...members.values()].flat())];
  if (suggestionIds.length === 0) return new Map();
  const rows = await aggregate(source.store, source.tenant, { type: 'supporters', suggestionIds });
  const votes = groupBy(rows, ({ suggestionId }) => suggestionId);
  return new Map(
    entries.map(({ suggestionId }) => {
      const since = new Map<string, string>();
      const untold = new Set<string>();
      for (const id of members.get(suggestionId) ?? []) {
        const entry = all.get(id);
        if (entry?.author) keepEarliest(since, entry.author.actorId, entry.createdAt);
        for (const vote of votes.get(id) ?? []) keepEarliest(since, vote.actorId, vote.effectiveAt);
        for (const rater of entry?.low?.told ?? []) keepEarliest(since, rater.actorId, rater.effectiveAt);
      }
      for (const id of members.get(suggestionId) ?? []) {
        const raters = all.get(id)?.low?.untold ?? [];
        // Below the minimum they are not there for anybody.
        if (raters.length >= source.policy.minimumGroup) for (const { actorId } of raters) untold.add(actorId);
      }
      return [
        suggestionId,
        {
          since,
          shown: shownPeople(since.size, new Set([...untold, ...since.keys()]).size, source.policy.minimumGroup),
        },
      ];
    }),
  );
}

function keepEarliest(since: Map<string, string>, actorId: string, at: string): void {
  const known = since.get(actorId);
  if (known === undefined || at < known) since.set(actorId, at);
}
