import type { Receipt } from '../contract/batch.js';
import { parseReceipt, receiptMediaType } from '../contract/receipt.js';
import type { OutboxRow } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
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

/** Says what a batch that leaves now says about itself. */
export function headOf(forActor: string, batchId: string, platform: Platform): BatchHead {
  return { batchId, sentAt: new Date(platform.now()).toISOString(), forActor };
}

/** A request body and the rows in it. */
export interface FilledBatch {
  readonly rows: readonly OutboxRow[];
  readonly body: string;
  /** Reads the receipt out of a reply; null when the reply settles nothing, like a sign-in page that answers 200. */
  readReceipt(reply: Reply): Receipt | null;
}

/**
 * Joins rows, oldest first, up to a number of bytes; always at least one. The context most of them share is said once, which
 * makes a batch of plain views a third smaller and is the same to the server.
 */
export function fillBatch(head: BatchHead, waiting: readonly OutboxRow[], maxBytes: number): FilledBatch {
  const shared = mostCommon(waiting.flatMap(({ context }) => context ?? []));
  const sharedKey = shared === undefined ? '' : `"context":${shared},`;
  const opening = `${JSON.stringify({ protocol: 1, ...head }).slice(0, -1)},${sharedKey}"events":[`;
  // A token may have characters of more than one byte; three is the most a UTF-16 unit takes.
  let bytes = opening.length * 3;
  // A context has at least as many bytes as UTF-16 units.
  const bytesOf = (row: OutboxRow): number => row.bytes + 1 - (row.context === shared ? (shared?.length ?? 0) : 0);
  const rows = waiting.filter((row, index) => (bytes += bytesOf(row)) <= maxBytes || index === 0);
  return {
    rows,
    body: `${opening}${rows.map((row) => eventOf(row, shared)).join()}]}`,
    readReceipt: ({ mediaType, body }) =>
      mediaType === receiptMediaType ? parseReceipt(body, head.batchId, rows.length) : null,
  };
}

function eventOf({ json, context }: OutboxRow, shared: string | undefined): string {
  // Rows of an earlier release have theirs inside.
  return context === undefined || context === shared ? json : `${json.slice(0, -1)},"context":${context}}`;
}

function mostCommon(contexts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const context of contexts) counts.set(context, (counts.get(context) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return contexts.find((context) => counts.get(context) === most);
}
