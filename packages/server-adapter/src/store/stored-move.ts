import { type SuggestionStatus } from '@collateral/sdk/contract';

/** Why somebody may move suggestions. */
export type MoverRole = 'producer' | 'manager' | 'admin' | 'service';

/** One step of one suggestion as it is kept. A suggestion's state is the fold of its steps: see {@link stateOf}. */
export interface StoredMove {
  /** The id of the command, so that the same command sent twice is done once. */
  readonly commandId: string;
  readonly type: 'transition' | 'merge' | 'unmerge' | 'hide' | 'show';
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Who did it. */
  readonly actorId: string;
  readonly role: MoverRole;
  readonly to: SuggestionStatus;
  /** Null when the words were erased with the person. */
  readonly reason: string | null;
  readonly assignee?: string;
  readonly dueAt?: string;
  readonly shippedVersion?: string;
  readonly duplicateOf?: string;
  readonly replyId?: string;
}

/** Where a suggestion stands after some steps. */
export interface SuggestionState {
  readonly status: SuggestionStatus;
  /** How many steps there were. */
  readonly revision: number;
  readonly assignee: string | null;
  readonly dueAt: string | null;
  readonly shippedVersion: string | null;
  readonly duplicateOf: string | null;
  /** Why it is hidden; null when it is not. */
  readonly hidden: string | null;
  /** Ids of the replies that are hidden, and why. */
  readonly hiddenReplies: ReadonlyMap<string, string>;
}

const start: SuggestionState = Object.freeze({
  status: 'new',
  revision: 0,
  assignee: null,
  dueAt: null,
  shippedVersion: null,
  duplicateOf: null,
  hidden: null,
  hiddenReplies: new Map<string, string>(),
});

/** Says where a suggestion stands after its steps, oldest first. */
export function stateOf(moves: readonly StoredMove[]): SuggestionState {
  return moves.reduce(stateAfter, start);
}

/** Says where a suggestion stood at an instant. */
function stateAt(moves: readonly StoredMove[], at: string): SuggestionState {
  return stateOf(moves.filter((move) => move.at <= at));
}

/**
 * Tells whether taking back at an instant takes a suggestion away: only while it is new. Who takes back offline says when by a clock
 * of their own, so what was decided before that arrived holds as well.
 */
export function isTakenBack(moves: readonly StoredMove[], withdrawnAt: string): boolean {
  const isDecidedLater = moves.some(({ at, type }) => at > withdrawnAt && type !== 'hide' && type !== 'show');
  return !isDecidedLater && stateAt(moves, withdrawnAt).status === 'new';
}

function stateAfter(state: SuggestionState, move: StoredMove): SuggestionState {
  const revision = state.revision + 1;
  const reason = move.reason ?? '';
  if (move.type === 'hide' || move.type === 'show') {
    if (move.replyId === undefined) return { ...state, revision, hidden: move.type === 'hide' ? reason : null };
    const hiddenReplies = new Map(state.hiddenReplies);
    if (move.type === 'hide') hiddenReplies.set(move.replyId, reason);
    else hiddenReplies.delete(move.replyId);
    return { ...state, revision, hiddenReplies };
  }
  const isOpenAgain = move.to === 'new';
  return {
    ...state,
    revision,
    status: move.to,
    assignee: isOpenAgain ? null : (move.assignee ?? state.assignee),
    dueAt: isOpenAgain ? null : (move.dueAt ?? state.dueAt),
    shippedVersion: move.to === 'shipped' ? (move.shippedVersion ?? null) : null,
    duplicateOf: move.to === 'duplicate' ? (move.duplicateOf ?? null) : null,
  };
}
