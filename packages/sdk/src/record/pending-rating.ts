import type { OutboxRow } from '../outbox/outbox.js';
import type { ItemReference } from './record-input.js';

/** A rating of this person that is still on this device. */
export interface PendingRating {
  /** UUIDv7 of the event, the same as in its receipt and in signals. */
  readonly id: string;
  /** The value, or null when it is a withdrawal. */
  readonly value: number | null;
  /** Clock of this device when the person chose, ISO 8601 UTC. */
  readonly occurredAt: string;
}

/** Finds the newest rating or withdrawal of an item and version among the rows of one owner. */
export function findPendingRating(
  rows: readonly OutboxRow[],
  owner: string,
  { version }: ItemReference,
): PendingRating | null {
  return rows.reduce<PendingRating | null>((newest, row) => {
    if (row.owner !== owner || !row.type.startsWith('rating')) return newest;
    // Written by the recorder, which checked every field.
    const event = JSON.parse(row.json) as Omit<PendingRating, 'value'> & {
      readonly value?: number;
      readonly version?: string;
    };
    const { id, value = null, occurredAt } = event;
    return event.version === version && (newest === null || occurredAt > newest.occurredAt)
      ? { id, value, occurredAt }
      : newest;
  }, null);
}
