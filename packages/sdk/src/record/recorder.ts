import { limits } from '../contract/limits.js';
import { isWritten } from '../contract/usage-event.js';
import type { Appended, Outbox, OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import { refuse } from '../refuse.js';
import { mayRecord, type Consent } from './consent.js';
import { checkEvent, type RecordedKind } from './check-event.js';
import { withoutTime } from './event-ids.js';
import type { StoreReceipt } from './store-receipt.js';

// What joins an event and a context of its own.
const contextKey = ',"context":';
// Nobody writes more before the question is answered.
const longestHeld = 200;

/** Turns what a host reports into rows of the outbox. */
export interface Recorder {
  /** Checks, freezes and stores one event. Rejects when it is wrong; resolves when it is safe. */
  record(kind: RecordedKind, input: object, slot?: string): Promise<StoreReceipt>;
  /** Changes what may be recorded. Returns what was held and is given up. */
  setConsent(consent: Consent): readonly OutboxRow[];
  /** Gives what was recorded so far to the owner of this moment. */
  own(): void;
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
  consent: Consent,
): Recorder {
  let tail: OutboxRow[] = [];
  // What was written while nobody had been asked.
  let held: OutboxRow[] = [];
  let writing: Promise<readonly OutboxRow[]> = Promise.resolve([]);
  let allWritten: Promise<unknown> = writing;
  let lastWrittenMs = 0;

  /** Returns the rows that found no room. */
  async function write(): Promise<readonly OutboxRow[]> {
    await Promise.resolve();
    const rows = tail;
    tail = [];
    for (const row of rows) row.owner ||= owner();
    const appended = await outbox.append(rows);
    listener.stored(rows, appended);
    return appended.dropped;
  }

  return {
    setConsent(next) {
      consent = next;
      const rows = held;
      if (next !== 'unknown') held = [];
      if (next === 'granted') for (const row of rows) void keep(row);
      return next === 'denied' ? rows : [];
    },
    own() {
      for (const row of [...tail, ...held]) row.owner ||= owner();
    },
    stored: () => allWritten,
    async record(kind, input, slot) {
      const fields = checkEvent(kind, input);
      const type = kind === 'search' ? 'usage' : kind;
      const written = isWritten(type);
      let now = platform.now();
      // Two ratings in one millisecond, or across a clock step, keep the order in which they were given.
      if (written) now = lastWrittenMs = Math.max(now, lastWrittenMs + 1);
      const id = kind === 'suggestion' || kind === 'reply' ? withoutTime(newId()) : newId();
      const occurredAt = new Date(now).toISOString();
      const context = JSON.stringify({ ...platform.context(), ...(fields['context'] as object | undefined) });
      const json = JSON.stringify({ id, type, occurredAt, ...fields, context: undefined });
      const bytes = new TextEncoder().encode(json + context).length + contextKey.length;
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
        context,
        bytes,
        written,
        storedAt: occurredAt,
      };
      const may = mayRecord(consent, written);
      if (may === 'nothing' || held.length >= longestHeld) return { id, state: 'none' };
      if (may === 'hold') {
        held.push(row);
        return { id, state: 'memory' };
      }
      listener.remember(row);
      const dropped = await keep(row);
      if (dropped.some((gone) => gone.id === id)) return { id, state: 'none' };
      return { id, state: outbox.tier === 'memory' ? 'memory' : 'stored' };
    },
  };

  /** Adds a row to the write of this task. Returns the rows that found no room. */
  function keep(row: OutboxRow): Promise<readonly OutboxRow[]> {
    if (tail.push(row) === 1) {
      writing = write();
      // A later write may be safe before an earlier one that had to be tried again.
      allWritten = Promise.all([allWritten, writing]).then(() => undefined);
    }
    return writing;
  }
}

function pick({ collateralId }: { readonly collateralId?: unknown }): { readonly collateralId?: string } {
  return typeof collateralId === 'string' ? { collateralId } : {};
}
