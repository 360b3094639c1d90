import { aggregate } from '../insights/aggregate.js';
import type { Conversation, SuggestionEntry } from './conversation.js';
import { groupBy } from './group-by.js';
import { shownRaters } from './low-rating-groups.js';

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
      let untold = 0;
      for (const id of members.get(suggestionId) ?? []) {
        const entry = all.get(id);
        if (entry?.author) keepEarliest(since, entry.author.actorId, entry.createdAt);
        for (const vote of votes.get(id) ?? []) keepEarliest(since, vote.actorId, vote.effectiveAt);
        for (const rater of entry?.low?.told ?? []) keepEarliest(since, rater.actorId, rater.effectiveAt);
      }
      for (const id of members.get(suggestionId) ?? []) {
        const low = all.get(id)?.low;
        if (low) untold += untoldBeside(low, since, source.policy.minimumGroup);
      }
      return [suggestionId, { since, shown: since.size + untold }];
    }),
  );
}

/** Who wanted not to be told apart and is not known to be behind it anyway, in the steps in which they may be told. */
function untoldBeside(
  low: NonNullable<SuggestionEntry['low']>,
  since: ReadonlyMap<string, string>,
  minimumGroup: number,
): number {
  const untold = low.untold.filter(({ actorId }) => !since.has(actorId));
  return shownRaters({ ...low, told: [], untold }, minimumGroup);
}

function keepEarliest(since: Map<string, string>, actorId: string, at: string): void {
  const known = since.get(actorId);
  if (known === undefined || at < known) since.set(actorId, at);
}
