// Serves a handler over a store until it is killed, and prints its port. Whoever calls is whom the bearer token names.
// Argument: place of the store.
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { createHandler } from '../handler.js';
import { toNodeListener } from '../node/to-node-listener.js';
import { openPlace } from './open-place.fixture.js';

const [, , place = ''] = process.argv;
const handler = createHandler({
  store: openPlace(place),
  publicOrigin: 'https://intranet.example',
  authenticate(request) {
    const actorId = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    return { actorId, kind: 'person', roles: actorId.startsWith('admin') ? ['admin'] : ['viewer'] };
  },
  rateLimit: false,
});
const server = createServer(toNodeListener(handler)).listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
