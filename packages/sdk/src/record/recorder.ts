import { limits } from '../contract/limits.js';
import { isWritten } from '../contract/usage-event.js';
import type { Appended, Outbox, OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import { refuse } from '../refuse.js';
import { checkEvent, type RecordedKind } from './check-event.js';
import type { StoreReceipt } from './store-receipt.js';

/** Turns what a host reports into rows of the outbox. */
export interface Recorder {
  /** Checks, freezes and stores one event. Rejects when it is wrong; resolves when it is safe. */
  record(kind: RecordedKind, input: object, slot?: string): Promise<StoreReceipt>;
  /** Resolves when everything recorded so far is in the outbox. */
  stored(): Promise<unknown>;
}

/** What a recorder tells. */
export interface RecorderListener {
  /** In the task of the call, before the row is safe. */
  remember(row: OutboxRow): void;
  /** When rows are safe, and what that did to the queue. */
  stored(rows: readonly OutboxRow[], appended: Appended): void;
}

/**
 * Creates a recorder. `owner` says whom rows of this moment belong to.
 *
 * Must:
 * 1. make the id and the JSON at the call: whatever the host does to its objects later, the event stays as it was;
 * 2. write in the task of the call: a transaction begun in `pagehide` is lost in WebKit, one begun before it is not;
 * 3. write all events of one task in one transaction;
 * 4. ask for the owner when it writes: then no row can slip behind the change of owner when the person becomes known.
 */
export function createRecorder(
  platform: Platform,
  outbox: Outbox,
  newId: () => string,
  owner: () => string,
  listener: RecorderListener,
): Recorder {
  let tail: OutboxRow[] = [];
  let writing: Promise<readonly OutboxRow[]> = Promise.resolve([]);
  let allWritten: Promise<unknown> = writing;
  let lastWrittenMs = 0;

  /** Returns the rows that found no room. */
  async function write(): Promise<readonly OutboxRow[]> {
    await Promise.resolve();
    const rows = tail;
    tail = [];
    for (const row of rows) row.owner = owner();
    const appended = await outbox.append(rows);
    listener.stored(rows, appended);
    return appended.dropped;
  }

  return {
    stored: () => allWritten,
    async record(kind, input, slot) {
      const fields = checkEvent(kind, input);
      const type = kind === 'search' ? 'usage' : kind;
      const written = isWritten(type);
      let now = platform.now();
      // Two ratings in one millisecond, or across a clock step, keep the order in which they were given.
      if (written) now = lastWrittenMs = Math.max(now, lastWrittenMs + 1);
      const id = newId();
      const occurredAt = new Date(now).toISOString();
      const context = { ...platform.context(), ...(fields['context'] as object | undefined) };
      const json = JSON.stringify({ id, type, occurredAt, ...fields, context });
      const bytes = new TextEncoder().encode(json).length;
      if (bytes > limits.eventBytes) refuse('event-too-large', 'an event', `at most ${limits.eventBytes} bytes`, bytes);
      if (!platform.hasPage) return { id, state: 'none' };
      const row = {
        id,
        owner: '',
        dueMs: 0,
        deferrals: 0,
        type,
        ...pick(fields),
        ...(slot && { slot }),
        json,
        bytes,
        written,
        storedAt: occurredAt,
      };
      listener.remember(row);
      if (tail.push(row) === 1) {
        writing = write();
        // A later write may be safe before an earlier one that had to be tried again.
        allWritten = Promise.all([allWritten, writing]).then(() => undefined);
      }
      const dropped = await writing;
      if (dropped.some((gone) => gone.id === id)) return { id, state: 'none' };
      return { id, state: outbox.tier === 'memory' ? 'memory' : 'stored' };
    },
  };
}

function pick({ collateralId }: { readonly collateralId?: unknown }): { readonly collateralId?: string } {
  return typeof collateralId === 'string' ? { collateralId } : {};
}
