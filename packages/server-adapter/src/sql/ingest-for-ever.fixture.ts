// Sends batches through the handler until somebody kills it, eight at a time, and prints the id of each event that was accepted.
// Arguments: place of the store, number of the first event.
import { writeSync } from 'node:fs';
import { createHandler } from '../handler.js';
import { sampleId } from '../conformance/sample-fact.js';
import { SeededRandom } from '../conformance/seeded-random.js';
import { openPlace } from './open-place.fixture.js';

const [, , place = '', first = '0'] = process.argv;
const random = new SeededRandom(Number(first));
const handler = createHandler({
  store: openPlace(place),
  publicOrigin: 'https://intranet.example',
  authenticate: (request) => {
    const actorId = request.headers.get('authorization') ?? '';
    return { actorId, kind: 'person', roles: ['viewer'], team: actorId < 'c' ? 'sales' : 'support' };
  },
  rateLimit: false,
});
let last = Number(first);

function nextEvent(): Readonly<Record<string, unknown>> {
  last += 1;
  const about = {
    id: sampleId(last),
    occurredAt: new Date(Date.now() - random.below(3 * 86_400_000)).toISOString(),
    collateralId: `deck-${random.below(5)}`,
    version: 'v1',
  };
  if (random.below(5) === 0) return { ...about, type: 'rating', value: 1 + random.below(5), scaleId: 'collateral-5@1' };
  const activeMs = random.below(40_000);
  return {
    ...about,
    type: 'view',
    viewId: sampleId(Math.max(0, last - random.below(8))),
    activeMs,
    visibleMs: activeMs,
    progress: 0.5,
  };
}

async function sendForEver(): Promise<never> {
  for (;;) {
    const events = Array.from({ length: 1 + random.below(20) }, nextEvent);
    // Some of them twice, as after a lost reply.
    const sent = random.below(3) === 0 ? [...events, ...events.slice(0, 3)] : events;
    const reply = await handler(
      new Request('https://intranet.example/collateral/v1/events', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: random.pick(['ana', 'ben', 'cem', 'dua']) },
        body: JSON.stringify({ protocol: 1, batchId: sampleId(last), sentAt: new Date().toISOString(), events: sent }),
      }),
    );
    const receipt = (await reply.json()) as { readonly accepted?: number };
    if (receipt.accepted !== events.length) throw new Error(JSON.stringify(receipt));
    writeSync(1, `${events.map(({ id }) => String(id)).join('\n')}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, sendForEver));
