import { parseReceipt, receiptMediaType } from '../contract/receipt.js';
import type { Receipt } from '../contract/batch.js';
import { ask, type Answer } from '../transport/outcome.js';
import type { Reply, Transport } from '../transport/transport.js';
import type { FilledBatch } from './batch-body.js';

/** Where batches go. */
export const eventsPath = '/v1/events';

/** Sends a batch. Only a receipt that echoes it and accounts for every row counts as an answer. */
export function sendBatch(transport: Transport, batch: FilledBatch): Promise<Answer<Receipt>> {
  return ask(transport, { path: eventsPath, body: batch.body }, (reply) => readReceipt(reply, batch));
}

/** Reads the receipt of a batch out of a reply, or null: a sign-in page that answers 200 settles nothing. */
export function readReceipt({ mediaType, body }: Reply, { batchId, rows }: FilledBatch): Receipt | null {
  return mediaType === receiptMediaType ? parseReceipt(body, batchId, rows.length) : null;
}
