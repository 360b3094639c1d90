import { isWritten, usageEventTypes } from '../contract/usage-event.js';
import type { OutboxRow } from './outbox.js';
import type { Step } from './storage.js';

/** How much may wait on this device, all people and pages of the endpoint together. */
export interface QueueLimits {
  readonly events: number;
  readonly bytes: number;
}

interface QueueSize {
  readonly events: number;
  readonly bytes: number;
}

const pageOfRows = 50;
// Of a row nobody took note of.
const likelyBytes = 300;
// Views first, which is the order they are listed in; what a person wrote only when nothing else is left.
const observedTypes = usageEventTypes.filter((type) => !isWritten(type));

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

/** Drops the oldest rows until the queue is within its limits: views, then what else was observed, then what was written. */
export async function makeRoom(step: Step, size: QueueSize, limits: QueueLimits): Promise<readonly OutboxRow[]> {
  const dropped: OutboxRow[] = [];
  const isFull = (): boolean =>
    size.events - dropped.length > limits.events || size.bytes - bytesOf(dropped) > limits.bytes;
  for (const type of [...observedTypes, null]) {
    for (let isMore = true; isMore && isFull();) {
      const page = await (type ? step.find('type', type, pageOfRows) : step.oldest(pageOfRows));
      isMore = page.length > 0;
      for (const row of page) {
        if (isFull() && (await step.remove(row))) dropped.push(row);
      }
    }
  }
  if (dropped.length > 0) await account(step, [], dropped);
  return dropped;
}

/** Drops the oldest tenth of the views: the browser says that the disk is full. */
export async function dropOldestViews(step: Step): Promise<readonly OutboxRow[]> {
  const views = await step.find('type', 'view');
  return removeRows(step, views.slice(0, Math.ceil(views.length / 10)));
}

/** Drops rows that were stored before a time, ISO 8601 UTC. Ids sort by time, so the first young one ends the search. */
export async function dropOlderThan(step: Step, storedAt: string): Promise<readonly OutboxRow[]> {
  const dropped: OutboxRow[] = [];
  for (;;) {
    const page = await step.oldest(pageOfRows);
    const old = page.filter((row) => row.storedAt < storedAt);
    dropped.push(...(await removeRows(step, old)));
    if (old.length < pageOfRows) return dropped;
  }
}

/** Removes rows and returns those that were there. */
export async function removeRows(step: Step, rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
  const isThere = await Promise.all(rows.map((row) => step.remove(row)));
  const removed = rows.filter((_row, index) => isThere[index]);
  if (removed.length > 0) await account(step, [], removed);
  return removed;
}

function bytesOf(rows: readonly OutboxRow[]): number {
  return rows.reduce((sum, { bytes }) => sum + bytes, 0);
}
