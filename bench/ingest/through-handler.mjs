// Batches through the handler as a server would take them: parsed, checked, attributed, placed in time, stored and answered for.
import { createHandler } from '@collateral/server-adapter';

/**
 * @param {import('@collateral/server-adapter').Store} store
 * @param {ReturnType<typeof import('./sample-batches.mjs').sampleBatches>} batches
 * @param {number} connections
 */
export async function writeThroughHandler(store, batches, connections) {
  const handler = createHandler({
    store,
    publicOrigin: 'https://intranet.example',
    authenticate: (request) => ({
      actorId: request.headers.get('authorization') ?? '',
      kind: 'person',
      roles: ['viewer'],
      team: 'sales',
    }),
    rateLimit: false,
  });
  const bodies = batches.map(({ actorId, events }) => ({
    actorId,
    count: events.length,
    body: JSON.stringify({
      protocol: 1,
      batchId: events[0]?.id,
      sentAt: new Date().toISOString(),
      events,
      index: undefined,
    }),
  }));
  /** @type {number[]} */
  const durations = [];
  let next = 0;
  async function connection() {
    for (let sent = bodies[next++]; sent !== undefined; sent = bodies[next++]) {
      const begin = performance.now();
      const reply = await handler(
        new Request('https://intranet.example/collateral/v1/events', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: sent.actorId },
          body: sent.body,
        }),
      );
      const { accepted } = /** @type {{accepted?: number}} */ (await reply.json());
      if (accepted !== sent.count) throw new Error(`The handler took ${accepted} of ${sent.count} events.`);
      durations.push(performance.now() - begin);
    }
  }
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, connection));
  return { seconds: (performance.now() - start) / 1_000, durations };
}
