import type { Platform } from '../platform.js';
import { createHttpTransport, type HttpTransportOptions, type Send } from './http-transport.js';
import type { Transport } from './transport.js';

/**
 * Creates the transport over HTTP that sends with ky, which is loaded beside the client: what a page waits for before its first
 * event is a fifth smaller.
 *
 * Until it is there, and if it never comes, `fetch` sends as well. The first request asks who is signed in; the rows of a page that
 * ends before the answer may be nobody's, so it waits for no file.
 */
export function createKyTransport(options: HttpTransportOptions, platform: Platform): Transport {
  return createHttpTransport(options, platform, (fetch) => (platform.hasPage ? sendWithKy(fetch) : fetch));
}

function sendWithKy(fetch: Send): Send {
  let send = fetch;
  import('./send-with-ky.js').then(
    (file) => {
      send = file.sendWithKy(fetch);
    },
    () => undefined,
  );
  return (url, init) => send(url, init);
}
