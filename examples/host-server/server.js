// The smallest real host: node:http, an SQLite file and a sign-in done by a reverse proxy.
// Start it with: node examples/host-server/server.js
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createHandler } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';

/**
 * @param {object} options
 * @param {string} options.file where the data goes
 * @param {string} options.publicOrigin the origin people see in their address bar
 */
export function createHostServer({ file, publicOrigin }) {
  const store = createSqliteStore({ path: file });
  const handler = createHandler({
    store,
    publicOrigin,
    // The proxy in front signs people in and sets these headers. It must remove them from what comes in from outside.
    authenticate(request) {
      const actorId = request.headers.get('x-forwarded-user');
      if (!actorId) return null;
      const team = request.headers.get('x-forwarded-team');
      return { actorId, kind: 'person', roles: ['viewer'], ...(team && { team }) };
    },
  });
  const server = createServer(toNodeListener(handler));
  server.on('close', () => void store.close());
  return server;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const port = Number(process.env['PORT'] ?? 4180);
  createHostServer({ file: 'collateral.sqlite', publicOrigin: `http://localhost:${port}` }).listen(port);
  console.log(`Collateral answers at http://localhost:${port}/collateral/v1/health`);
}
