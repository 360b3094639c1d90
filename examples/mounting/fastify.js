// Fastify 5. The plugin keeps Fastify's body parsers away from the handler; the rest of the host keeps them.
import Fastify from 'fastify';
import { toNodeListener } from '@collateral/server-adapter/node';

/** @param {import('@collateral/server-adapter').Handler} handler */
export async function serve(handler, port = 0) {
  const listener = toNodeListener(handler);
  const app = Fastify();
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/collateral/*', (request, reply) => {
      reply.hijack();
      listener(request.raw, reply.raw);
    });
  });
  app.get('/', () => 'The rest of the host answers here.');
  const url = await app.listen({ port, host: '127.0.0.1' });
  return {
    url,
    async close() {
      await handler.close();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
