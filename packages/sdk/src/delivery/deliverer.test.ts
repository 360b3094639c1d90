import { expect } from 'chai';
import type { Client } from '../index.js';
import { createTestClient, nextSignal, problem, reply, type TestClient } from '../testing/index.js';

const item = { collateralId: 'deck-42' };
const offline = (): Response => Response.error();

describe('delivery', () => {
  let world: TestClient;
  afterEach(() => world.client.close());

  it('sends what a person wrote at once', async () => {
    world = createTestClient();
    const delivered = nextSignal(world.client, 'delivered');
    const { id } = await world.client.rate({ ...item, value: 4 });
    expect((await delivered).ids).to.deep.equal([id]);
    expect(world.client.status()).to.include({ pending: 0, delivered: 1, oldestPendingAt: null });
  });

  it('sends what was observed together, after the flush interval', async () => {
    world = createTestClient({ flushIntervalMs: 5_000 });
    const delivered = nextSignal(world.client, 'delivered');
    await download(world.client);
    await download(world.client);
    world.platform.advance(4_999);
    expect(world.server.batches()).to.have.length(0);
    world.platform.advance(1);
    expect((await delivered).ids).to.have.length(2);
  });

  it('does not put off what was recorded first because more is recorded', async () => {
    world = createTestClient({ flushIntervalMs: 5_000 });
    await world.client.flush();
    await download(world.client);
    world.platform.advance(3_000);
    const delivered = nextSignal(world.client, 'delivered');
    await download(world.client);
    world.platform.advance(2_000);
    expect((await delivered).ids).to.have.length(2);
  });

  it('sends at once when as many wait as fit one request', async () => {
    world = createTestClient({ maxBatch: 3 });
    await world.client.flush();
    const delivered = nextSignal(world.client, 'delivered');
    await Promise.all([1, 2].map(() => download(world.client)));
    await new Promise((resolve) => setTimeout(resolve));
    expect(world.server.batches()).to.have.length(0);
    await download(world.client);
    expect((await delivered).ids).to.have.length(3);
  });

  it('says which items were spoken of in what it delivered, each once', async () => {
    world = createTestClient();
    const delivered = nextSignal(world.client, 'delivered');
    await Promise.all([
      download(world.client),
      download(world.client),
      world.client.track({ type: 'usage', action: 'search', query: 'roi', results: 0 }),
      world.client.rate({ collateralId: 'deck-7', value: 4 }),
    ]);
    expect((await delivered).collateralIds).to.deep.equal(['deck-42', 'deck-7']);
  });

  it('sends a hundred events in one request, in order, and says when nothing is left', async () => {
    world = createTestClient();
    const drained = nextSignal(world.client, 'drained');
    const receipts = await Promise.all(Array.from({ length: 100 }, () => download(world.client)));
    await drained;
    expect(world.server.batches()).to.have.length(1);
    expect(world.server.events.map(({ id }) => id)).to.deep.equal(receipts.map(({ id }) => id));
  });

  it('sends no more than maxBatch events and the byte limit in one request', async () => {
    world = createTestClient({ maxBatch: 40 });
    await Promise.all(Array.from({ length: 100 }, () => rateAtLength(world.client, 13_000)));
    await world.client.flush();
    expect(world.server.batches().map(({ events }) => events.length)).to.deep.equal([40, 40, 20]);
    expect(Math.max(...world.server.requests.map(({ bytes }) => bytes))).to.be.below(524_288);
  });

  it('says once where the events of a page happened, and another place with its event', async () => {
    world = createTestClient();
    await world.client.config();
    world.server.answer = offline;
    await download(world.client);
    await world.client.track({ type: 'usage', action: 'share', ...item, context: { surface: 'search' } });
    await download(world.client);
    world.server.answer = () => undefined;
    await world.client.flush();
    const [batch] = world.server.batches().slice(-1);
    const here = { url: 'https://intranet.test/deck', locale: 'en' };
    expect(batch!.context).to.deep.equal(here);
    expect(batch!.events.map(({ context }) => context)).to.deep.equal([
      undefined,
      { ...here, surface: 'search' },
      undefined,
    ]);
    expect(world.server.events.map(({ context }) => context)).to.deep.equal([
      here,
      { ...here, surface: 'search' },
      here,
    ]);
  });

  it('lets the page work after each hundred events of a long queue', async () => {
    world = createTestClient();
    await world.client.config();
    world.server.answer = offline;
    await Promise.all(Array.from({ length: 250 }, () => download(world.client)));
    await world.client.flush();
    const turnsBefore: number[] = [];
    let turns = 0;
    world.server.answer = () => void turnsBefore.push(turns);
    const startTimer = world.platform.startTimer.bind(world.platform);
    world.platform.startTimer = (delayMs, callback) => {
      if (delayMs > 0) return startTimer(delayMs, callback);
      turns += 1;
      return startTimer(0, callback);
    };
    await world.client.flush();
    expect([...turnsBefore, turns]).to.deep.equal([0, 1, 2, 2]);
  });

  it('begins again within two seconds of the network coming back, however long it was away', async () => {
    world = createTestClient();
    await world.client.config();
    world.server.answer = offline;
    await world.client.rate({ ...item, value: 4 });
    for (let minute = 0; minute < 60; minute += 1) {
      await world.client.flush();
      world.platform.advance(60_000);
    }
    const again = Date.parse(world.client.status().nextAttemptAt!);
    expect(again - world.platform.now()).to.be.above(60_000);
    const tries = world.server.requests.length;
    const delivered = nextSignal(world.client, 'delivered');
    world.server.answer = () => undefined;
    const backAt = world.platform.now();
    world.platform.change('back');
    await delivered;
    expect(world.platform.now() - backAt).to.be.at.most(2_000);
    expect(world.server.requests.length - tries).to.equal(1);
  });

  it('says who the rows are of and when they left', async () => {
    world = createTestClient();
    await world.client.rate({ ...item, value: 4 });
    await world.client.flush();
    expect(world.server.batches()[0]).to.include({
      protocol: 1,
      forActor: 'tag-1',
      sentAt: '2026-01-05T12:00:00.000Z',
    });
  });

  const failures: readonly [name: string, code: string, answer: () => Response][] = [
    ['there is no network', 'network-failed', offline],
    ['the server answers 500', 'server-failed', () => problem(500, 'server-failed')],
    ['the server answers 429', 'server-failed', () => problem(429, 'rate-limited')],
    ['the server answers 408', 'server-failed', () => new Response('', { status: 408 })],
    [
      'a sign-in page answers 200',
      'unexpected-reply',
      () => new Response('<form>', { headers: { 'content-type': 'text/html' } }),
    ],
    [
      'the receipt is of another batch',
      'unexpected-reply',
      () =>
        reply({ batchId: 'x', accepted: 1, duplicates: 0, rejected: [] }, 'application/vnd.collateral.receipt+json'),
    ],
    [
      'the receipt has another media type',
      'unexpected-reply',
      () => reply({ accepted: 1, duplicates: 0, rejected: [] }),
    ],
    ['a proxy answers 409', 'server-failed', () => new Response('', { status: 409 })],
    ['the server does not speak this protocol', 'server-failed', () => problem(400, 'unsupported-protocol')],
  ];
  for (const [name, code, answer] of failures) {
    it(`keeps the rows, says so and tries again when ${name}`, async () => {
      world = createTestClient();
      const { client, server, platform } = world;
      server.answer = ({ path }) => (path === '/v1/events' ? answer() : undefined);
      const stalled = nextSignal(client, 'stalled');
      const { id } = await client.rate({ ...item, value: 4 });
      const signal = await stalled;
      expect(signal).to.include({ code, nextAttemptAt: '2026-01-05T12:00:01.000Z' });
      expect(client.status()).to.include({ pending: 1, delivered: 0 });
      expect(client.status().lastError).to.include({ code });
      server.answer = () => undefined;
      const delivered = nextSignal(client, 'delivered');
      platform.advance(1_000);
      expect((await delivered).ids).to.deep.equal([id]);
      expect(client.status()).to.include({ lastError: null, nextAttemptAt: null });
    });
  }

  it('doubles the wait up to five minutes', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    server.answer = offline;
    await client.rate({ ...item, value: 4 });
    const waits: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const { nextAttemptAt } = attempt === 0 ? await stalledNow(client) : await nextSignal(client, 'stalled');
      waits.push(Date.parse(nextAttemptAt!) - platform.now());
      platform.advance(waits.at(-1)!);
    }
    expect(waits).to.deep.equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1_000));
  });

  it('never asks before Retry-After, in seconds or as a date, not even when asked to flush', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    for (const value of ['120', 'Mon, 05 Jan 2026 12:04:00 GMT']) {
      server.answer = () => problem(503, 'store-unavailable', { 'retry-after': value });
      const stalled = nextSignal(client, 'stalled');
      await client.rate({ ...item, value: 4 });
      const { nextAttemptAt } = await stalled;
      const asked = server.requests.length;
      server.answer = () => undefined;
      platform.advance(Date.parse(nextAttemptAt!) - platform.now() - 1);
      await client.flush();
      expect(server.requests).to.have.length(asked);
      const drained = nextSignal(client, 'drained');
      platform.advance(1);
      await drained;
      expect(platform.now()).to.equal(Date.parse(value === '120' ? '2026-01-05T12:02:00Z' : '2026-01-05T12:04:00Z'));
    }
  });

  it('tries at once when the network or the person comes back', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    server.answer = offline;
    const stalled = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 4 });
    await stalled;
    server.answer = () => undefined;
    const drained = nextSignal(client, 'drained');
    platform.change('back');
    await drained;
  });

  it('asks at most once who is signed in for a burst of observed events without a network', async () => {
    world = createTestClient();
    const { client, server } = world;
    server.answer = offline;
    const stalled = nextSignal(client, 'stalled');
    await download(client);
    await stalled;
    const asked = server.requests.length;
    for (let count = 0; count < 10; count += 1) await download(client);
    expect(server.requests).to.have.length(asked);
    expect(client.status().pending).to.equal(11);
  });

  it('sends the same ids and the same JSON again when a reply is lost', async () => {
    world = createTestClient();
    const { client, server } = world;
    let loses = true;
    const { fetch } = server;
    await client.close();
    world = createTestClient({
      server,
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (!loses || server.batches().length === 0) return response;
        loses = false;
        throw new TypeError('The connection was lost.');
      },
    });
    const stalled = nextSignal(world.client, 'stalled');
    await world.client.rate({ ...item, value: 4 });
    await stalled;
    expect(server.events).to.have.length(1);
    await world.client.flush();
    const [first, second] = server.batches();
    expect(second!.events).to.deep.equal(first!.events);
    expect(second!.batchId).not.to.equal(first!.batchId);
    expect(server.events).to.have.length(1);
    expect(world.client.status()).to.include({ pending: 0, delivered: 1 });
  });
});

function download(client: Client): ReturnType<Client['track']> {
  return client.track({ type: 'usage', action: 'download', ...item });
}

function rateAtLength(client: Client, bytes: number): ReturnType<Client['rate']> {
  return client.rate({
    ...item,
    value: 4,
    comment: '…'.repeat(4_000),
    context: { surface: 'x'.repeat(bytes % 1_000) },
  });
}

async function stalledNow(client: Client): Promise<{ readonly nextAttemptAt: string | null }> {
  if (client.status().nextAttemptAt === null) await nextSignal(client, 'stalled');
  return client.status();
}
