// Serves one page per peer: its bundle, its theme, nothing inline, so that any Content-Security-Policy can be asked for.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const types = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** The policies a page can be asked for with `?policy=`. */
const policies = {
  strict: "default-src 'self'; style-src 'self'",
  'trusted-types': "require-trusted-types-for 'script'; trusted-types lit-html collateral-lit-html",
};

/**
 * Starts a server for the pages `/NAME/?policy=…`.
 *
 * @param {readonly import('./peers-list.mjs').Peer[]} peers
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function servePeers(peers) {
  /** @type {Map<string, Uint8Array | string>} */
  const files = new Map();
  for (const peer of peers) {
    const built = await build(peer);
    files.set(`/${peer.name}/peer.js`, built.script);
    files.set(`/${peer.name}/peer.css`, built.style);
  }
  const server = createServer((request, reply) => void answer(request, reply));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} reply
   */
  async function answer(request, reply) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    const known = files.get(path);
    if (known !== undefined) return send(types[extname(path) === '.css' ? '.css' : '.js'], known);
    const peer = peers.find(({ name }) => path === `/${name}/`);
    if (peer) {
      const policy = policies[/** @type {keyof typeof policies} */ (searchParams.get('policy') ?? '')];
      if (policy) reply.setHeader('content-security-policy', policy);
      return send('text/html; charset=utf-8', pageOf());
    }
    const beside = await fileOf(path);
    if (beside) return send(types[/** @type {keyof typeof types} */ (extname(path))] ?? 'text/plain', beside);
    reply.statusCode = 404;
    return reply.end();

    /** @param {string | undefined} type @param {Uint8Array | string} body */
    function send(type, body) {
      reply.setHeader('content-type', type ?? 'text/plain');
      reply.end(body);
    }
  }

  /** @param {string} path */
  async function fileOf(path) {
    for (const { assets = {}, module } of peers) {
      for (const [start, source] of Object.entries(assets)) {
        const file = join(folder, source, path.slice(start.length));
        if (path.startsWith(start) && (await stat(file).catch(() => null))?.isFile()) return readFile(file);
      }
      // What our CDN file loads later stands beside it.
      const beside = join(module.startsWith('/') ? module : folder, '..', path.replace(/^\/[^/]+\//, ''));
      if (module.startsWith('/') && (await stat(beside).catch(() => null))?.isFile()) return readFile(beside);
    }
    return null;
  }
}

function pageOf() {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>peer</title>
<link rel="stylesheet" href="peer.css"><script type="module" src="peer.js"></script><body></body></html>`;
}

/** @param {import('./peers-list.mjs').Peer} peer */
async function build({ module, style }) {
  const { build: bundle } = await import('esbuild');
  /** @type {import('esbuild').BuildOptions} */
  const shared = { bundle: true, minify: true, write: false, absWorkingDir: folder, logLevel: 'error' };
  const css = style
    ? await bundle({ ...shared, stdin: { contents: `@import '${style}';`, loader: 'css', resolveDir: folder } })
    : undefined;
  if (module.startsWith('/')) return { script: await readFile(module), style: css?.outputFiles?.[0]?.contents ?? '' };
  const js = await bundle({
    ...shared,
    format: 'esm',
    stdin: { contents: module, loader: 'js', resolveDir: folder },
    // Styles come as the peer's `style`.
    loader: { '.svg': 'text', '.css': 'empty' },
  });
  return { script: js.outputFiles?.[0]?.contents ?? '', style: css?.outputFiles?.[0]?.contents ?? '' };
}
