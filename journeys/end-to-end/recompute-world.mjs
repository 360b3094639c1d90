// A made-up company whose events went through a real server, and the same requests for whoever wants to count them again.
import { createHandler } from '@collateral/server-adapter';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { generate } from '../../examples/data/generate.js';
import { serve } from '../../examples/mounting/node-http.js';

const hour = 3_600_000;
const perRequest = 400;
const clockSkewMs = 300_000;

/**
 * Sends a hundred and twenty days of the made-up company over HTTP, hour by hour, and more where a test needs it.
 *
 * @param {{ until: string, days: number, timeZone: string, extra?: readonly import('./recompute-facts.mjs').SentRequest[], extraItems?: readonly import('@collateral/sdk/contract').Item[] }} options
 */
export async function startWorld({ until, days, timeZone, extra = [], extraItems = [] }) {
  const company = generate({ size: 'S', until, days });
  const requests = [...requestsOf(company), ...extra].sort((a, b) => a.at - b.at);
  const items = [...company.items, ...extraItems];
  let now = Date.parse(until);
  // The store that keeps counts: what is counted again here are its counts too.
  const store = createSqliteStore({ path: ':memory:' });
  const handler = createHandler({
    store,
    publicOrigin: 'https://intranet.example',
    authenticate: (request) => {
      const who = request.headers.get('authorization');
      if (who === 'service') return { actorId: 'history', kind: 'service', roles: [] };
      return who === 'manager' ? { actorId: 'manager-1', kind: 'person', roles: ['manager'], manages: 'all' } : null;
    },
    policy: { timeZone },
    rateLimit: false,
    now: () => now,
  });
  const server = await serve(handler);
  const endpoint = `${server.url}/collateral/v1`;
  try {
    await sendEverything();
  } catch (error) {
    // A server that stays open keeps the tests from ending.
    await server.close();
    throw error;
  }
  now = Date.parse(until);
  return { requests, items, groups: company.groups, close: server.close, ask, askText };

  async function sendEverything() {
    await send('items', 'PUT', { items });
    await send('groups', 'PUT', { groups: company.groups });
    for (const { at, sentAt, events } of requests) {
      now = at;
      const { rejected } = await send('events', 'POST', { protocol: 1, batchId: `at-${at}`, sentAt, events });
      if (rejected.length > 0) throw new Error(JSON.stringify(rejected.slice(0, 3)));
    }
  }

  /** @param {string} path @returns {Promise<any>} */
  async function ask(path) {
    return JSON.parse(await askText(path));
  }

  /** @param {string} path */
  async function askText(path) {
    const reply = await fetch(`${endpoint}/insights/${path}`, { headers: { authorization: 'manager' } });
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
    return reply.text();
  }

  /** @param {string} path @param {string} method @param {unknown} body @returns {Promise<any>} */
  async function send(path, method, body) {
    const headers = { 'content-type': 'application/json', authorization: 'service' };
    const reply = await fetch(`${endpoint}/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
    return reply.json();
  }
}

/**
 * What arrived within one hour goes into common requests, received when the last of it was; clocks that are far off keep requests of
 * their own.
 *
 * @param {import('../../examples/data/generate.js').Company} company
 */
function* requestsOf(company) {
  const deliveries = [...company.days()].flatMap(({ batches }) => [...batches]);
  const isOff = (/** @type {typeof deliveries[number]} */ { sentAt, receivedAt }) =>
    Math.abs(Date.parse(sentAt) - Date.parse(receivedAt)) > clockSkewMs;
  const groups = Map.groupBy(deliveries, (delivery) =>
    isOff(delivery) ? delivery : Math.floor(Date.parse(delivery.receivedAt) / hour),
  );
  for (const [key, group] of groups) {
    const at = Math.max(...group.map(({ receivedAt }) => Date.parse(receivedAt)));
    const sentAt = typeof key === 'number' ? new Date(at).toISOString() : key.sentAt;
    const events = group
      .toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt))
      .flatMap(({ actorId, team, producerIds, events: own }) => {
        const onBehalfOf = { actorId, ...(team !== null && { team }), ...(producerIds.length > 0 && { producerIds }) };
        return own.map((event) => ({ ...event, onBehalfOf }));
      });
    for (let first = 0; first < events.length; first += perRequest)
      yield { at, sentAt, events: events.slice(first, first + perRequest) };
  }
}
