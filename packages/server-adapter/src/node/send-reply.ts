import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { textOfReply } from '../request/reply-text.js';

/** Writes a fetch `Response` to a response of node:http, no faster than the client reads. Resolves when it is sent or the client is gone. */
export async function sendReply(reply: Response, response: ServerResponse, signal: AbortSignal): Promise<void> {
  if (response.destroyed) return;
  response.statusCode = reply.status;
  reply.headers.forEach((value, name) => response.setHeader(name, value));
  const text = textOfReply(reply);
  if (text !== null) {
    response.end(text);
    return;
  }
  if (reply.body !== null) {
    const reader = reply.body.getReader();
    // A stream may have nothing to say for a long time; who makes it has to know at once that nobody listens any more.
    const cancel = (): void => void reader.cancel().catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (signal.aborted) return;
      if (!response.write(chunk.value)) await drained(response, signal);
    }
    signal.removeEventListener('abort', cancel);
  }
  response.end();
}

async function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  try {
    await once(response, 'drain', { signal });
  } catch {
    // The client went away: there is nobody left to write to, and the caller looks at the signal next.
  }
}
