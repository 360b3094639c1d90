import ky from 'ky';
import type { Send } from './http-transport.js';

/** Sends with ky. Its own retry and timeout are off: delivery is the one retry policy, and ky's timeout ends with the headers. */
export function sendWithKy(fetch: Send): Send {
  // ky hands on a string and options, or a Request with nothing beside it.
  const callFetch = fetch as typeof globalThis.fetch;
  return (url, init) => ky(url, { ...init, retry: 0, throwHttpErrors: false, timeout: false, fetch: callFetch });
}
