import type { Rejection } from '../contract/batch.js';
import type { ErrorCode } from '../contract/errors.js';
import { longestDeferralMs, type Outbox, type OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import type { EmitSignal } from '../signals.js';
import type { Failure } from '../transport/outcome.js';
import { backOffMs } from './back-off.js';

/** Where refusals are written down: the parts of the ledger that they touch. */
export interface RefusalBook {
  readonly platform: Platform;
  readonly outbox: Outbox;
  readonly emit: EmitSignal;
  recount(): Promise<void>;
  /** One more row was given up. */
  counted(): void;
  /** Some rows wait because the server said "not yet". */
  deferring(): void;
  stalled(failure: Failure, nextMs: number | null): void;
}

/**
 * Does with each refused row what the server said: gives it up for good, or keeps it back. Returns why the rest has to wait, if the
 * server took nothing at all.
 */
export async function settleRefused(
  book: RefusalBook,
  rows: readonly OutboxRow[],
  rejected: readonly Rejection[],
): Promise<Failure | undefined> {
  for (const { index, code, message, retryable } of rejected) {
    const row = rows[index];
    if (row && !retryable) await rejectRow(book, row, code, message);
  }
  return defer(book, rows, rejected);
}

/** Gives one row up: the server will never take it. */
export async function rejectRow(
  book: RefusalBook,
  row: OutboxRow,
  code: ErrorCode,
  message: string,
): Promise<undefined> {
  await book.outbox.remove([row], [{ row, code, message, refusedAt: new Date(book.platform.now()).toISOString() }]);
  book.counted();
  await book.recount();
  book.emit('rejected', { id: row.id, code, message });
}

/** Keeps back what the server may take later: the rows of a batch together, so that they come back as one. */
async function defer(
  book: RefusalBook,
  rows: readonly OutboxRow[],
  rejected: readonly Rejection[],
): Promise<Failure | undefined> {
  const { platform, outbox } = book;
  const notYet = rejected.filter(({ retryable }) => retryable);
  const deferred = notYet.flatMap(({ index }) => rows[index] ?? []);
  const [first] = notYet;
  if (!first) return undefined;
  const deferrals = Math.max(...deferred.map((row) => row.deferrals));
  const dueMs = platform.now() + backOffMs(platform, deferrals, longestDeferralMs);
  await outbox.defer(deferred, dueMs);
  book.deferring();
  const failure = { code: first.code, message: first.message, notBeforeMs: 0 };
  // An item nobody registered says nothing about the rows behind; a server that takes nothing at all needs a rest.
  if (deferred.length === rows.length && first.code !== 'unknown-item') return failure;
  book.stalled(failure, dueMs);
  return undefined;
}
