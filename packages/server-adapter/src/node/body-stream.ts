import type { IncomingMessage } from 'node:http';

/**
 * Streams a request body of node:http, no faster than it is read.
 *
 * Readable.toWeb is not used: cancelling it destroys the socket, and with it the reply that says why the body was refused.
 */
export function bodyStream(message: IncomingMessage): ReadableStream<Uint8Array> {
  let isSettled = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      function fail(): void {
        if (isSettled) return;
        isSettled = true;
        controller.error(new Error('The sender went away before the body was complete.'));
      }
      message.pause();
      message.on('data', (chunk: Uint8Array) => {
        if (isSettled) return;
        controller.enqueue(new Uint8Array(chunk));
        if ((controller.desiredSize ?? 0) <= 0) message.pause();
      });
      message.once('end', () => {
        if (isSettled) return;
        isSettled = true;
        controller.close();
      });
      message.once('error', fail);
      message.once('close', fail);
      // A framework may hand over a request that is already gone; its events will not come again.
      if (message.destroyed && !message.readableEnded) fail();
    },
    pull() {
      message.resume();
    },
    cancel() {
      isSettled = true;
      message.pause();
    },
  });
}
