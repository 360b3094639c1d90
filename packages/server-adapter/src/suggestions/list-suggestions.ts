import { isClosed, type SuggestionSort, type SuggestionStatus } from '@collateral/sdk/contract';
import { readCursor, writeCursor, type SortKey } from './list-cursor.js';
import type { SuggestionEntry } from './suggestion-entry.js';

/** How a list of suggestions is narrowed and cut. */
export interface SuggestionList {
  readonly status?: SuggestionStatus | 'open' | 'closed' | undefined;
  readonly sort: SuggestionSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of suggestions; the cursor is missing on the last. */
export interface SuggestionPage {
  readonly total: number;
  readonly entries: readonly SuggestionEntry[];
  readonly nextCursor?: string;
}

/** Narrows, sorts and cuts suggestions into pages. `supporters` says how many people are behind each. */
export function pageOfSuggestions(
  entries: readonly SuggestionEntry[],
  list: SuggestionList,
  supporters: (entry: SuggestionEntry) => number,
): SuggestionPage {
  const places = entries
    .filter((entry) => hasStatus(entry.state.status, list.status))
    .map((entry) => ({ entry, key: keyOf(entry, list.sort, supporters) }))
    .sort((one, other) => compareKeys(one.key, other.key));
  const cursor = list.cursor === undefined ? null : readCursor(list.cursor, list.sort);
  // Behind the place of the cursor, not behind a number of suggestions: new ones neither repeat nor hide what follows.
  const behind = cursor === null ? places : places.filter(({ key }) => compareKeys(key, cursor) > 0);
  const page = behind.slice(0, list.limit);
  const last = page.at(-1);
  return {
    total: places.length,
    entries: page.map(({ entry }) => entry),
    ...(last !== undefined && behind.length > list.limit && { nextCursor: writeCursor(last.key, list.sort) }),
  };
}

// Ascending: numbers that count from the top are negated, instants of the newest first are turned into them.
function keyOf(entry: SuggestionEntry, sort: SuggestionSort, supporters: (entry: SuggestionEntry) => number): SortKey {
  const { suggestionId, createdAt, changedAt, state } = entry;
  switch (sort) {
    case 'supporters':
      return [-supporters(entry), -Date.parse(createdAt), suggestionId];
    case 'newest':
      return [-Date.parse(createdAt), suggestionId];
    case 'changed':
      return [-Date.parse(changedAt), suggestionId];
    case 'due':
      return dueKey({ isClosed: isClosed(state.status), dueAt: state.dueAt, createdAt, suggestionId });
  }
}

/** Writes the place of a suggestion by due date: promised first, by day; then what waits, the longest first; then what is closed. */
export function dueKey(entry: {
  readonly isClosed: boolean;
  readonly dueAt: string | null;
  readonly createdAt: string;
  readonly suggestionId: string;
}): SortKey {
  return [entry.isClosed ? '~' : (entry.dueAt ?? '9999'), entry.createdAt, entry.suggestionId];
}

/** Compares two places in one order. */
export function compareKeys(one: SortKey, other: SortKey): number {
  for (const [index, value] of one.entries()) {
    const against = other[index];
    if (against === undefined || value === against) continue;
    return value < against ? -1 : 1;
  }
  return 0;
}

/** Tells whether a list narrowed to a status has what stands at one; what repeats another is in none unless asked for. */
export function hasStatus(status: SuggestionStatus, asked: SuggestionList['status']): boolean {
  if (asked === undefined) return status !== 'duplicate';
  if (asked === 'open') return !isClosed(status);
  if (asked === 'closed') return isClosed(status);
  return status === asked;
}
