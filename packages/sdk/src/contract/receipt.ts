import type { Receipt } from './batch.js';

/** Media type of a receipt. A sign-in page that answers 200 does not carry it, so it settles nothing. */
export const receiptMediaType = 'application/vnd.collateral.receipt+json';

/**
 * Reads a receipt strictly: it must echo the batch and account for every event sent.
 *
 * @returns the receipt, or null when the reply settles nothing.
 */
export function parseReceipt(input: unknown, batchId: string, eventsSent: number): Receipt | null {
  if (typeof input !== 'object' || input === null) return null;
  const { accepted, duplicates, rejected, batchId: echoed } = input as Partial<Record<keyof Receipt, unknown>>;
  if (echoed !== batchId || !isCount(accepted) || !isCount(duplicates) || !Array.isArray(rejected)) return null;
  if (accepted + duplicates + rejected.length !== eventsSent) return null;
  const indexes = new Set<number>();
  for (const { index, code, message } of rejected as Partial<Record<string, unknown>>[]) {
    if (!isCount(index) || index >= eventsSent || typeof code !== 'string' || typeof message !== 'string') return null;
    indexes.add(index);
  }
  return indexes.size === rejected.length ? (input as Receipt) : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
