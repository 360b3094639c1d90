// A learning system and a training module of another site inside it, each with its own server. Start it with:
// node examples/lms/lms-server.js (after npm run build:cdn)
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { learnerOf, signToken } from './launch-token.js';
import { lesson } from './lesson.js';

const cdn = join(import.meta.dirname, '..', '..', 'packages', 'elements', 'dist', 'cdn');

/** @type {Readonly<Record<string, string>>} */
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css' };

/**
 * Starts both. The learning system is at 127.0.0.1 and the module at localhost, which are two sites to a browser.
 *
 * @param {object} [options]
 * @param {number} [options.port] of the learning system; the module takes the next free one. 0 lets the system choose
 */
export async function startLms({ port = 0 } = {}) {
  const secret = randomBytes(32).toString('hex');
  const store = createMemoryStore();
  const module = createServer().listen(0);
  await once(module, 'listening');
  const moduleUrl = `http://localhost:${portOf(module)}`;
  const handler = createHandler({
    store,
    publicOrigin: moduleUrl,
    authenticate(request) {
      const learner = learnerOf(secret, request.headers.get('authorization')?.replace(/^Bearer /, ''));
      return learner === null ? null : { actorId: learner, kind: 'person', roles: ['viewer'], team: 'sales-emea' };
    },
  });
  const collateral = toNodeListener(handler);
  const lms = createServer((request, response) => {
    const path = pathOf(request);
    // A real learning system knows its learner by its own session.
    if (path === '/token') send(response, 'text/plain', signToken(secret, 'learner-1'));
    else if (path === '/launch')
      send(response, 'application/json', JSON.stringify({ moduleUrl: `${moduleUrl}/module.html` }));
    else
      void sendFile(path === '/' ? '/lms.html' : path, response, {
        'content-security-policy': `default-src 'self'; frame-src ${moduleUrl}`,
      });
  }).listen(port, '127.0.0.1');
  await once(lms, 'listening');
  const lmsUrl = `http://127.0.0.1:${portOf(lms)}`;
  module.on('request', (request, response) => {
    const path = pathOf(request);
    if (path.startsWith('/collateral/')) return void collateral(request, response);
    if (path === '/lesson.wav') return send(response, 'audio/wav', lesson());
    const policy = `default-src 'self'; frame-ancestors ${lmsUrl}; require-trusted-types-for 'script'; trusted-types collateral-lit-html`;
    return void sendFile(path, response, { 'content-security-policy': policy });
  });
  return {
    lmsUrl,
    store,
    async close() {
      for (const server of [lms, module]) {
        server.close();
        server.closeAllConnections();
      }
      await store.close();
    },
  };
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

/** @param {import('node:http').IncomingMessage} request */
function pathOf(request) {
  return new URL(request.url ?? '/', 'http://localhost').pathname;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} type
 * @param {string | Uint8Array} body
 */
function send(response, type, body) {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/**
 * @param {string} path
 * @param {import('node:http').ServerResponse} response
 * @param {Record<string, string>} headers
 */
async function sendFile(path, response, headers) {
  const name = normalize(path);
  const file = name.startsWith('/assets/') ? join(cdn, name.slice('/assets'.length)) : join(import.meta.dirname, name);
  const type = types[extname(file)];
  const isServers = /(server|token|lesson)\.js$/.test(file);
  const body = type && !isServers ? await readFile(file).catch(() => null) : null;
  if (!type || body === null) response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.\n');
  else response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { lmsUrl } = await startLms({ port: Number(process.env['PORT'] ?? 4190) });
  console.log(`The learning system is at ${lmsUrl}`);
}
