import { expect } from 'chai';
import type { Rejected } from '../index.js';
import type { LoopbackRequest } from '../testing/index.js';
import { createTestClient, nextSignal, reply, type TestClient } from '../testing/index.js';

const item = { collateralId: 'deck-42' };
const receiptType = 'application/vnd.collateral.receipt+json';
const isPoison = ({ body }: LoopbackRequest): boolean =>
  body?.batchId !== undefined &&
  body.events.some((event) => 'collateralId' in event && event.collateralId === 'poison');

describe('what the server refuses', () => {
  let world: TestClient;
  afterEach(() => world.client.close());

  it('is signalled and given up when the receipt says for good, the rest is delivered', async () => {
    world = createTestClient();
    const { client, server } = world;
    server.answer = ({ path, body }) => {
      if (path !== '/v1/events') return undefined;
      const rejected = [{ index: 1, code: 'unknown-item', message: 'Not in the catalogue.', retryable: false }];
      return reply({ batchId: body!.batchId, accepted: body!.events.length - 1, duplicates: 0, rejected }, receiptType);
    };
    const signals = Promise.all([nextSignal(client, 'rejected'), nextSignal(client, 'delivered')]);
    const receipts = await Promise.all([1, 2, 3].map((value) => client.rate({ ...item, value })));
    const [rejected, delivered] = await signals;
    expect(rejected).to.deep.equal({ id: receipts[1]!.id, code: 'unknown-item', message: 'Not in the catalogue.' });
    expect(delivered.ids).to.deep.equal([receipts[0]!.id, receipts[2]!.id]);
    await client.flush();
    expect(client.status()).to.include({ pending: 0, delivered: 2, rejected: 1 });
  });

  it('is kept and tried later when the receipt says it may be taken then', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    server.answer = ({ path, body }) => {
      if (path !== '/v1/events') return undefined;
      const rejected = [{ index: 0, code: 'store-unavailable', message: 'Busy.', retryable: true }];
      return reply({ batchId: body!.batchId, accepted: 0, duplicates: 0, rejected }, receiptType);
    };
    const stalled = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 4 });
    expect(await stalled).to.include({ code: 'store-unavailable' });
    server.answer = () => undefined;
    const drained = nextSignal(client, 'drained');
    platform.advance(1_000);
    await drained;
  });

  it('holds up nothing behind it when the server took others of its batch', async () => {
    world = createTestClient({ maxBatch: 2 });
    const { client, server } = world;
    await client.config();
    server.answer = ({ path, body }) => {
      if (path !== '/v1/events' || server.batches().length > 1) return undefined;
      const rejected = [{ index: 0, code: 'store-unavailable', message: 'Busy.', retryable: true }];
      return reply({ batchId: body!.batchId, accepted: 1, duplicates: 0, rejected }, receiptType);
    };
    await Promise.all([1, 2, 3, 4].map((value) => client.rate({ ...item, value })));
    await client.flush();
    expect(server.batches()).to.have.length(2);
    expect(client.status()).to.deep.include({ pending: 1, delivered: 3, nextAttemptAt: '2026-01-05T12:00:01.000Z' });
  });

  it('waits by itself when its item is unknown for now: what lies behind goes on', async () => {
    world = createTestClient({ maxBatch: 2 });
    const { client, server, platform } = world;
    let isKnown = false;
    server.answer = ({ path, body }) => {
      if (path !== '/v1/events' || isKnown) return undefined;
      const rejected = body!.events.flatMap((event, index) =>
        'collateralId' in event && event.collateralId === 'new-deck'
          ? [{ index, id: event.id, code: 'unknown-item', message: 'Register it.', retryable: true }]
          : [],
      );
      return reply(
        { batchId: body!.batchId, accepted: body!.events.length - rejected.length, duplicates: 0, rejected },
        receiptType,
      );
    };
    const delivered: string[] = [];
    client.addEventListener('delivered', ({ detail }) => delivered.push(...detail.ids));
    const unknown = [1, 2, 3].map((value) => client.rate({ collateralId: 'new-deck', value }));
    const behind = [4, 5].map((value) => client.rate({ ...item, value }));
    const kept = await Promise.all(unknown);
    const others = await Promise.all(behind);
    await client.flush();
    expect(delivered).to.deep.equal(others.map(({ id }) => id));
    expect(client.status()).to.deep.include({ pending: 3, delivered: 2, nextAttemptAt: '2026-01-05T12:00:01.000Z' });
    expect(client.status().lastError).to.include({ code: 'unknown-item', message: 'Register it.' });
    expect(server.batches()).to.have.length(3);
    platform.advance(1_000);
    await client.flush();
    expect(server.batches().length).to.be.above(3);
    expect(client.status()).to.include({ nextAttemptAt: '2026-01-05T12:00:03.000Z' });
    isKnown = true;
    const drained = nextSignal(client, 'drained');
    platform.advance(2_000);
    await drained;
    expect(delivered.slice(2).sort()).to.deep.equal(kept.map(({ id }) => id));
    expect(client.status()).to.include({ pending: 0, lastError: null, nextAttemptAt: null });
  });

  for (const status of [400, 422]) {
    it(`is found by halving when a whole batch of 100 is refused with ${status}: one event is lost`, async () => {
      world = createTestClient();
      const { client, server } = world;
      server.answer = (request) => (isPoison(request) ? new Response('', { status }) : undefined);
      const rejected: Rejected[] = [];
      client.addEventListener('rejected', ({ detail }) => rejected.push(detail));
      const drained = nextSignal(client, 'drained');
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          client.track({ type: 'usage', action: 'share', collateralId: index === 67 ? 'poison' : 'deck-42' }),
        ),
      );
      await drained;
      expect(rejected.map(({ code }) => code)).to.deep.equal(['invalid-batch']);
      expect(server.events).to.have.length(99);
      expect(server.batches().length).to.be.at.most(15);
    });
  }

  it('is sent in smaller requests after 413, and only an event too large by itself is given up', async () => {
    world = createTestClient();
    const { client, server } = world;
    server.answer = ({ bytes }) => (bytes > 4_000 ? new Response('', { status: 413 }) : undefined);
    const rejected = nextSignal(client, 'rejected');
    const drained = nextSignal(client, 'drained');
    await Promise.all([
      ...Array.from({ length: 40 }, () => client.rate({ ...item, value: 4 })),
      client.rate({ ...item, value: 2, comment: 'x'.repeat(4_000) }),
    ]);
    expect((await rejected).code).to.equal('event-too-large');
    await drained;
    expect(server.events).to.have.length(40);
  });
});
