import { CollateralError, isClosed, type SuggestionSort, type SuggestionStatus } from '@collateral/sdk/contract';
import type { SuggestionEntry } from './conversation.js';

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
    .filter((entry) => hasStatus(entry, list.status))
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

type Key = readonly (string | number)[];

// Ascending: numbers that count from the top are negated, instants of the newest first are turned into them.
function keyOf(entry: SuggestionEntry, sort: SuggestionSort, supporters: (entry: SuggestionEntry) => number): Key {
  const { suggestionId, createdAt, changedAt, state } = entry;
  switch (sort) {
    case 'supporters':
      return [-supporters(entry), -Date.parse(createdAt), suggestionId];
    case 'newest':
      return [-Date.parse(createdAt), suggestionId];
    case 'changed':
      return [-Date.parse(changedAt), suggestionId];
    case 'due':
      // Promised first, by day; then what waits, the longest first.
      return [isClosed(state.status) ? '~' : (state.dueAt ?? '9999'), createdAt, suggestionId];
  }
}

function compareKeys(one: Key, other: Key): number {
  for (const [index, value] of one.entries()) {
    const against = other[index];
    if (against === undefined || value === against) continue;
    return value < against ? -1 : 1;
  }
  return 0;
}

function hasStatus({ state }: SuggestionEntry, status: SuggestionList['status']): boolean {
  if (status === undefined) return state.status !== 'duplicate';
  if (status === 'open') return !isClosed(state.status);
  if (status === 'closed') return isClosed(state.status);
  return state.status === status;
}

function writeCursor(key: Key, sort: SuggestionSort): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, ...key]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function readCursor(cursor: string, sort: SuggestionSort): Key {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isKey = Array.isArray(parts) && parts.every((part) => typeof part === 'string' || typeof part === 'number');
    if (isKey && parts[0] === sort) return parts.slice(1);
  } catch {
    // Whatever it is, this server did not write it; said below.
  }
  throw new CollateralError(
    'invalid-query',
    `cursor must be the nextCursor of an earlier page in the same order. Leave it out for the first page.`,
  );
}
