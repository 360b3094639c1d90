import type { Receipt } from '../contract/batch.js';
import { limits } from '../contract/limits.js';
import type { Outbox, OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import type { EmitSignal } from '../signals.js';
import type { Failure } from '../transport/outcome.js';
import type { Transport } from '../transport/transport.js';
import { createBackoff } from './backoff.js';
import { fillBatch, type BatchHead, type FilledBatch } from './batch-body.js';
import { createClosingSend } from './closing-send.js';
import type { Identity } from './identity.js';
import { createLease } from './lease.js';
import { sendBatch } from './send-batch.js';
import { createSettle } from './settle.js';
import { createTally, type Tally } from './tally.js';
import { createSchedule } from './when-to-deliver.js';

/** Brings the rows of the outbox to the server. */
export interface Deliverer {
  readonly tally: Readonly<Tally>;
  /** Takes note of a row in the task it was recorded in. */
  remember(row: OutboxRow): void;
  /** Takes note that rows are safe, and by how many the queue grew. */
  stored(rows: readonly OutboxRow[], growth: number): void;
  /** Tries now, whatever the back-off clock says, unless the server asked to wait. */
  deliver(): Promise<void>;
  /** Tries again if it stopped because nobody was signed in. */
  resume(): void;
  /** Sends what fits while the page hides. */
  sendClosing(): void;
  close(): Promise<void>;
}

/** What a deliverer works with. */
export interface DelivererParts {
  readonly platform: Platform;
  readonly outbox: Outbox;
  readonly transport: Transport;
  readonly identity: Identity;
  readonly newId: () => string;
  readonly emit: EmitSignal;
  readonly explain: (message: string, detail: unknown) => void;
  readonly flushIntervalMs: number;
  readonly maxBatch: number;
}

/**
 * Creates a deliverer.
 *
 * Must:
 * 1. let a row go only when the server answered for it;
 * 2. send only rows of the person signed in now;
 * 3. send the same id and the same JSON at every try;
 * 4. hold the lease while it sends, and renew it before each request;
 * 5. never give up: only the server or the person can end a row.
 */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { platform, outbox, transport, identity, newId, emit, explain, flushIntervalMs, maxBatch } = parts;
  const tally = createTally();
  const lease = createLease(outbox, platform, newId());
  const backoff = createBackoff(outbox, platform);
  const settle = createSettle(outbox, platform, tally, emit);
  const schedule = createSchedule(platform, (isUrgent) =>
    pass(isUrgent).catch(explainFailure),
  );
  const closing = createClosingSend(transport, takenWhileHiding);
  const explainFailure = (error: unknown): void => explain('delivery failed', error);
  let isClosed = false;
  let isPaused = false;
  let onTheWay: readonly OutboxRow[] = [];
  // A server may take less than the contract allows; the size it took is remembered for this page.
  let maxBytes: number = limits.bodyBytes;
  // So many rows at the head of the queue are known to hide one that sinks its batch; 0 when none is known.
  let suspects = 0;

  async function pass(isUrgent: boolean): Promise<void> {
    if (isClosed || (isPaused && !isUrgent)) return;
    isPaused = false;
    await closing.ended();
    await recount();
    if (tally.pending + tally.parked === 0) return;
    const dueMs = await backoff.dueMs(isUrgent);
    if (dueMs > platform.now()) return schedule.at(dueMs);
    const leasedUntilMs = await lease.take();
    if (leasedUntilMs > 0) return schedule.at(Math.min(leasedUntilMs, platform.now() + flushIntervalMs));
    try {
      await drain();
    } finally {
      await lease.release();
      await recount();
    }
    if (tally.pending > 0 && !isPaused) schedule.at(platform.now() + flushIntervalMs);
  }

  async function drain(): Promise<void> {
    let refusedTag: string | undefined;
    while (!isClosed) {
      const { value: tag, failure: unknown } = await identity.learn();
      // What close() cuts off says nothing about the server.
      if (unknown) return isClosed ? undefined : stall(unknown);
      const rows = await outbox.head(tag, suspects > 0 ? Math.ceil(suspects / 2) : maxBatch);
      if (rows.length === 0) return;
      const batch = fillBatch(headFor(tag), rows, maxBytes);
      explain('sending', batch);
      onTheWay = batch.rows;
      const { value: receipt, failure } = await sendBatch(transport, batch);
      onTheWay = [];
      if (receipt) {
        if (!(await take(batch, receipt))) return;
      } else if (isClosed) {
        return;
      } else if (failure.remedy === 'actor-changed' && tag !== refusedTag) {
        refusedTag = tag;
        identity.forget();
        closing.forget(batch.rows);
        report(failure, null);
      } else if (!(await recover(batch, failure))) return;
      if ((await lease.take()) > 0) return;
    }
  }

  /** Lets the rows of a receipt go. Returns whether there is reason to go on at once. */
  async function take({ rows }: FilledBatch, receipt: Receipt): Promise<boolean> {
    const again = await settle.receipt(rows, receipt);
    closing.forget(rows);
    suspects = Math.max(0, suspects - rows.length);
    tally.lastError = null;
    const reason = receipt.rejected.find(({ retryable }) => retryable);
    if (again.length > 0 && reason) {
      await stall({ remedy: 'back-off', code: reason.code, message: reason.message, notBeforeMs: 0 });
      return false;
    }
    await backoff.succeed();
    tally.nextAttemptAt = null;
    return true;
  }

  /** Does what helps against a failure. Returns whether there is reason to go on at once. */
  async function recover({ rows: [row, ...others], bytes }: FilledBatch, failure: Failure): Promise<boolean> {
    const isTooBig = failure.remedy === 'shrink';
    if (!row || (!isTooBig && failure.remedy !== 'split')) {
      await stall(failure);
      return false;
    }
    if (others.length > 0) {
      if (isTooBig) maxBytes = Math.floor(bytes / 2);
      else suspects = others.length + 1;
    } else {
      await settle.reject(row, isTooBig ? 'event-too-large' : failure.code, failure.message);
      closing.forget([row]);
      suspects = 0;
    }
    return true;
  }

  async function stall(failure: Failure): Promise<void> {
    isPaused = failure.remedy === 'pause' || failure.remedy === 'actor-changed';
    const nextMs = isPaused ? null : await backoff.fail(failure.notBeforeMs);
    if (nextMs !== null) schedule.at(nextMs);
    report(failure, nextMs);
  }

  function report({ code, message }: Failure, nextMs: number | null): void {
    const nextAttemptAt = nextMs === null ? null : new Date(nextMs).toISOString();
    tally.lastError = { code, message, at: new Date(platform.now()).toISOString() };
    tally.nextAttemptAt = nextAttemptAt;
    explain('stalled', tally.lastError);
    emit('stalled', { code, message, nextAttemptAt });
  }

  async function recount(): Promise<void> {
    const before = tally.pending;
    Object.assign(tally, await outbox.count(identity.owner()));
    if (before > 0 && tally.pending === 0) emit('drained', {});
  }

  function headFor(forActor: string): BatchHead {
    return { batchId: newId(), sentAt: new Date(platform.now()).toISOString(), forActor };
  }

  async function takenWhileHiding(rows: readonly OutboxRow[]): Promise<void> {
    // What was at hand has no place in the queue yet; the rows on disk have.
    const ids = new Set(rows.map(({ id }) => id));
    const waiting = await outbox.head(identity.owner(), limits.eventsPerBatch);
    await settle.receipt(
      waiting.filter(({ id }) => ids.has(id)),
      { batchId: '', accepted: rows.length, duplicates: 0, rejected: [] },
    );
    await recount();
  }

  void schedule.now(false);
  return {
    tally,
    remember: (row) => closing.remember(row),
    stored(rows, growth) {
      tally.pending += growth;
      tally.oldestAt ??= rows[0]?.storedAt ?? null;
      if (rows.some(({ written }) => written) || tally.pending >= maxBatch) void schedule.now(false);
      else {
        schedule.at(platform.now() + flushIntervalMs);
        // Until the tag is known, only this page can give the rows to their person. Don't wait with that.
        if (!isPaused && tally.nextAttemptAt === null) identity.learn().catch(explainFailure);
      }
    },
    deliver: () => schedule.now(true),
    resume() {
      if (isPaused) void schedule.now(true);
    },
    sendClosing() {
      // While the server is unwell or nobody is signed in, the disk is the safer place.
      if (isClosed || isPaused || tally.nextAttemptAt !== null || !identity.isKnown()) return;
      closing.send({ ...headFor(identity.owner()), token: transport.lastToken() }, onTheWay);
    },
    async close() {
      isClosed = true;
      transport.close();
      await schedule.stop();
    },
  };
}
