import type { OutboxRow } from '../outbox/outbox.js';

/** A request body and the rows in it. */
export interface FilledBatch {
  readonly batchId: string;
  readonly rows: readonly OutboxRow[];
  readonly body: string;
  readonly bytes: number;
}

/** What a batch says about itself. */
export interface BatchHead {
  readonly batchId: string;
  readonly sentAt: string;
  readonly forActor: string;
  readonly token?: string | undefined;
}

/** Joins rows, oldest first, up to a number of bytes; always at least one. The JSON made at the call is sent as it is. */
export function fillBatch(head: BatchHead, rows: readonly OutboxRow[], maxBytes: number): FilledBatch {
  const opening = `${JSON.stringify({ protocol: 1, ...head }).slice(0, -1)},"events":[`;
  const fitting: OutboxRow[] = [];
  let bytes = new TextEncoder().encode(opening).length + 2;
  for (const row of rows) {
    if (fitting.length > 0 && bytes + row.bytes + 1 > maxBytes) break;
    fitting.push(row);
    bytes += row.bytes + 1;
  }
  const body = `${opening}${fitting.map(({ json }) => json).join()}]}`;
  return { batchId: head.batchId, rows: fitting, body, bytes };
}
