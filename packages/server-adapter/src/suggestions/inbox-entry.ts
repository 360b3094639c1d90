import { isClosed, type Inbox, type InboxQuery, type InboxState, type Suggestion } from '@collateral/sdk/contract';
import type { SortKey } from './list-cursor.js';
import { dueKey } from './list-suggestions.js';
import { daysLate } from './shape-suggestions.js';
import type { SuggestionEntry } from './suggestion-entry.js';

/** One suggestion as far as an inbox counts and sorts it. */
export interface InboxEntry {
  readonly suggestionId: string;
  readonly collateralId: string | null;
  readonly kind: Suggestion['kind'];
  readonly createdAt: string;
  readonly part: 'waiting' | 'promised' | 'closed';
  readonly assignee: string | null;
  /** Null for what is not promised. */
  readonly dueAt: string | null;
}

/** How much there is in the parts of an inbox; of several places they are added. */
export interface InboxCounts {
  readonly waiting: number;
  readonly promised: number;
  readonly overdue: number;
  /** When the longest waiting one was made; null when none waits. */
  readonly waitingSince: string | null;
  /** The earliest day something is promised for; null when nothing is. */
  readonly dueSince: string | null;
}

/** Reads a suggestion as one of an inbox; what repeats another is in none. */
export function inboxEntry(entry: SuggestionEntry): InboxEntry | null {
  const { suggestionId, collateralId, createdAt, low, state } = entry;
  if (state.status === 'duplicate') return null;
  const part = isClosed(state.status) ? 'closed' : state.status === 'new' ? 'waiting' : 'promised';
  const kind = low !== null ? 'low-rating' : collateralId === null ? 'request' : 'idea';
  const dueAt = part === 'promised' ? state.dueAt : null;
  return { suggestionId, collateralId, kind, createdAt, part, assignee: state.assignee, dueAt };
}

/** Tells whether a query looks at an entry at all, in whatever part. */
export function isOfQuery({ assignee, kind }: InboxEntry, query: InboxQuery): boolean {
  return (
    (query.assignee === undefined || assignee === query.assignee) && (query.kind === undefined || kind === query.kind)
  );
}

/** Tells whether an entry is in a part of an inbox; absent means waiting and promised. */
export function isInPart({ part, dueAt }: InboxEntry, asked: InboxState | undefined, today: string): boolean {
  if (asked === undefined) return part !== 'closed';
  return asked === 'overdue' ? part === 'promised' && dueAt !== null && dueAt < today : part === asked;
}

/** Writes the place of an entry by due date. */
export function placeOfEntry({ part, ...entry }: InboxEntry): SortKey {
  return dueKey({ ...entry, isClosed: part === 'closed' });
}

/** Counts entries. */
export function countEntries(entries: readonly InboxEntry[], today: string): InboxCounts {
  const waiting = entries.filter(({ part }) => part === 'waiting');
  const promised = entries.filter(({ part }) => part === 'promised');
  return {
    waiting: waiting.length,
    promised: promised.length,
    overdue: promised.filter((entry) => isInPart(entry, 'overdue', today)).length,
    waitingSince: earliest(waiting.map(({ createdAt }) => createdAt)),
    dueSince: earliest(promised.map(({ dueAt }) => dueAt)),
  };
}

/** Adds counts up, as they are told. */
export function numbersOf(
  all: readonly InboxCounts[],
  today: string,
): Pick<Inbox, 'waiting' | 'promised' | 'overdue' | 'overdueDays' | 'waitingSince'> {
  const sum = (pick: (counts: InboxCounts) => number): number => all.reduce((total, counts) => total + pick(counts), 0);
  const dueSince = earliest(all.map((counts) => counts.dueSince));
  return {
    waiting: sum(({ waiting }) => waiting),
    promised: sum(({ promised }) => promised),
    overdue: sum(({ overdue }) => overdue),
    overdueDays: dueSince === null ? 0 : daysLate(dueSince, today),
    waitingSince: earliest(all.map((counts) => counts.waitingSince))?.slice(0, 10) ?? null,
  };
}

function earliest(instants: readonly (string | null)[]): string | null {
  return instants.filter((at) => at !== null).sort()[0] ?? null;
}
