// Serves the demo page and the built CDN file under the strictest policy a page can set.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';

const page = join(import.meta.dirname, '..', 'intranet');
const cdn = join(import.meta.dirname, '..', '..', 'packages', 'elements', 'dist', 'cdn');

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

const headers = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types collateral-lit-html",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/**
 * Sends a file of the demo, or 404.
 *
 * @param {string} path the URL's path
 * @param {import('node:http').ServerResponse} response
 */
export async function sendFile(path, response) {
  const file = path.startsWith('/assets/')
    ? join(cdn, normalize(path.slice('/assets'.length)))
    : join(page, normalize(path === '/' ? '/index.html' : path));
  const type = types[extname(file)];
  const found = type ? await stat(file).catch(() => null) : null;
  if (!type || !found?.isFile()) {
    response
      .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      .end('There is no such page in this demo.\n');
    return;
  }
  response.writeHead(200, { ...headers, 'content-type': type });
  await pipeline(createReadStream(file), response);
}
