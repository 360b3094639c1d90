import type { ErrorCode } from '../contract/errors.js';
import type { UsageEventType } from '../contract/usage-event.js';

/** An event as it waits: the JSON was made once, at the call, and says the same at every try. */
export interface OutboxRow {
  /** Id of the event and key of the row: whatever fails in between, an event is never kept twice. Ids sort by time. */
  readonly id: string;
  /** The `actorTag` of the person, or `local:` / `page:` and a name until the tag is known. */
  owner: string;
  /** Not sent before, milliseconds since 1970; 0 until the server says "not yet" to this very row. */
  readonly dueMs: number;
  /** How often the server said so. */
  readonly deferrals: number;
  readonly type: UsageEventType;
  /** Absent for a search. */
  readonly collateralId?: string;
  /** A newer row with the same slot takes the place of this one: checkpoints of one view. */
  readonly slot?: string;
  /** The event without its context. */
  readonly json: string;
  /** Where it happened, as JSON: mostly the same for a whole batch, which then says it once. */
  readonly context?: string;
  /** UTF-8 bytes of both together. */
  readonly bytes: number;
  /** A person wrote it by hand: stored with strict durability, sent at once, never dropped for views. */
  readonly written: boolean;
  /** Client clock, ISO 8601 UTC. */
  readonly storedAt: string;
}

/** A row the server refused for good, kept so that a developer can look at it. */
export interface DeadLetter {
  readonly row: OutboxRow;
  readonly code: ErrorCode;
  readonly message: string;
  readonly refusedAt: string;
}

/** What adding rows did to the queue. */
export interface Appended {
  /** By how many rows it grew, before it was made to fit. */
  readonly growth: number;
  /** What had to go to make room: the oldest views first. */
  readonly dropped: readonly OutboxRow[];
}

/** How many rows wait. */
interface OutboxCount {
  /** Rows of the owner asked for. */
  readonly pending: number;
  /** Rows of everybody else. */
  readonly parked: number;
  /** When the owner's oldest row was stored. */
  readonly oldestPendingAt: string | null;
}

/** Longest time a row waits because the server said "not yet" to it. */
export const longestDeferralMs = 3_600_000;

/** Keeps rows in order until somebody says the server has answered for them. Every method is one atomic step, but for what makes room. */
export interface Outbox {
  readonly tier: 'indexed-db' | 'memory';
  /** Adds rows and resolves when they are safe. */
  append(rows: readonly OutboxRow[]): Promise<Appended>;
  /** Returns the owner's rows that are due at a time, the oldest first and those that were deferred last. */
  head(owner: string, limit: number, nowMs: number): Promise<readonly OutboxRow[]>;
  /** Returns the rows about an item, oldest first, whoever owns them. */
  about(collateralId: string): Promise<readonly OutboxRow[]>;
  /** Returns the rows of some types, whoever owns them. */
  ofTypes(types: readonly UsageEventType[]): Promise<readonly OutboxRow[]>;
  count(owner: string): Promise<OutboxCount>;
  /** Forgets rows and keeps what is worth a look in the bounded list of dead letters. */
  remove(rows: readonly OutboxRow[], letters: readonly DeadLetter[]): Promise<void>;
  /** Drops rows stored before a time, ISO 8601 UTC, and returns them. */
  dropOlderThan(storedAt: string): Promise<readonly OutboxRow[]>;
  /** Keeps rows back until a time, so that those behind them go on. */
  defer(rows: readonly OutboxRow[], dueMs: number): Promise<void>;
  /**
   * Removes an owner's rows and those of pages that died nameless; dead letters go too. `removed` hears what was there. A disk
   * that fails is purged when it is back, of what was stored until now: another page may go on recording.
   */
  purge(owner: string, removed: (rows: readonly OutboxRow[]) => void): Promise<void>;
  /** Gives all rows of one owner to another. */
  reown(from: string, to: string): Promise<void>;
  /** Changes a note all pages share and returns its new value. */
  amend<Value>(name: string, change: (value: Value | undefined) => Value): Promise<Value>;
  /** Lets go of the disk. Returns the rows that could not be brought there and end with the page. */
  close(): Promise<readonly OutboxRow[]>;
}
