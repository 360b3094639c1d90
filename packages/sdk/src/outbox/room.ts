import type { OutboxRow } from './outbox.js';
import type { Step } from './storage.js';

/** How much may wait on this device, all people and pages of the endpoint together. */
export interface QueueLimits {
  readonly events: number;
  readonly bytes: number;
}

/** How much waits now. */
export interface QueueSize {
  readonly events: number;
  readonly bytes: number;
}

// Of a row nobody took note of.
const likelyBytes = 300;

/** Takes note that rows came or went and returns how much waits now. Counting anew would read the whole queue each time. */
export async function account(
  step: Step,
  added: readonly OutboxRow[],
  removed: readonly OutboxRow[],
): Promise<QueueSize> {
  // Only this file writes the note.
  const before = (await step.readNote('size')) as QueueSize | undefined;
  const events = (before?.events ?? 0) + added.length - removed.length;
  const bytes = (before?.bytes ?? 0) + bytesOf(added) - bytesOf(removed);
  const size = events > 0 ? { events, bytes } : { events: 0, bytes: 0 };
  if (added.length + removed.length > 0) await step.writeNote('size', size);
  return size;
}

/**
 * Counts what waits and corrects the note by it. A page that ended between storing rows and noting them leaves the note behind;
 * then the average row tells how many bytes there are.
 */
export async function countAll(step: Step): Promise<number> {
  // Only this file writes the note.
  const [events, note] = await Promise.all([step.count(), step.readNote('size') as Promise<QueueSize | undefined>]);
  const noted = note?.events ?? 0;
  if (events !== noted) {
    const average = note && noted > 0 ? note.bytes / noted : likelyBytes;
    await step.writeNote('size', { events, bytes: Math.round(average * events) });
  }
  return events;
}

/** Tells whether more waits than may. */
export function isFull(size: QueueSize, limits: QueueLimits): boolean {
  return size.events > limits.events || size.bytes > limits.bytes;
}

/** Removes rows and returns those that were there. */
export async function removeRows(step: Step, rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
  const isThere = await Promise.all(rows.map((row) => step.remove(row)));
  const removed = rows.filter((_row, index) => isThere[index]);
  if (removed.length > 0) await account(step, [], removed);
  return removed;
}

/** Bytes of rows together. */
export function bytesOf(rows: readonly OutboxRow[]): number {
  return rows.reduce((sum, { bytes }) => sum + bytes, 0);
}
