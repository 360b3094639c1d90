import { expect } from 'chai';
import type { Dropped } from '../index.js';
import {
  createLoopback,
  createManualPlatform,
  createTestClient,
  nextSignal,
  type TestClient,
} from '../testing/index.js';

const item = { collateralId: 'deck-42' };

describe('what is given up without an answer', () => {
  let world: TestClient;
  afterEach(() => world.client.close());

  it('is counted by reason and signalled when the queue is full', async () => {
    world = createTestClient({ maxQueue: { events: 2 } });
    const { client, server } = world;
    server.answer = () => Response.error();
    const dropped: Dropped[] = [];
    client.addEventListener('dropped', ({ detail }) => dropped.push(detail));
    const shares: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      shares.push((await client.track({ type: 'usage', action: 'share', ...item })).id);
    }
    expect((await client.rate({ ...item, value: 4 })).state).to.equal('memory');
    expect(dropped).to.deep.equal(shares.slice(0, 2).map((id) => ({ reason: 'queue-full', ids: [id] })));
    expect(client.status().dropped).to.deep.equal({ 'queue-full': 2 });
    expect(client.status().pending).to.equal(2);
  });

  it('is said to the caller: an event that finds no room is kept nowhere', async () => {
    world = createTestClient({ maxQueue: { events: 1 } });
    world.server.answer = () => Response.error();
    await world.client.rate({ ...item, value: 4 });
    expect((await world.client.track({ type: 'usage', action: 'share', ...item })).state).to.equal('none');
  });

  it('is taken from those who wait, also when it is of somebody else', async () => {
    const shared = {
      server: createLoopback(),
      endpoint: `/${crypto.randomUUID()}`,
      onDisk: true,
      maxQueue: { events: 2 },
    };
    shared.server.answer = () => Response.error();
    const before = createTestClient({ ...shared, actor: 'bob' });
    await before.client.track({ type: 'usage', action: 'share', ...item });
    await before.client.close();
    world = createTestClient({ ...shared, actor: 'ann' });
    const { client } = world;
    await client.flush();
    await client.rate({ ...item, value: 4 });
    const seen = new Promise((resolve) => {
      client.addEventListener('dropped', () => {
        const { pending, parked } = client.status();
        resolve({ pending, parked });
      });
    });
    await client.rate({ ...item, value: 5 });
    expect(await seen).to.deep.equal({ pending: 2, parked: 0 });
  });

  it('is what waited longer than maxQueue.days, whoever it is of', async () => {
    const server = createLoopback();
    const platform = createManualPlatform();
    const shared = { server, platform, endpoint: `/${crypto.randomUUID()}`, onDisk: true, maxQueue: { days: 2 } };
    server.answer = () => Response.error();
    const before = createTestClient({ ...shared, actor: 'bob' });
    const { id } = await before.client.rate({ ...item, value: 4 });
    await before.client.close();
    platform.sleep(2 * 86_400_000 + 1);
    world = createTestClient({ ...shared, actor: 'ann' });
    const dropped = nextSignal(world.client, 'dropped');
    await world.client.rate({ ...item, value: 5 });
    await world.client.flush();
    expect(await dropped).to.deep.equal({ reason: 'too-old', ids: [id] });
    expect(world.client.status()).to.deep.include({ pending: 1, parked: 0, dropped: { 'too-old': 1 } });
  });

  it('is what waits in memory when the client is closed', async () => {
    world = createTestClient();
    const { client, server } = world;
    server.answer = () => Response.error();
    const dropped = nextSignal(client, 'dropped');
    const { id } = await client.rate({ ...item, value: 4 });
    await client.close();
    expect(await dropped).to.deep.equal({ reason: 'page-closed', ids: [id] });
  });
});
