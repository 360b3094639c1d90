import {
  CollateralError,
  isClosed,
  suggestionMoves,
  versionAt,
  type HideCommand,
  type MergeCommand,
  type Suggestion,
  type SuggestionCommand,
  type SuggestionStatus,
  type TransitionCommand,
} from '@collateral/sdk/contract';
import type { Conversation } from './conversation.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import type { MoverRole, StoredMove } from '../store/stored-move.js';

/** A command as it came in. */
export type Command =
  | ({ readonly type: 'transition' } & TransitionCommand)
  | ({ readonly type: 'merge' } & MergeCommand)
  | ({ readonly type: 'unmerge' } & SuggestionCommand)
  | ({ readonly type: 'hide' } & HideCommand);

/** Who gives a command, and when. */
export interface Mover {
  readonly actorId: string;
  readonly role: MoverRole;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Today in the policy's time zone. */
  readonly today: string;
  /** Producers something may be given to. */
  readonly assignees: ReadonlySet<string>;
  /** Items of the catalogue a request may have become. */
  readonly isItem: (collateralId: string) => Promise<boolean>;
  /** Replies to the suggestion. */
  readonly isReply: (replyId: string) => Promise<boolean>;
}

/** Says that a command was not done, because of where the suggestion stands. */
export class MoveRefused extends CollateralError {
  /** Given to the sender beside the message. */
  readonly entry: SuggestionEntry;

  constructor(code: 'revision-conflict' | 'move-not-permitted', message: string, entry: SuggestionEntry) {
    super(code, message);
    this.entry = entry;
  }
}

/**
 * Decides what a command does: the step to write, or null when it was done before.
 *
 * @throws MoveRefused when the suggestion stands elsewhere than the sender saw, or there is no such way on.
 * @throws CollateralError `invalid-batch` when what the move needs is missing or wrong, `id-conflict`.
 */
export async function decideMove(
  conversation: Conversation,
  entry: SuggestionEntry,
  command: Command,
  mover: Mover,
): Promise<StoredMove | null> {
  const done = entry.moves.find(({ commandId }) => commandId === command.id);
  const move = moveOf(entry, command, mover);
  if (done !== undefined) return requireSame(done, move);
  if (command.expect !== entry.state.revision)
    throw new MoveRefused(
      'revision-conflict',
      `Somebody changed the suggestion: expected revision ${command.expect}, it is ${entry.state.revision} now. Look at it again.`,
      entry,
    );
  if (move.type === 'hide' || move.type === 'show') return checkHiding(entry, move, mover);
  const way = suggestionMoves[entry.state.status].find(({ to }) => to === move.to);
  if (way === undefined)
    throw new MoveRefused(
      'move-not-permitted',
      `From ${entry.state.status} a suggestion can't go to ${move.to}. It can go to ${waysFrom(entry.state.status)}.`,
      entry,
    );
  for (const field of way.requires)
    if (move[field] === undefined)
      refuse(`${field} is missing. A move to ${move.to} needs ${way.requires.join(' and ')}.`);
  await checkFields(conversation, entry, move, mover);
  return move;
}

function moveOf({ state }: SuggestionEntry, command: Command, { actorId, role, now }: Mover): StoredMove {
  const base = { commandId: command.id, at: new Date(now).toISOString(), actorId, role, reason: command.reason };
  switch (command.type) {
    case 'transition': {
      const { to, assignee, dueAt, shippedVersion, duplicateOf } = command;
      const type = to === 'duplicate' ? 'merge' : to === 'new' ? 'unmerge' : 'transition';
      return {
        ...base,
        type,
        to,
        ...(to === 'accepted' && assignee !== undefined && { assignee }),
        ...(to === 'accepted' && dueAt !== undefined && { dueAt }),
        ...(to === 'shipped' && shippedVersion !== undefined && { shippedVersion }),
        ...(to === 'duplicate' && duplicateOf !== undefined && { duplicateOf }),
      };
    }
    case 'merge':
      return { ...base, type: 'merge', to: 'duplicate', duplicateOf: command.into };
    case 'unmerge':
      return { ...base, type: 'unmerge', to: 'new' };
    case 'hide':
      return {
        ...base,
        type: command.hidden ? 'hide' : 'show',
        to: state.status,
        ...(command.replyId !== undefined && { replyId: command.replyId }),
      };
  }
}

// The same command sent again after a lost reply is done; another one under its id is a fault of the sender.
function requireSame(done: StoredMove, move: StoredMove): null {
  const names = ['type', 'reason', 'assignee', 'dueAt', 'shippedVersion', 'duplicateOf', 'replyId'] as const;
  const isSame =
    names.every((name) => done[name] === move[name]) &&
    (done.type === 'hide' || done.type === 'show' || done.to === move.to);
  if (!isSame || done.actorId !== move.actorId)
    throw new CollateralError(
      'id-conflict',
      'Another command with this id was already done. Give every command an id of its own.',
    );
  return null;
}

async function checkHiding(entry: SuggestionEntry, move: StoredMove, { isReply }: Mover): Promise<StoredMove> {
  const { state } = entry;
  if (move.replyId !== undefined && !(await isReply(move.replyId)))
    refuse(`replyId must be a reply to this suggestion, got ${show(move.replyId)}.`);
  const isHidden = move.replyId === undefined ? state.hidden !== null : state.hiddenReplies.has(move.replyId);
  if (isHidden === (move.type === 'hide'))
    throw new MoveRefused(
      'move-not-permitted',
      `It is ${isHidden ? 'hidden' : 'shown'} already. Look at it again.`,
      entry,
    );
  return move;
}

async function checkFields(
  { collateralId, item, entries, families }: Conversation,
  { suggestionId }: SuggestionEntry,
  move: StoredMove,
  { today, assignees, isItem }: Mover,
): Promise<void> {
  const { assignee, dueAt, shippedVersion, duplicateOf } = move;
  if (assignee !== undefined && !assignees.has(assignee))
    refuse(
      `assignee must be a producer of the catalogue, got ${show(assignee)}. The suggestion's assignees lists those there are.`,
    );
  if (dueAt !== undefined && dueAt < today) refuse(`dueAt must be today (${today}) or later, got ${dueAt}.`);
  if (shippedVersion !== undefined && collateralId === null && !(await isItem(shippedVersion)))
    refuse(
      `shippedVersion of a request must be the id of the item it became, got ${show(shippedVersion)}. Put the item into the catalogue first.`,
    );
  const versions = item?.versions ?? [];
  if (shippedVersion !== undefined && versions.length > 0) {
    const version = versions.find((one) => one.version === shippedVersion);
    if (version === undefined)
      refuse(
        `shippedVersion must be a version of the item (${versions.map((one) => one.version).join(', ')}), got ${show(shippedVersion)}. Put it into the catalogue first.`,
      );
    if (item && versionAt(item, move.at) === null)
      refuse('shippedVersion must be published. Nothing of the item is yet.');
    if (Date.parse(version.publishedAt) > Date.parse(move.at))
      refuse(`shippedVersion ${show(shippedVersion)} is published at ${version.publishedAt} only. Ship it then.`);
  }
  if (duplicateOf === undefined) return;
  const target = entries.get(duplicateOf);
  if (target?.state.hidden !== null)
    refuse(
      'duplicateOf must be another suggestion about the same item that is not hidden, or of a request another request.',
    );
  if (families.rootOf(duplicateOf) === suggestionId)
    refuse('duplicateOf must not be one of its own duplicates. Merge them the other way round.');
}

function waysFrom(status: SuggestionStatus): string {
  return suggestionMoves[status].map(({ to }) => to).join(', ') + (isClosed(status) ? ' only' : '');
}

function show(text: Suggestion['suggestionId']): string {
  return JSON.stringify(text.slice(0, 60));
}

function refuse(message: string): never {
  throw new CollateralError('invalid-batch', message);
}
