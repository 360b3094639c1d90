// Brings the past into a store, the way a host does: a service sends events on behalf of people. Each request is answered by a
// clock that shows the time at which it arrived back then, so that what came late back then is late in the figures.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { limits } from '@collateral/sdk/contract';

const hour = 3_600_000;
const atOnce = 4;
const factsPerCommit = 5_000;

/** @typedef {import('../data/deliveries.js').Delivery} Delivery */
/** @typedef {(path: string, method: string, body: unknown, at?: number) => Promise<any>} Call */

/**
 * A handler of its own for the past, without a limit for the one who sends it all. It keeps the catalogue in memory and hands the
 * facts on to the store some thousands at a time: one commit for each hour of two years would take minutes.
 *
 * @param {import('@collateral/server-adapter').Store} store
 * @returns {{ call: Call, finish: () => Promise<number> }} `call` sends as a service and throws unless
 *   everything was taken; `finish` hands the last facts on and tells how many are stored
 */
export function createTimeMachine(store) {
  /** @type {AsyncLocalStorage<number>} */
  const clock = new AsyncLocalStorage();
  const memory = createMemoryStore();
  // Nothing changes while the past comes in, and the memory store would hand out a copy of an item for every event.
  /** @type {Map<string, import('@collateral/server-adapter').StoredDocument | null>} */
  const read = new Map();
  /** The facts that are being stored while the next are made ready. */
  let handedOn = Promise.resolve();
  /** @type {import('@collateral/server-adapter').Fact[]} */
  let waiting = [];
  let stored = 0;
  const handOn = async () => {
    const facts = waiting;
    waiting = [];
    const outcomes = await store.append('main', facts);
    stored += outcomes.filter((outcome) => outcome === 'new').length;
  };
  const origin = 'http://localhost';
  const handler = createHandler({
    store: {
      ...memory,
      async put(...parameters) {
        read.clear();
        await store.put(...parameters);
        return memory.put(...parameters);
      },
      async getMany(tenant, collection, keys) {
        const documents = keys.map(async (key) => {
          const name = `${collection} ${key}`;
          const known = read.get(name) ?? (await memory.get(tenant, collection, key));
          read.set(name, known);
          return known;
        });
        return Promise.all(documents);
      },
      async append(_tenant, facts) {
        waiting.push(...facts);
        if (waiting.length >= factsPerCommit) {
          await handedOn;
          handedOn = handOn();
          // Whoever waits for it next, or finish, is told.
          handedOn.catch(() => undefined);
        }
        return facts.map(() => 'new');
      },
    },
    publicOrigin: origin,
    authenticate: () => ({ actorId: 'history-import', kind: 'service', roles: [] }),
    rateLimit: false,
    now: () => clock.getStore() ?? Date.now(),
  });
  return {
    async finish() {
      await handedOn;
      await handOn();
      return stored;
    },
    async call(path, method, body, at = Date.now()) {
      const headers = { 'content-type': 'application/json' };
      const request = new Request(`${origin}/collateral${path}`, { method, headers, body: JSON.stringify(body) });
      const reply = await clock.run(at, () => handler(request));
      const answer = /** @type {any} */ (await reply.json());
      if (!reply.ok || answer.rejected?.length > 0)
        throw new Error(
          `The demo's own data were refused with ${reply.status}: ${JSON.stringify(answer).slice(0, 500)}`,
        );
      return answer;
    },
  };
}

/**
 * Sends days of deliveries, a few requests at a time.
 *
 * @param {Call} call
 * @param {Iterable<{ batches: Iterable<Delivery> }>} days
 */
export async function sendHistory(call, days) {
  const requests = requestsOf(days);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      // One generator feeds all of them: each takes the next request when it is free.
      for (const { at, sentAt, events } of requests)
        await call('/v1/events', 'POST', { protocol: 1, batchId: `history-${at}`, sentAt, events }, at);
    }),
  );
}

/**
 * Puts what arrived within the same hour into common requests. Clocks that are far off keep a request of their own, because the
 * server measures how far with the `sentAt` of the request.
 *
 * @param {Iterable<{ batches: Iterable<Delivery> }>} days
 */
function* requestsOf(days) {
  for (const { batches } of days) {
    const all = [...batches];
    const isOff = (/** @type {Delivery} */ { sentAt, receivedAt }) =>
      Math.abs(Date.parse(sentAt) - Date.parse(receivedAt)) > limits.clockSkewMs;
    for (const delivery of all.filter(isOff))
      yield { at: Date.parse(delivery.receivedAt), sentAt: delivery.sentAt, events: eventsOf(delivery) };
    const byHour = Map.groupBy(
      all.filter((delivery) => !isOff(delivery)),
      ({ receivedAt }) => Math.floor(Date.parse(receivedAt) / hour),
    );
    for (const ofHour of byHour.values()) {
      const at = Math.max(...ofHour.map(({ receivedAt }) => Date.parse(receivedAt)));
      const events = ofHour.flatMap(eventsOf);
      for (let first = 0; first < events.length; first += limits.eventsPerBatch)
        yield { at, sentAt: new Date(at).toISOString(), events: events.slice(first, first + limits.eventsPerBatch) };
    }
  }
}

/** @param {Delivery} delivery */
function eventsOf({ actorId, team, producerIds, events }) {
  const onBehalfOf = { actorId, ...(team !== null && { team }), ...(producerIds.length > 0 && { producerIds }) };
  return events.map((event) => ({ ...event, onBehalfOf }));
}
