// Brings the past into a store, the way a host does: a service sends events on behalf of people, and owners answer for themselves.
// Each request is answered by a clock that shows the time at which it arrived back then, so that what came late is late in the figures.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHandler } from '@collateral/server-adapter';
import { limits } from '@collateral/sdk/contract';
import { createStagingStore } from './staging-store.js';

const hour = 3_600_000;
const atOnce = 4;

/** @typedef {import('../data/deliveries.js').Delivery} Delivery */
/** @typedef {import('../data/owner-answers.js').Command} Command */
/** @typedef {import('@collateral/server-adapter').Principal} Principal */
/** @typedef {(path: string, method: string, body: unknown, at?: number, by?: Principal) => Promise<any>} Call */

/** @type {Principal} */
const service = { actorId: 'history-import', kind: 'service', roles: [] };

/**
 * A handler of its own for the past, without a limit for the one who sends it all.
 *
 * @param {import('@collateral/server-adapter').Store} store
 * @returns {{ call: Call, finish: () => Promise<number> }} `call` sends at some time as somebody, a service if left out, and throws
 *   unless everything was taken; `finish` hands the last facts on and tells how many are stored
 */
export function createTimeMachine(store) {
  const { staging, finish } = createStagingStore(store);
  return { call: createCall(staging), finish };
}

/**
 * Asks and tells a store through the real routes, at some time and as somebody.
 *
 * @param {import('@collateral/server-adapter').Store} store
 * @returns {Call}
 */
export function createCall(store) {
  /** @type {AsyncLocalStorage<{ at: number, by: Principal }>} */
  const moment = new AsyncLocalStorage();
  const origin = 'http://localhost';
  const handler = createHandler({
    store,
    publicOrigin: origin,
    authenticate: () => moment.getStore()?.by ?? null,
    rateLimit: false,
    now: () => moment.getStore()?.at ?? Date.now(),
    onError: (error) => console.error(error),
  });
  return async (path, method, body, at = Date.now(), by = service) => {
    const headers = { 'content-type': 'application/json' };
    const request = new Request(`${origin}/collateral${path}`, { method, headers, body: JSON.stringify(body) });
    const reply = await moment.run({ at, by }, () => handler(request));
    const answer = /** @type {any} */ (await reply.json());
    if (!reply.ok || answer.rejected?.length > 0)
      throw new Error(
        `The demo's own data were refused with ${reply.status}: ${JSON.stringify(answer).slice(0, 500)} (${path})`,
      );
    return answer;
  };
}

/**
 * Sends days of deliveries and what owners did, a few requests at a time.
 *
 * @param {Call} call
 * @param {AsyncIterable<{ batches: Iterable<Delivery>, commands: readonly Command[] }>} days
 */
export async function sendHistory(call, days) {
  for await (const { batches, commands } of days) {
    const all = [...batches];
    await sendAll(
      call,
      all.filter((delivery) => !isAboutRatings(delivery)),
    );
    // Before the ratings of the day: what is decided about low ratings is about those of the days before, and somebody may take theirs
    // back on the same day.
    for (const command of commands) await sendCommand(call, command);
    await sendAll(call, all.filter(isAboutRatings));
  }
}

/** @param {Delivery} delivery */
function isAboutRatings({ events }) {
  return events.some(({ type }) => type === 'rating' || type === 'rating-withdrawal');
}

/** @param {Call} call @param {readonly Delivery[]} deliveries */
async function sendAll(call, deliveries) {
  const requests = requestsOf(deliveries);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      // One generator feeds all of them: each takes the next request when it is free.
      for (const { at, sentAt, events } of requests)
        await call('/v1/events', 'POST', { protocol: 1, batchId: `history-${at}`, sentAt, events }, at);
    }),
  );
}

/** @param {Call} call @param {Command} command */
export function sendCommand(call, { at, by, suggestionId, name, command }) {
  return call(`/v1/suggestions/${encodeURIComponent(suggestionId)}/${name}`, 'POST', command, Date.parse(at), by);
}

/**
 * Puts what arrived within the same hour into common requests. Clocks that are far off keep a request of their own, because the
 * server measures how far with the `sentAt` of the request.
 *
 * @param {readonly Delivery[]} all
 */
function* requestsOf(all) {
  /** @type {Map<number, Delivery[]>} */
  const byHour = new Map();
  for (const delivery of all) {
    const at = Date.parse(delivery.receivedAt);
    if (Math.abs(Date.parse(delivery.sentAt) - at) > limits.clockSkewMs)
      yield { at, sentAt: delivery.sentAt, events: eventsOf(delivery) };
    else {
      const ofHour = byHour.get(Math.floor(at / hour));
      if (ofHour) ofHour.push(delivery);
      else byHour.set(Math.floor(at / hour), [delivery]);
    }
  }
  for (const ofHour of byHour.values()) {
    const at = Math.max(...ofHour.map(({ receivedAt }) => Date.parse(receivedAt)));
    const events = ofHour.flatMap(eventsOf);
    for (let first = 0; first < events.length; first += limits.eventsPerBatch)
      yield { at, sentAt: new Date(at).toISOString(), events: events.slice(first, first + limits.eventsPerBatch) };
  }
}

/** @param {Delivery} delivery */
function eventsOf({ actorId, team, producerIds, events }) {
  const onBehalfOf = { actorId, ...(team !== null && { team }), ...(producerIds.length > 0 && { producerIds }) };
  return events.map((event) => ({ ...event, onBehalfOf }));
}
