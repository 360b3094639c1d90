// A gate in front of a demo: its pages stay in reach while the way to the server's data can be cut, as a tunnel does to a train.
import { once } from 'node:events';
import { createServer, request } from 'node:http';

/**
 * @param {string} target origin of the demo
 * @returns {Promise<{ url: string, cut: (isCut: boolean) => void, close: () => Promise<void> }>}
 */
export async function openGate(target) {
  let isCut = false;
  const server = createServer((incoming, reply) => {
    if (isCut && incoming.url?.startsWith('/collateral/')) return void incoming.socket.destroy();
    const { origin } = incoming.headers;
    // The demo takes writes from its own pages only, and these are.
    const own = { ...incoming.headers, host: new URL(target).host, ...(origin !== undefined && { origin: target }) };
    const onward = request(`${target}${incoming.url}`, { method: incoming.method, headers: own }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    onward.on('error', () => reply.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${port}`,
    cut(isNow) {
      isCut = isNow;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
