import type { DeadLetter, OutboxRow } from './outbox.js';

/** What can be done within one step. Await nothing but these: anything else would end a transaction half done. */
export interface Step {
  /** Rows with a value, oldest first. */
  find(index: 'owner' | 'type' | 'collateralId' | 'slot', value: string, limit?: number): Promise<OutboxRow[]>;
  /** Rows of an owner due from one time to another, earliest first. */
  findDue(owner: string, fromMs: number, toMs: number, limit: number): Promise<OutboxRow[]>;
  /** The oldest rows, whoever owns them. */
  oldest(limit?: number): Promise<OutboxRow[]>;
  /** How many rows an owner has, or all together. */
  count(owner?: string): Promise<number>;
  /** Stores a row in place of the one with its id. */
  put(row: OutboxRow): Promise<unknown>;
  /** Nothing more follows in this step: the browser finishes it even if the page goes away now. */
  seal(): void;
  /** Returns whether the row was there. */
  remove(row: OutboxRow): Promise<boolean>;
  /** Adds a dead letter and drops the oldest beyond the bound. */
  bury(letter: DeadLetter): Promise<unknown>;
  /** Forgets all dead letters. */
  clearLetters(): Promise<unknown>;
  readNote(name: string): Promise<unknown>;
  writeNote(name: string, value: unknown): Promise<unknown>;
}

/** Something done in one step. */
export type Work<Value> = (step: Step) => Promise<Value>;

/** A place for rows. */
export interface Storage {
  /** Does all of `work` or nothing of it, apart from all other work, and resolves when the result is safe. */
  atomically<Value>(work: Work<Value>, durability?: IDBTransactionDurability): Promise<Value>;
  close(): void;
}

/** Dead letters kept. */
export const deadLetterLimit = 200;
