// Express 5. The handler comes before express.json(), which would read the body first.
import express from 'express';
import { toNodeListener } from '@collateral/server-adapter/node';

/** @param {import('@collateral/server-adapter').Handler} handler */
export async function serve(handler, port = 0) {
  const app = express();
  app.use('/collateral', toNodeListener(handler));
  app.use(express.json());
  app.get('/', (_request, response) => {
    response.send('The rest of the host answers here.');
  });
  const server = await new Promise((resolve) => {
    const started = app.listen(port, '127.0.0.1', () => resolve(started));
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async close() {
      await handler.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
