import { limits } from '../contract/limits.js';
import type { FilledBatch } from './batch.js';

/** How much goes into one batch, learnt from what the server refuses. */
export interface BatchSize {
  rows(): number;
  bytes(): number;
  /** The server answered for this many rows. */
  taken(rows: number): void;
  /** The server refused a whole batch. Returns whether its only row is to blame. */
  refused(batch: FilledBatch, isTooBig: boolean): boolean;
}

/**
 * Creates the size of batches.
 *
 * One event that sinks its batch is found by halving, without asking twice about what is known: if the first half of
 * the suspects is taken, the bad one is in the second. 1 in 100 costs about 9 requests.
 */
export function createBatchSize(maxBatch: number): BatchSize {
  // A server or a proxy may take less than the contract allows; what it takes is remembered for this page.
  let maxBytes: number = limits.bodyBytes;
  // So many rows at the head of the queue hide a bad one; 0 when none is known.
  let suspects = 0;
  return {
    rows: () => (suspects > 0 ? Math.ceil(suspects / 2) : maxBatch),
    bytes: () => maxBytes,
    taken(rows) {
      suspects = Math.max(0, suspects - rows);
    },
    refused({ rows, body }, isTooBig) {
      const isAlone = rows.length === 1;
      if (isAlone) suspects = 0;
      else if (isTooBig) maxBytes = body.length >> 1;
      else suspects = rows.length;
      return isAlone;
    },
  };
}
