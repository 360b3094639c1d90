// The examples of examples/mounting are started for real, and every case of the handler kit is run through each of them.
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { handlerCases } from '@collateral/server-adapter/conformance';
import * as express from '../../examples/mounting/express.js';
import * as fastify from '../../examples/mounting/fastify.js';
import { createWorker } from '../../examples/mounting/fetch-runtime.js';
import * as hono from '../../examples/mounting/hono.js';
import * as nodeHttp from '../../examples/mounting/node-http.js';

/** Every case signs its people in with a header of the test. */
function createTestHandler() {
  return createHandler({
    store: createMemoryStore(),
    publicOrigin: 'http://127.0.0.1',
    authenticate(request) {
      const text = request.headers.get('x-person');
      if (text === null) return null;
      const { hiddenItems, ...person } = JSON.parse(decodeURIComponent(text));
      return { ...person, canSee: (/** @type {string} */ id) => !hiddenItems.includes(id) };
    },
  });
}

const signIn = (/** @type {object} */ person) => ({ 'x-person': encodeURIComponent(JSON.stringify(person)) });
const sender = { actorId: 'ana', kind: 'person', roles: [], hiddenItems: [] };

for (const [name, { serve }] of Object.entries({
  'node:http': nodeHttp,
  Express: express,
  Fastify: fastify,
  Hono: hono,
})) {
  describe(`mounted on ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof nodeHttp.serve>>} */
    let server;
    before(async () => {
      server = await serve(createTestHandler());
    });
    after(() => server.close());

    for (const { id, name: title, run } of handlerCases) {
      it(`${id}: ${title}`, async () => {
        await run({ endpoint: `${server.url}/collateral`, fetch: (request) => fetch(request), signIn });
      });
    }

    it('inflates a gzip body, and refuses one that grows without end', async () => {
      const send = (/** @type {string} */ text) =>
        fetch(`${server.url}/collateral/v1/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', ...signIn(sender) },
          body: gzipSync(text),
        });
      const batch = { protocol: 1, batchId: 'zip', sentAt: new Date().toISOString(), events: [] };
      assert.equal((await send(JSON.stringify(batch))).status, 200);
      assert.equal((await send(' '.repeat(50_000_000))).status, 413);
    });

    it('leaves the other pages of the host alone', async () => {
      assert.match(await (await fetch(server.url)).text(), /The rest of the host/);
    });
  });
}

describe('in a fetch runtime', () => {
  const worker = createWorker(createTestHandler());
  for (const { id, name, run } of handlerCases) {
    it(`${id}: ${name}`, async () => {
      await run({ endpoint: 'https://worker.example/collateral', fetch: (request) => worker.fetch(request), signIn });
    });
  }
});
