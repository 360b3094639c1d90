// npm run bench:handler: what checking and answering costs, beside a bare node:http server that parses and writes JSON.
// Bodies of about 15 kB (50 events), one connection pool, a store that only says "new", so that nothing but the handler is seen.
import { createServer, request as sendRequest, Agent } from 'node:http';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';

const requests = 3_000;
const connections = 10;
const body = JSON.stringify({
  protocol: 1,
  batchId: 'bench',
  sentAt: new Date().toISOString(),
  context: { url: 'https://intranet.example/decks/first-meeting', locale: 'en' },
  events: Array.from({ length: 50 }, (_, index) => ({
    id: `01890000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    type: 'view',
    occurredAt: new Date(Date.now() - index * 60_000).toISOString(),
    collateralId: `deck-${index % 20}`,
    version: 'v3',
    viewId: `01890000-0000-7000-8000-${(index + 1_000).toString(16).padStart(12, '0')}`,
    activeMs: 12_345,
    visibleMs: 20_000,
    progress: 0.5,
  })),
});

let request = 0;
const handler = createHandler({
  store: { ...createMemoryStore(), append: async (_tenant, facts) => facts.map(() => 'new') },
  publicOrigin: 'https://intranet.example',
  // Many people: one alone would soon have more events in a minute than count.
  authenticate: () => ({ actorId: `person-${(request += 1) % 200}`, kind: 'person', roles: ['viewer'] }),
  rateLimit: false,
});
const echo = createServer((message, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  message.on('data', (chunk) => chunks.push(chunk));
  message.on('end', () => {
    const text = JSON.stringify(JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
});

/** @type {[name: string, rate: number][]} */
const rows = [];
for (let round = 0; round < 3; round += 1) {
  rows.push(['bare node:http, JSON echo', await measure(echo)]);
  rows.push(['handler with checking', await measure(createServer(toNodeListener(handler)))]);
}
const best = (/** @type {string} */ name) =>
  Math.max(...rows.filter(([of]) => of === name).map(([, rate]) => Number(rate)));
const base = best('bare node:http, JSON echo');
console.log(
  `${(body.length / 1_000).toFixed(1)} kB a body, ${connections} connections, best of 3 rounds of ${requests}`,
);
console.log('| | requests/s | to bare |\n| --- | ---: | ---: |');
for (const name of ['bare node:http, JSON echo', 'handler with checking'])
  console.log(`| ${name} | ${Math.round(best(name))} | ${(best(name) / base).toFixed(2)} |`);
process.exit(0);

/** @param {import('node:http').Server} server */
async function measure(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const start = performance.now();
  let left = requests;
  const worker = async () => {
    while (left-- > 0) await post(port, agent);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const rate = requests / ((performance.now() - start) / 1_000);
  agent.destroy();
  server.close();
  return rate;
}

/** @param {number} port @param {Agent} agent */
function post(port, agent) {
  return new Promise((resolve, reject) => {
    const sent = sendRequest(
      { port, agent, method: 'POST', path: '/collateral/v1/events', headers: { 'content-type': 'application/json' } },
      (reply) => {
        if (reply.statusCode !== 200) reject(new Error(`Answered ${reply.statusCode}.`));
        reply.resume();
        reply.on('end', () => resolve(null));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
