import { CollateralError } from '../contract/errors.js';
import { limits } from '../contract/limits.js';
import { isWritten } from '../contract/usage-event.js';
import type { Outbox, OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import { checkEvent, type RecordedKind } from './check-event.js';
import type { StoreReceipt } from './store-receipt.js';

/** Turns what a host reports into rows of the outbox. */
export interface Recorder {
  newId(): string;
  /** Checks, freezes and stores one event. Throws at once when it is wrong; resolves when it is safe. */
  record(kind: RecordedKind, input: object, slot?: string): Promise<StoreReceipt>;
  /** Resolves when everything recorded so far is in the outbox. */
  stored(): Promise<unknown>;
}

/** What a recorder works with. */
export interface RecorderParts {
  readonly platform: Platform;
  readonly outbox: Outbox;
  readonly newId: () => string;
  /** Whom rows of this moment belong to. */
  readonly owner: () => string;
  /** Told in the task of the call, before the row is safe. */
  readonly onRecorded: (row: OutboxRow) => void;
  /** Told when rows are safe, and by how many the queue grew. */
  readonly onStored: (rows: readonly OutboxRow[], growth: number) => void;
}

/**
 * Creates a recorder.
 *
 * Must:
 * 1. make the id and the JSON at the call: whatever the host does to its objects later, the event stays as it was;
 * 2. write in the task of the call: a transaction begun in `pagehide` is lost in WebKit, one begun before it is not;
 * 3. write all events of one task in one transaction;
 * 4. ask for the owner when it writes: then no row can slip behind the change of owner when the person becomes known.
 */
export function createRecorder({ platform, outbox, newId, owner, onRecorded, onStored }: RecorderParts): Recorder {
  let tail: OutboxRow[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  let lastWrittenMs = 0;

  async function write(): Promise<void> {
    await Promise.resolve();
    const rows = tail.map((row) => ({ ...row, owner: owner() }));
    tail = [];
    onStored(rows, await outbox.append(rows));
  }

  return {
    newId,
    stored: () => writing,
    async record(kind, input, slot) {
      const fields = checkEvent(kind, input);
      const type = kind === 'search' ? 'usage' : kind;
      const written = isWritten(type);
      let now = platform.now();
      // Two ratings in one millisecond, or across a clock step, keep the order in which they were given.
      if (written) lastWrittenMs = now = Math.max(now, lastWrittenMs + 1);
      const context = { ...platform.context(), ...(fields['context'] as object | undefined) };
      const event = { id: newId(), type, occurredAt: new Date(now).toISOString(), ...fields, context };
      const json = JSON.stringify(event);
      const bytes = new TextEncoder().encode(json).length;
      if (bytes > limits.eventBytes) {
        throw new CollateralError('event-too-large', `An event may have ${limits.eventBytes} bytes, got ${bytes}.`);
      }
      if (!platform.hasPage) return { id: event.id, state: 'none' };
      const { collateralId } = fields as { readonly collateralId?: string };
      const row: OutboxRow = {
        id: event.id,
        owner: '',
        type,
        ...(collateralId !== undefined && { collateralId }),
        ...(slot !== undefined && { slot }),
        json,
        bytes,
        written,
        storedAt: event.occurredAt,
      };
      onRecorded(row);
      if (tail.push(row) === 1) writing = write();
      await writing;
      return { id: event.id, state: outbox.tier === 'memory' ? 'memory' : 'stored' };
    },
  };
}
