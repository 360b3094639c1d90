// Hono, here on Node; the same two lines work wherever Hono does.
import { serve as serveNode } from '@hono/node-server';
import { Hono } from 'hono';

/** @param {import('@collateral/server-adapter').Handler} handler */
export async function serve(handler, port = 0) {
  const app = new Hono();
  app.all('/collateral/*', ({ req }) => handler(req.raw));
  app.get('/', ({ text }) => text('The rest of the host answers here.'));
  /** @type {import('node:http').Server} */
  let server;
  const { port: chosen } = await new Promise((resolve) => {
    server = /** @type {import('node:http').Server} */ (
      serveNode({ fetch: app.fetch, port, hostname: '127.0.0.1' }, resolve)
    );
  });
  return {
    url: `http://127.0.0.1:${chosen}`,
    async close() {
      await handler.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
