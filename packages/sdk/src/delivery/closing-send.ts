import type { Receipt } from '../contract/batch.js';
import { limits } from '../contract/limits.js';
import type { OutboxRow } from '../outbox/outbox.js';
import type { Transport } from '../transport/transport.js';
import { eventsPath, fillBatch, type BatchHead } from './batch.js';

/** The last chance of a page that hides: one request, which the browser finishes after the page is gone. */
export interface ClosingSend {
  /** Keeps a row at hand: a page that closes has no time to read the disk. */
  remember(row: OutboxRow): void;
  /** Drops rows that are answered for. */
  forget(rows: readonly OutboxRow[]): void;
  /** Drops all rows: somebody else is signed in now. */
  clear(): void;
  /** Sends what is at hand and not on its way already. Returns whether there was anything. */
  send(head: BatchHead, onTheWay: readonly OutboxRow[]): boolean;
  /** Resolves when all such requests ended, which only a page that stays alive sees. Another promise after each. */
  ended(): Promise<unknown>;
  /** What is at hand. */
  rows(): readonly OutboxRow[];
}

/**
 * Creates the closing send. `settle` applies a receipt.
 *
 * Must:
 * 1. stay below the 64 KiB that all keepalive requests of a page share;
 * 2. send each row once, although `hidden` and `pagehide` come as a pair;
 * 3. leave the rows in the outbox: the next pass sends again what was not answered for.
 */
export function createClosingSend(
  transport: Transport,
  settle: (rows: readonly OutboxRow[], receipt: Receipt) => Promise<unknown>,
): ClosingSend {
  const atHand = new Map<string, OutboxRow>();
  let ended: Promise<unknown> = Promise.resolve();

  function forget(rows: readonly OutboxRow[]): void {
    for (const { id } of rows) atHand.delete(id);
  }

  return {
    forget,
    clear: () => atHand.clear(),
    remember(row) {
      if (row.slot) forget([...atHand.values()].filter(({ slot }) => slot === row.slot));
      atHand.set(row.id, row);
      // What does not fit is on disk.
      const [oldest] = atHand.values();
      if (oldest && atHand.size > limits.eventsPerBatch) forget([oldest]);
    },
    send(head, onTheWay) {
      // Newest first: those may not be on disk yet.
      const rows = [...atHand.values()].reverse().filter(({ id }) => !onTheWay.some((row) => row.id === id));
      if (rows.length === 0) return false;
      const batch = fillBatch(head, rows, limits.closingBodyBytes);
      forget(batch.rows);
      const settled = transport.sendClosing(eventsPath, batch.body).then((reply) => {
        const receipt = batch.readReceipt(reply);
        return receipt && settle(batch.rows, receipt);
      });
      ended = Promise.all([ended, settled]);
      return true;
    },
    ended: () => ended,
    rows: () => [...atHand.values()],
  };
}
