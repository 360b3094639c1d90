import type { Receipt } from '../contract/batch.js';
import type { ErrorCode } from '../contract/errors.js';
import { lazily } from '../lazily.js';
import type { Appended, Outbox, OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import type { DropReason, EmitSignal } from '../signals.js';
import { notLoaded, type Failure } from '../transport/outcome.js';
import type { DeliveryStatus } from './delivery-status.js';
import type { Identity } from './identity.js';
import type * as Refusals from './refusals.js';

/** Keeps account of what waits and what was answered for, and tells the host. */
export interface Ledger {
  status(): DeliveryStatus;
  /** Rows were added. */
  grew(rows: readonly OutboxRow[], appended: Appended): void;
  /** Rows were given up without an answer. */
  drop(rows: readonly OutboxRow[], reason: DropReason): void;
  /** Asks the disk what waits. Other pages add and deliver too. */
  recount(): Promise<void>;
  /** Counts once more and says so when nothing waits any more. */
  endPass(): Promise<void>;
  /** Lets the rows of a receipt go and keeps back those the server may take later. Returns why, if it took none at all. */
  settle(rows: readonly OutboxRow[], receipt: Receipt): Promise<Failure | undefined>;
  /** Nothing is left to send now. `nextMs` is when a row that was kept back is due, null when there is none. */
  caughtUp(nextMs: number | null): void;
  /** Gives one row up: the server will never take it. Returns why that has to wait. */
  reject(row: OutboxRow, code: ErrorCode, message: string): Promise<Failure | undefined>;
  /** Sending did not work. `nextMs` is null when something has to change first. */
  stalled(failure: Failure, nextMs: number | null): void;
}

/** Loads what is done with rows the server refuses. */
export const loadRefusals: () => Promise<typeof Refusals> = lazily(() => import('./refusals.js'));

const longQueue = 500;

/** Creates a ledger. It knows before it signals: whoever hears a signal finds the same in `status()` and on disk. */
export function createLedger(
  platform: Platform,
  outbox: Outbox,
  identity: Identity,
  emit: EmitSignal,
  longestAgeMs: number,
): Ledger {
  let status: DeliveryStatus = {
    pending: 0,
    oldestPendingAt: null,
    parked: 0,
    delivered: 0,
    rejected: 0,
    dropped: {},
    lastError: null,
    nextAttemptAt: null,
  };

  // Rows wait, and nobody has heard yet that they don't any more. Another page may deliver them.
  let isDraining = false;
  // The server said "not yet" to some rows, and they still wait: what it said stays in the status.
  let isDeferring = false;

  async function recount(): Promise<void> {
    isDraining ||= status.pending > 0;
    drop(await outbox.dropOlderThan(isoTime(platform.now() - longestAgeMs)), 'too-old');
    const counted = await outbox.count(identity.owner());
    status = { ...status, ...counted };
  }

  /** Counting a long queue after each batch takes longer than sending it, so on the way it is reckoned, and counted at the end. */
  async function countAfter(gone: readonly OutboxRow[]): Promise<void> {
    const pending = status.pending - gone.length;
    const { storedAt: oldestPendingAt = null } = gone.at(-1) ?? {};
    if (pending > longQueue) status = { ...status, pending, oldestPendingAt };
    else await recount();
  }

  async function endPass(): Promise<void> {
    await recount();
    if (status.pending > 0) return;
    // Another page may have delivered what this one kept back.
    if (isDeferring) caughtUp(null);
    if (!isDraining) return;
    isDraining = false;
    emit('drained', {});
  }

  const book: Refusals.RefusalBook = {
    platform,
    outbox,
    emit,
    recount,
    stalled,
    counted() {
      status = { ...status, rejected: status.rejected + 1 };
    },
    deferring() {
      isDeferring = true;
    },
  };

  return {
    status: () => status,
    recount,
    endPass,
    reject: (row, code, message) => refused(({ rejectRow }) => rejectRow(book, row, code, message)),
    drop,
    grew(rows, { growth, dropped }) {
      const { pending, oldestPendingAt } = status;
      status = { ...status, pending: pending + growth, oldestPendingAt: oldestPendingAt ?? rows[0]?.storedAt ?? null };
      drop(dropped, 'queue-full');
    },
    async settle(rows, { rejected }) {
      const taken = rows.filter((_row, index) => rejected.every((rejection) => rejection.index !== index));
      status = { ...status, delivered: status.delivered + taken.length };
      if (!isDeferring) status = { ...status, lastError: null, nextAttemptAt: null };
      if (taken.length > 0) {
        // Rows of an earlier page were nobody's until this pass learnt the tag.
        isDraining = true;
        await outbox.remove(taken, []);
        await countAfter(taken);
        const collateralIds = new Set(taken.flatMap(({ collateralId }) => collateralId ?? []));
        emit('delivered', { ids: taken.map(({ id }) => id), collateralIds: [...collateralIds] });
      }
      return rejected.length > 0 ? refused(({ settleRefused }) => settleRefused(book, rows, rejected)) : undefined;
    },
    caughtUp,
    stalled,
  };

  function drop(rows: readonly OutboxRow[], reason: DropReason): void {
    if (rows.length === 0) return;
    const mine = rows.filter(({ owner }) => owner === identity.owner()).length;
    const { pending, parked, dropped } = status;
    status = {
      ...status,
      // Other pages drop too; the next count corrects it.
      pending: Math.max(0, pending - mine),
      parked: Math.max(0, parked - rows.length + mine),
      dropped: { ...dropped, [reason]: (dropped[reason] ?? 0) + rows.length },
    };
    emit('dropped', { reason, ids: rows.map(({ id }) => id) });
  }

  function caughtUp(nextMs: number | null): void {
    isDeferring = nextMs !== null;
    const nextAttemptAt = nextMs === null ? null : isoTime(nextMs);
    status = { ...status, lastError: isDeferring ? status.lastError : null, nextAttemptAt };
  }

  function stalled({ code, message }: Failure, nextMs: number | null): void {
    const nextAttemptAt = nextMs === null ? null : isoTime(nextMs);
    status = { ...status, lastError: { code, message, at: isoTime(platform.now()) }, nextAttemptAt };
    emit('stalled', { code, message, nextAttemptAt });
  }
}

/** Few rows are ever refused, so what happens to them is loaded then. Without it they stay, and are refused again later. */
async function refused(act: (refusals: typeof Refusals) => Promise<Failure | undefined>): Promise<Failure | undefined> {
  return loadRefusals().then(act, notLoaded);
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
