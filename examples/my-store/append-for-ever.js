// Appends batches of five facts until somebody kills it, and prints the id of each fact that was acknowledged.
import { writeSync } from 'node:fs';
import { createMyStore } from './my-store.js';

const store = createMyStore({ path: process.argv[2] ?? '' });
const time = '2026-05-04T08:00:00.000Z';

for (let number = 0; ; number += 5) {
  const facts = [0, 1, 2, 3, 4].map((index) => ({
    id: `01890000-0000-7000-8000-${(number + index).toString(16).padStart(12, '0')}`,
    actorId: 'ana',
    type: /** @type {const} */ ('rating'),
    collateralId: 'deck-42',
    version: null,
    occurredAt: time,
    receivedAt: time,
    effectiveAt: time,
    day: '2026-05-04',
    slot: 988_000,
    team: null,
    excluded: null,
    context: null,
    detail: { value: 4, scaleId: 'collateral-5@1' },
  }));
  await store.append('main', facts);
  writeSync(1, `${facts.map(({ id }) => id).join('\n')}\n`);
}
