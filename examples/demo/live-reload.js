// npm run dev: a page that lost its connection to the demo reloads when the demo, rebuilt, is back.

const path = '/demo/changes';

/**
 * Keeps a connection open that ends when this process does.
 *
 * @param {URL} url
 * @param {import('node:http').ServerResponse} response
 * @returns {boolean} whether the request was for this
 */
export function answerChanges(url, response) {
  if (url.pathname !== path || !process.env['LIVE_RELOAD']) return false;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 300\n\n');
  return true;
}
