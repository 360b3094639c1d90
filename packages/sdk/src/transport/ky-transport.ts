import type { Platform } from '../platform.js';
import { createHttpTransport, type HttpTransportOptions, type Send } from './http-transport.js';
import type * as KyFile from './send-with-ky.js';
import type { Transport } from './transport.js';

/**
 * Creates the transport over HTTP that sends with ky, which is loaded beside the client: what a page waits for before its first
 * event is a fifth smaller.
 *
 * Until it is there, and if it never comes, `fetch` sends as well. The first request asks who is signed in; the rows of a page that
 * ends before the answer may be nobody's, so it waits for no file.
 */
export function createKyTransport(
  options: HttpTransportOptions,
  platform: Platform,
  load: () => Promise<typeof KyFile> = () => import('./send-with-ky.js'),
): Transport {
  return createHttpTransport(options, platform, (fetch) => (platform.hasPage ? sendWithKy(fetch, load) : fetch));
}

function sendWithKy(fetch: Send, load: () => Promise<typeof KyFile>): Send {
  let send = fetch;
  load().then(
    (file) => {
      send = file.sendWithKy(fetch);
    },
    () => undefined,
  );
  return (url, init) => send(url, init);
}
