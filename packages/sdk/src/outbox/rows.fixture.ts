import type { Outbox, OutboxRow } from './outbox.js';

/** Limits no test reaches by accident. */
export const roomy = { events: 20_000, bytes: 8_388_608 };

/** A row of ann's; ids sort as they are written. */
export function row(id: string, more: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id,
    owner: 'ann',
    dueMs: 0,
    deferrals: 0,
    type: 'usage',
    json: `{"id":"${id}"}`,
    bytes: 10,
    written: false,
    storedAt: `2026-01-05T12:00:00.00${id.length}Z`,
    ...more,
  };
}

/** The ids of rows, in their order. */
export function idsOf(rows: readonly OutboxRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}

/** Uses an outbox until it found out that its disk works again. */
export async function untilOnDisk(outbox: Outbox): Promise<void> {
  for (let attempt = 0; outbox.tier === 'memory'; attempt += 1) {
    if (attempt > 200) throw new Error('The outbox stays in memory.');
    await outbox.count('ann');
    // The disk answers in tasks of its own.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
