// node:http without a framework.
import { createServer } from 'node:http';
import { toNodeListener } from '@collateral/server-adapter/node';

/** @param {import('@collateral/server-adapter').Handler} handler */
export async function serve(handler, port = 0) {
  const collateral = toNodeListener(handler, { mount: '/collateral' });
  const server = createServer((request, response) => {
    collateral(request, response, () => {
      response.writeHead(404).end('The rest of the host answers here.');
    });
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(null)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      await handler.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
