import type { Receipt } from '../contract/batch.js';
import type { ErrorCode } from '../contract/errors.js';
import type { Outbox, OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import type { EmitSignal } from '../signals.js';
import type { Tally } from './tally.js';

/** Lets rows go once the server has answered for them. */
export interface Settle {
  /** Applies a receipt and returns the rows that have to be sent again. */
  receipt(rows: readonly OutboxRow[], receipt: Receipt): Promise<readonly OutboxRow[]>;
  /** Gives one row up: the server will never take it. */
  reject(row: OutboxRow, code: ErrorCode, message: string): Promise<void>;
}

const deadLetters = 200;

/** Creates what lets rows go. Signals come after the disk knows, so that no reload can contradict them. */
export function createSettle(outbox: Outbox, platform: Platform, tally: Tally, emit: EmitSignal): Settle {
  async function reject(row: OutboxRow, code: ErrorCode, message: string): Promise<void> {
    const refusedAt = new Date(platform.now()).toISOString();
    await outbox.bury({ row, code, message, refusedAt }, deadLetters);
    tally.rejected += 1;
    emit('rejected', { id: row.id, code, message });
  }

  return {
    reject,
    async receipt(rows, { rejected }) {
      const refused = new Map(rejected.map((rejection) => [rejection.index, rejection]));
      const taken = rows.filter((_row, index) => !refused.has(index));
      if (taken.length > 0) {
        await outbox.remove(taken);
        tally.delivered += taken.length;
        emit('delivered', { ids: taken.map(({ id }) => id) });
      }
      const again: OutboxRow[] = [];
      for (const [index, row] of rows.entries()) {
        const rejection = refused.get(index);
        if (rejection?.retryable) again.push(row);
        else if (rejection) await reject(row, rejection.code, rejection.message);
      }
      return again;
    },
  };
}
