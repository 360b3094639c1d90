// Runs one sample of the documents in a process of its own, with what its page takes as given:
// node run-node-sample.mjs <the module to run>
import { createServer, Server } from 'node:http';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { createMyStore } from '../../examples/my-store/my-store.js';

/** @type {{ run: () => unknown }[]} */
const cases = [];
/** @type {Server[]} */
const servers = [];
/** @type {number[]} */
const replies = [];
const publicOrigin = 'https://intranet.example';
const person = { actorId: 'ann', kind: 'person', roles: ['viewer'] };
const authenticate = (/** @type {Request} */ request) =>
  JSON.parse(decodeURIComponent(request.headers.get('x-person') ?? 'null'));
const headersFor = (/** @type {object} */ principal) => ({ 'x-person': encodeURIComponent(JSON.stringify(principal)) });
const store = createMemoryStore();
const handler = createHandler({ store, publicOrigin, authenticate });
// One item, so that there are a team and a producer.
const serviceHeaders = headersFor({ actorId: 'catalogue', kind: 'service', roles: [] });
const item = { id: 'deck-42', kind: 'deck', title: 'Deck', team: 'west', producer: { id: 'ben', name: 'Ben' } };
await handler(
  new Request(`${publicOrigin}/collateral/v1/items`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...serviceHeaders },
    body: JSON.stringify({ items: [item] }),
  }),
);
const folder = resolve('stores');
mkdirSync(folder, { recursive: true });

// The port a sample names may be taken: any free one will do, and only of this machine.
const { fetch } = globalThis;
const { listen } = Server.prototype;
Server.prototype.listen = function () {
  servers.push(this);
  return listen.call(this, { port: 0, host: '127.0.0.1' });
};

Object.assign(globalThis, {
  ...{ authenticate, publicOrigin, handler, store, headersFor, folder, createMyStore, serviceHeaders, policy: {} },
  server: createServer(),
  async fetch(/** @type {string} */ address, /** @type {RequestInit} */ init) {
    const reply = await handler(new Request(address, init));
    replies.push(reply.status);
    return reply;
  },
  test: (/** @type {string} */ _name, /** @type {() => unknown} */ run) => cases.push({ run }),
  channel: { post: async () => {} },
  log: { error: (/** @type {unknown} */ error) => Promise.reject(error) },
  mailEach: async () => {},
});
process.env['CHAT_SECRET'] = process.env['MAIL_SECRET'] = `whsec_${btoa('0123456789abcdef0123456789abcdef')}`;
process.env['DATABASE_URL'] = 'postgres://localhost/intranet';

await import(pathToFileURL(process.argv[2] ?? '').href);

// The kits have hundreds of cases, and other tests run them all.
for (const { run } of cases.filter((_, index) => index % 40 === 0)) await run();
for (const server of servers) {
  if (!server.listening) await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const headers = { 'x-forwarded-user': 'ann', ...headersFor(person) };
  const { status } = await fetch(`http://127.0.0.1:${port}/collateral/v1/config`, { headers });
  if (status !== 200) throw new Error(`GET /collateral/v1/config answered ${status}`);
}
console.log(JSON.stringify({ cases: cases.length, servers: servers.length, status: replies.at(-1) }));
process.exit(0);
