// The demo host: a page, a sign-in that everybody may use, and Collateral mounted at /collateral on an SQLite file.
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { createHandler } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { historyDays } from './company.js';
import { answerChanges } from './live-reload.js';
import { findPerson } from './people.js';
import { seed } from './seed.js';
import { answerSignIn, authenticate, signInNewcomer } from './sign-in.js';
import { sendFile } from './static-files.js';

/**
 * Starts the demo.
 *
 * @param {object} options
 * @param {number} options.port 0 takes any free one
 * @param {string} options.file the SQLite file
 * @param {number} [options.days] of history in a new file; two years if left out
 * @param {() => number} [options.now] the server's clock, for tests in which days go by
 * @param {(done: number, all: number) => void} [options.onProgress] told the days while a new file is made
 * @returns {Promise<{url: string, port: number, seeded: {people: number, events: number} | null, close(): Promise<void>}>}
 */
export async function startDemo({ port, file, days = historyDays, now = Date.now, onProgress = () => undefined }) {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The demo lets everybody be anybody, so it refuses to run with NODE_ENV=production.');
  }
  await mkdir(dirname(file), { recursive: true });
  const seeded = await seed(file, days, onProgress);
  const store = createSqliteStore({ path: file });
  const server = createServer();
  // Only this machine: on the network anybody could be anybody.
  server.listen(port, 'localhost');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const url = `http://localhost:${address.port}`;

  const collateral = toNodeListener(
    createHandler({
      store,
      authenticate,
      now,
      // Names where the policy permits them: who changed a target, who decides.
      namesOf: (_tenant, ids) => new Map(ids.flatMap((id) => nameOf(id))),
      publicOrigin: url,
      allowedOrigins: [`http://127.0.0.1:${address.port}`],
    }),
  );
  server.on('request', (request, response) => {
    if (!URL.canParse(request.url ?? '', url)) return response.writeHead(400).end();
    const target = new URL(request.url ?? '', url);
    if (target.pathname.startsWith('/collateral/')) return collateral(request, response);
    if (answerSignIn(target, request, response) || answerChanges(target, response)) return;
    if (target.pathname === '/') signInNewcomer(request, response);
    void sendFile(target.pathname, response).catch(() => response.destroy());
  });

  return {
    url,
    port: address.port,
    seeded,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await store.close();
    },
  };
}

/**
 * @param {string} id
 * @returns {[string, string][]} none for somebody nobody knows
 */
function nameOf(id) {
  const person = findPerson(id);
  return person === undefined ? [] : [[id, person.name]];
}
