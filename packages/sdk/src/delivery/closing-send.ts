import { limits } from '../contract/limits.js';
import type { OutboxRow } from '../outbox/outbox.js';
import type { Transport } from '../transport/transport.js';
import { fillBatch, type BatchHead, type FilledBatch } from './batch-body.js';
import { eventsPath, readReceipt } from './send-batch.js';

/** The last chance of a page that hides: one request, which the browser finishes after the page is gone. */
export interface ClosingSend {
  /** Keeps a row at hand: a page that closes has no time to read the disk. */
  remember(row: OutboxRow): void;
  /** Drops rows that are answered for. */
  forget(rows: readonly OutboxRow[]): void;
  /** Sends what is at hand and not on its way already. */
  send(head: BatchHead, onTheWay: readonly OutboxRow[]): void;
  /** Resolves when the last such request ended, which only a page that stays alive sees. */
  ended(): Promise<void>;
}

/**
 * Creates the closing send. `onTaken` hears of rows the server took.
 *
 * Must:
 * 1. stay below the 64 KiB that all keepalive requests of a page share;
 * 2. send each row once, although `hidden` and `pagehide` come as a pair;
 * 3. leave the rows in the outbox: a next pass sends again what was not answered for.
 */
export function createClosingSend(
  transport: Transport,
  onTaken: (rows: readonly OutboxRow[]) => Promise<void>,
): ClosingSend {
  const atHand = new Map<string, OutboxRow>();
  let bytes = 0;
  let ending = Promise.resolve();

  function drop(key: string): void {
    bytes -= atHand.get(key)?.bytes ?? 0;
    atHand.delete(key);
  }

  function forget(rows: readonly OutboxRow[]): void {
    // A newer checkpoint may have taken the slot; only the row itself goes.
    for (const row of rows) if (atHand.get(keyOf(row))?.id === row.id) drop(keyOf(row));
  }

  async function settle(batch: FilledBatch, reply: ReturnType<Transport['sendClosing']>): Promise<void> {
    const receipt = readReceipt(await reply, batch);
    // Refusals are left to the next pass, which gets them again and has the rows from disk.
    if (receipt?.rejected.length === 0) await onTaken(batch.rows);
  }

  return {
    forget,
    remember(row) {
      drop(keyOf(row));
      atHand.set(keyOf(row), row);
      bytes += row.bytes;
      for (const key of atHand.keys()) {
        if (bytes <= limits.closingBodyBytes) break;
        drop(key);
      }
    },
    send(head, onTheWay) {
      const ids = new Set(onTheWay.map(({ id }) => id));
      // Newest first: those may not be on disk yet.
      const rows = [...atHand.values()].filter(({ id }) => !ids.has(id)).reverse();
      if (rows.length === 0) return;
      const batch = fillBatch(head, rows.slice(0, limits.eventsPerBatch), limits.closingBodyBytes);
      forget(batch.rows);
      ending = settle(batch, transport.sendClosing({ path: eventsPath, body: batch.body }));
    },
    ended: () => ending,
  };
}

function keyOf({ slot, id }: OutboxRow): string {
  return slot ?? id;
}
