import { isWritten, usageEventTypes } from '../contract/usage-event.js';
import type { OutboxRow } from './outbox.js';
import { account, bytesOf, isFull, removeRows, type QueueLimits } from './room.js';
import type { Step } from './storage.js';

// Loaded when the queue or the disk is full, or something is too old: most pages never see it.
const pageOfRows = 50;
// Views first, which is the order they are listed in; what a person wrote only when nothing else is left.
const observedTypes = usageEventTypes.filter((type) => !isWritten(type));

/** Drops the oldest rows until the queue is within its limits: views, then what else was observed, then what was written. */
export async function makeRoom(step: Step, limits: QueueLimits): Promise<readonly OutboxRow[]> {
  const { events, bytes } = await account(step, [], []);
  const dropped: OutboxRow[] = [];
  const isTooMuch = (): boolean => isFull({ events: events - dropped.length, bytes: bytes - bytesOf(dropped) }, limits);
  for (const type of [...observedTypes, null]) {
    for (let isMore = true; isMore && isTooMuch();) {
      const page = await (type ? step.find('type', type, pageOfRows) : step.oldest(pageOfRows));
      isMore = page.length > 0;
      for (const row of page) {
        if (isTooMuch() && (await step.remove(row))) dropped.push(row);
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
