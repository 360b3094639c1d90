// A rating in a plain form and in a page of each framework, with a server that takes what it is told. Start it with:
// npm --prefix examples/frameworks ci, npm run build:cdn, node examples/frameworks/frameworks-server.js
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { bundle, entries } from './build.js';

const folder = import.meta.dirname;
const cdn = join(folder, '..', '..', 'packages', 'elements', 'dist', 'cdn');
const scripts = new Map();

/**
 * Starts the server.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 lets the system choose
 */
export async function startFrameworks({ port = 0 } = {}) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;
  const collateral = toNodeListener(
    createHandler({
      store: createMemoryStore(),
      publicOrigin: url,
      authenticate: (request) =>
        request.headers.get('authorization') === 'Bearer learner'
          ? { actorId: 'learner-1', kind: 'person', roles: ['viewer'], team: 'sales-emea' }
          : null,
    }),
  );
  server.on('request', (request, response) => {
    const { pathname } = new URL(request.url, url);
    if (pathname.startsWith('/collateral/')) collateral(request, response);
    else void send(pathname, response);
  });
  return {
    url,
    pages: ['plain', ...Object.keys(entries)],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };

  async function send(pathname, response) {
    const text = await textOf(normalize(pathname)).catch(() => undefined);
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(text ?? 'There is no such page.');
  }

  async function textOf(path) {
    const [, framework, file] = path.split('/');
    if (path === '/token.js' || framework === 'plain')
      return readFile(join(folder, path, file === '' ? 'index.html' : ''));
    if (framework === 'assets') return readFile(join(cdn, path.slice('/assets'.length)));
    if (!Object.hasOwn(entries, framework)) return undefined;
    if (file === '') return readFile(join(folder, 'page.html'));
    // Bundled once, when it is asked for.
    if (!scripts.has(framework)) scripts.set(framework, bundle(framework));
    return scripts.get(framework);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url, pages } = await startFrameworks({ port: 8090 });
  for (const page of pages) console.log(`${url}/${page}/`);
}
