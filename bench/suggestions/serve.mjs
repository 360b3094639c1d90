// A server over a SQLite file with suggestions in it. Argument: path of the file. Answers the message `cpu` with its CPU time.
import { createServer } from 'node:http';
import { createHandler } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';

const [, , path = ''] = process.argv;
const handler = createHandler({
  store: createSqliteStore({ path }),
  publicOrigin: 'http://localhost',
  authenticate: (request) => ({
    actorId: request.headers.get('authorization')?.slice(7) ?? '',
    kind: 'person',
    roles: ['viewer'],
  }),
  rateLimit: false,
});
const server = createServer(toNodeListener(handler)).listen(0, async () => {
  for (let item = 0; item < 50; item += 1) await fill(item);
  process.send?.({ name: 'ready', port: server.address().port });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ name: 'cpu', microseconds: user + system });
});

async function fill(/** @type {number} */ item) {
  const now = new Date().toISOString();
  const idOf = (/** @type {number} */ number) =>
    `01980000-0000-7000-8000-${(item * 1_000 + number).toString(16).padStart(12, '0')}`;
  const suggestions = Array.from({ length: 30 }, (_, index) => ({
    id: idOf(index),
    type: 'suggestion',
    occurredAt: now,
    collateralId: `item-${item}`,
    body: `Idea ${index}: say what it costs, on one slide`,
  }));
  await send('author', suggestions);
  for (let voter = 0; voter < 10; voter += 1) {
    const votes = suggestions.map(({ id }, index) => ({
      id: idOf(100 + voter * 30 + index),
      type: 'vote',
      occurredAt: now,
      suggestionId: id,
      on: true,
    }));
    await send(`voter-${voter}`, votes);
  }

  async function send(/** @type {string} */ as, /** @type {readonly object[]} */ events) {
    const reply = await handler(
      new Request('http://localhost/v1/events', {
        method: 'POST',
        headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
        body: JSON.stringify({ protocol: 1, batchId: 'b', sentAt: now, events }),
      }),
    );
    if (reply.status !== 200) throw new Error(await reply.text());
  }
}
