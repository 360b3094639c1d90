// Serves pages that a test writes, and the built CDN files below /assets/.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const cdn = join(import.meta.dirname, '..', '..', 'packages', 'elements', 'dist', 'cdn');

/** @type {Readonly<Record<string, string>>} */
const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };

/**
 * Starts the server.
 *
 * @param {Readonly<Record<string, string>>} pages text by path; a path without an extension is a document
 * @param {{policy?: string, folder?: string, collateral?: import('node:http').RequestListener}} [options] a
 *   Content-Security-Policy for all of them, another folder to serve, and what answers below /collateral/
 * @returns {Promise<{url: string, asked: string[], missing: Set<string>, close: () => Promise<void>}>} `asked` are the paths in order,
 *   with their queries; those in `missing` are answered with 404 for as long as they are in it
 */
export async function servePages(pages, { policy, folder, collateral } = {}) {
  /** @type {string[]} */
  const asked = [];
  /** @type {Set<string>} */
  const missing = new Set();
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname + search);
    if (collateral && pathname.startsWith('/collateral/')) return collateral(request, response);
    const type = types[extname(pathname)] ?? 'text/html';
    const text = missing.has(pathname) ? null : (pages[pathname] ?? (await fileOf(pathname)));
    if (policy) response.setHeader('content-security-policy', policy);
    response.writeHead(text === null ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(text ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  /** @param {string} pathname */
  async function fileOf(pathname) {
    const path = normalize(pathname);
    // Copies of the same files below several folders are several modules to a browser.
    const place = /^\/(assets|copy)\//.test(path)
      ? join(cdn, path.replace(/^\/\w+\//, ''))
      : folder && join(folder, path);
    return place ? readFile(place, 'utf8').catch(() => null) : null;
  }
}
