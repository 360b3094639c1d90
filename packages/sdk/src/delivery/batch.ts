import type { Receipt } from '../contract/batch.js';
import { parseReceipt, receiptMediaType } from '../contract/receipt.js';
import type { OutboxRow } from '../outbox/outbox.js';
import type { Reply } from '../transport/transport.js';

/** Where batches go. */
export const eventsPath = '/v1/events';

/** What a batch says about itself. */
export interface BatchHead {
  readonly batchId: string;
  readonly sentAt: string;
  readonly forActor: string;
  readonly token?: string | undefined;
}

/** A request body and the rows in it. */
export interface FilledBatch {
  readonly rows: readonly OutboxRow[];
  readonly body: string;
  /** Reads the receipt out of a reply; null when the reply settles nothing, like a sign-in page that answers 200. */
  readReceipt(reply: Reply): Receipt | null;
}

/** Joins rows, oldest first, up to a number of bytes; always at least one. The JSON made at the call is sent as it is. */
export function fillBatch(head: BatchHead, waiting: readonly OutboxRow[], maxBytes: number): FilledBatch {
  const opening = `${JSON.stringify({ protocol: 1, ...head }).slice(0, -1)},"events":[`;
  // A token may have characters of more than one byte; three is the most a UTF-16 unit takes.
  let bytes = opening.length * 3;
  const rows = waiting.filter((row, index) => (bytes += row.bytes + 1) <= maxBytes || index === 0);
  return {
    rows,
    body: `${opening}${rows.map(({ json }) => json).join()}]}`,
    readReceipt: ({ mediaType, body }) =>
      mediaType === receiptMediaType ? parseReceipt(body, head.batchId, rows.length) : null,
  };
}
