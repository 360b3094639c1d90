import assert from 'node:assert/strict';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { batch, problem, rating, World } from '../handler.fixture.js';
import { toNodeListener, type NodeListenerOptions } from './to-node-listener.js';

const servers: Server[] = [];
const headers = { 'content-type': 'application/json', authorization: 'Bearer ana' };
const body = JSON.stringify(batch([rating(1, { comment: 'Zoë 🎯' })]));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serveWorld(options: NodeListenerOptions = {}): Promise<{ readonly world: World; readonly url: string }> {
  const world = new World();
  return { world, url: await serve(toNodeListener(world.handler, options)) };
}

/** A server whose body parser ran first, as express.json() and its like do. */
async function serveParsed(world: World, parse: (text: Buffer) => unknown): Promise<string> {
  const listener = toNodeListener(world.handler);
  return serve((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => listener(Object.assign(message, { body: parse(Buffer.concat(chunks)) }), response));
  });
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('a listener for node:http', () => {
  test('takes events and answers with the receipt', async () => {
    const { world, url } = await serveWorld();
    const reply = await fetch(`${url}/collateral/v1/events`, { method: 'POST', headers, body });
    assert.equal(reply.status, 200);
    assert.equal(((await reply.json()) as { readonly accepted: number }).accepted, 1);
    assert.equal((await world.facts())[0]?.detail['comment'], 'Zoë 🎯');
  });

  test('sends the headers and the text a host around the handler made of a reply', async () => {
    const { handler } = new World();
    const url = await serve(
      toNodeListener(async (request) => {
        const reply = await handler(request);
        reply.headers.set('x-host', 'intranet');
        if (request.url.endsWith('health')) return reply;
        return new Response(`${await reply.text()} `, reply);
      }),
    );
    const plain = await fetch(`${url}/v1/health`);
    assert.equal(plain.headers.get('x-host'), 'intranet');
    const text = await plain.text();
    assert.equal(plain.headers.get('content-length'), String(text.length));
    const changed = await fetch(`${url}/v1/config`, { headers });
    assert.match(await changed.text(), /^\{.*\} $/);
  });

  test('takes a gzipped body in chunks', async () => {
    const { url } = await serveWorld();
    const reply = await fetch(`${url}/v1/events`, {
      method: 'POST',
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: new Uint8Array(gzipSync(body)),
    });
    assert.equal(reply.status, 200);
  });

  test('answers GET, HEAD and OPTIONS', async () => {
    const { url } = await serveWorld();
    assert.equal((await fetch(`${url}/v1/config`, { headers })).status, 200);
    assert.equal((await fetch(`${url}/v1/config`, { method: 'HEAD', headers })).status, 200);
    assert.equal((await fetch(`${url}/v1/items?limit=0`, { headers })).status, 400);
    assert.equal((await fetch(`${url}/v1/items`, { method: 'OPTIONS' })).status, 403);
  });

  for (const [name, parse] of [
    ['an object', (text: Buffer) => JSON.parse(text.toString()) as unknown],
    ['a text', (text: Buffer) => text.toString()],
    ['a buffer', (text: Buffer) => text],
  ] as const) {
    test(`takes a body that was parsed into ${name} before`, async () => {
      const reply = await fetch(`${await serveParsed(new World(), parse)}/v1/events`, {
        method: 'POST',
        headers,
        body,
      });
      assert.equal(reply.status, 200);
    });
  }

  test('answers when the body is gone and nothing is left of it', async () => {
    const reply = await fetch(`${await serveParsed(new World(), () => undefined)}/v1/events`, {
      method: 'POST',
      headers,
      body,
    });
    assert.equal((await problem(reply)).code, 'body-already-read');
  });

  test('reads the stream when a parser left an empty object without reading', async () => {
    const listener = toNodeListener(new World().handler);
    const url = await serve((message, response) => listener(Object.assign(message, { body: {} }), response));
    assert.equal(
      (await fetch(`${url}/v1/events`, { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body }))
        .status,
      200,
    );
  });

  test('sees the whole path where Express shortens it', async () => {
    const listener = toNodeListener(new World().handler, { mount: '/collateral' });
    const url = await serve((message, response) =>
      listener(Object.assign(message, { originalUrl: message.url, url: '/v1/config' }), response),
    );
    assert.equal((await fetch(`${url}/collateral/v1/config`, { headers })).status, 200);
  });

  test('leaves paths outside of its mount to the next listener, or says that nothing is there', async () => {
    const listener = toNodeListener(new World().handler, { mount: '/collateral/' });
    const url = await serve((message, response) => listener(message, response, () => response.end('next')));
    assert.equal(await (await fetch(`${url}/other/v1/config`)).text(), 'next');
    assert.equal(await (await fetch(`${url}/collateralX/v1/config`)).text(), 'next');
    const { url: alone } = await serveWorld({ mount: '/collateral' });
    assert.equal((await problem(await fetch(`${alone}/v1/config`))).code, 'not-found');
  });

  test('answers 413 to a body without end while it is still being sent', async () => {
    const { url } = await serveWorld();
    const sending = httpRequest(`${url}/v1/events`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    const timer = setInterval(() => sending.write(Buffer.alloc(65_536, 32)), 1);
    const [reply] = (await once(sending, 'response')) as [IncomingMessage];
    clearInterval(timer);
    assert.equal(reply.statusCode, 413);
    sending.destroy();
  });

  test('goes on serving after a client left in the middle of its body', async () => {
    const { world, url } = await serveWorld();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ana\r\nContent-Length: 1000\r\n\r\n{"protocol"',
    );
    await once(socket, 'connect');
    socket.destroy();
    assert.equal((await fetch(`${url}/v1/events`, { method: 'POST', headers, body })).status, 200);
    assert.equal((await world.facts()).length, 1);
  });

  test('survives a nonsense host, path and method', async () => {
    const { url } = await serveWorld();
    const port = Number(new URL(url).port);
    for (const head of [
      'GET //evil.example/v1/health HTTP/1.1\r\nHost: a b:c',
      'GET /v1/health?a=%zz?b HTTP/1.1\r\nHost: [::',
      'TRACE /v1/health HTTP/1.1\r\nHost: x',
    ]) {
      const socket = connect(port, '127.0.0.1');
      socket.write(`${head}\r\nConnection: close\r\n\r\n`);
      const [first] = (await once(socket, 'data')) as [Buffer];
      assert.match(first.toString(), /^HTTP\/1\.1 (200|404|405|400|500)/, head);
      socket.destroy();
    }
  });

  test('answers 500 when a handler of somebody else rejects', async () => {
    const url = await serve(toNodeListener(() => Promise.reject(new Error('secret'))));
    const { status, detail } = await problem(await fetch(`${url}/v1/config`));
    assert.equal(status, 500);
    assert.doesNotMatch(detail, /secret/);
  });

  test('streams a long reply and stops when the client leaves', async () => {
    const cancelled = new EventTarget();
    const isCancelled = once(cancelled, 'cancel');
    const url = await serve(
      toNodeListener(
        async () =>
          new Response(
            new ReadableStream({
              pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
              cancel: () => void cancelled.dispatchEvent(new Event('cancel')),
            }),
          ),
      ),
    );
    const controller = new AbortController();
    const reply = await fetch(url, { signal: controller.signal });
    await reply.body?.getReader().read();
    controller.abort();
    await isCancelled;
  });
});
