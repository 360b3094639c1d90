/** Where a suggestion stands. */
export const suggestionStatuses = ['new', 'accepted', 'in-progress', 'shipped', 'declined', 'duplicate'] as const;

/** Where a suggestion stands. `shipped`, `declined` and `duplicate` are closed: nobody can vote there. */
export type SuggestionStatus = (typeof suggestionStatuses)[number];

/** What has to come with a move besides its reason. */
export type MoveField = 'assignee' | 'dueAt' | 'shippedVersion' | 'duplicateOf';

/** One way on from a status. */
export interface PermittedMove {
  /** The status it leads to. */
  readonly to: SuggestionStatus;
  /** What has to be given besides the reason, which every move needs. */
  readonly requires: readonly MoveField[];
}

const accept: PermittedMove = { to: 'accepted', requires: ['assignee', 'dueAt'] };
const start: PermittedMove = { to: 'in-progress', requires: [] };
const ship: PermittedMove = { to: 'shipped', requires: ['shippedVersion'] };
const decline: PermittedMove = { to: 'declined', requires: [] };
const merge: PermittedMove = { to: 'duplicate', requires: ['duplicateOf'] };
const undo: PermittedMove = { to: 'new', requires: [] };

/**
 * Every move there is. The server refuses all others, and elements show no others.
 *
 * A move from a status to itself is none: `accepted` with another date or assignee is a move from `accepted` to `accepted`, so
 * it stands in the table.
 */
export const suggestionMoves: Readonly<Record<SuggestionStatus, readonly PermittedMove[]>> = Object.freeze({
  new: [accept, decline, merge],
  accepted: [start, ship, decline, accept],
  'in-progress': [ship, decline, accept],
  shipped: [accept],
  declined: [accept],
  duplicate: [undo],
});

const closedStatuses: ReadonlySet<SuggestionStatus> = new Set(['shipped', 'declined', 'duplicate']);

/** Tells whether work on a suggestion is over. */
export function isClosed(status: SuggestionStatus): boolean {
  return closedStatuses.has(status);
}
