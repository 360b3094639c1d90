import type { Dispute, DisputeCommand, DisputeReply, Disputes, SettleCommand } from '../contract/dispute.js';
import { isCollateralError, type ErrorCode } from '../contract/errors.js';
import { isHostId } from '../contract/ids.js';
import { limits } from '../contract/limits.js';
import { refuse } from '../refuse.js';
import type { Reply, Transport } from '../transport/transport.js';
import { disputeReasonsShape } from './metric-shapes.js';
import { read, type Question } from './read.js';
import { hasShape, type Shape } from './shape.js';
import type { ReadOptions } from './suggestions-client.js';

const path = '/v1/disputes';

const disputeShape: Readonly<Record<keyof Dispute, Shape>> = {
  ...disputeReasonsShape,
  ratingId: 'string',
  collateralId: 'string',
  title: 'string',
  version: 'string?',
  value: 'number',
  comment: 'string?',
  month: 'string',
  status: 'string',
  revision: 'number',
  maySettle: 'boolean',
};

const codes: readonly ErrorCode[] = ['revision-conflict', 'not-found', 'invalid-batch', 'rate-limited'];

/** Asks for the disputes the caller may see. It is loaded when it is wanted first, with the two commands below. */
export async function readDisputes(transport: Transport, { signal }: ReadOptions = {}): Promise<Disputes> {
  const reply = await read(transport, { path, signal, shape: { disputes: [disputeShape] }, codes: [] });
  // Just checked.
  return reply as Disputes;
}

/** Objects to a rating. */
export async function openDispute(transport: Transport, command: DisputeCommand): Promise<Dispute> {
  const { collateralId, ratingId, reason } = command;
  if (!isHostId(collateralId)) refuse('invalid-collateral-id', 'collateralId', 'an id of the catalogue', collateralId);
  checkRating(ratingId);
  return send(transport, { path, body: JSON.stringify({ collateralId, ratingId, reason: checkedReason(reason) }) });
}

/** Settles a dispute. */
export async function settleDispute(transport: Transport, ratingId: string, command: SettleCommand): Promise<Dispute> {
  const { upheld, reason, expect } = command;
  checkRating(ratingId);
  if (typeof upheld !== 'boolean') refuse('invalid-option', 'upheld', 'true or false', upheld);
  if (!Number.isSafeInteger(expect) || expect < 1)
    refuse('invalid-option', 'expect', 'the revision seen, a whole number', expect);
  const body = JSON.stringify({ upheld, reason: checkedReason(reason), expect });
  return send(transport, { path: `${path}/${encodeURIComponent(ratingId)}/settle`, body });
}

/** Without an answer nobody knows whether it was done. The server does the same command of the same person once. */
async function send(transport: Transport, question: Pick<Question, 'path' | 'body'>): Promise<Dispute> {
  const once = (): Promise<unknown> =>
    read(transport, { ...question, shape: { dispute: disputeShape }, codes, causeOf: conflictOf });
  const reply = await once().catch((error: unknown) => {
    if (isCollateralError(error) && error.code === 'network-failed') return once();
    throw error;
  });
  // `read` checked its shape.
  return (reply as DisputeReply).dispute;
}

function conflictOf({ body }: Reply, code: ErrorCode): Dispute | undefined {
  const { now } = Object(body) as { readonly now?: unknown };
  // Just checked.
  return code === 'revision-conflict' && hasShape(now, disputeShape) ? (now as Dispute) : undefined;
}

function checkRating(ratingId: unknown): void {
  if (!isHostId(ratingId)) refuse('invalid-option', 'ratingId', 'the ratingId of a comment', ratingId);
}

function checkedReason(reason: unknown): string {
  const text = typeof reason === 'string' ? reason.trim() : '';
  if (text === '' || text.length > limits.reasonLength)
    refuse('invalid-option', 'reason', `a text of 1 to ${limits.reasonLength} characters`, reason);
  return text;
}
