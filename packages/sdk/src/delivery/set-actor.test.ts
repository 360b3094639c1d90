import { expect } from 'chai';
import { createLoopback, createTestClient, nextSignal, type TestClient } from '../testing/index.js';

const item = { collateralId: 'deck-42' };
const valuesOf = ({ server }: TestClient): unknown[] => server.events.map((event) => 'value' in event && event.value);

describe('another person at the same page', () => {
  let world: TestClient;
  afterEach(() => world.client.close());

  it('gets nothing of the one before, down to the task in which it was said', async () => {
    world = createTestClient({ actor: 'ann' });
    const { client, server } = world;
    await client.config();
    server.answer = () => Response.error();
    const first = client.rate({ ...item, value: 1 });
    const changed = client.setActor('bob');
    const second = client.rate({ ...item, value: 2 });
    server.actorTag = 'tag-bob';
    await Promise.all([first, changed, second]);
    server.answer = () => undefined;
    await client.flush();
    expect(valuesOf(world)).to.deep.equal([2]);
    expect(server.batches().at(-1)!.forActor).to.equal('tag-bob');
    expect(client.status()).to.include({ pending: 0, parked: 1 });
    server.actorTag = 'tag-1';
    await client.setActor('ann');
    await client.flush();
    expect(valuesOf(world)).to.deep.equal([2, 1]);
  });

  it('is told to the page in the same task, before anything of theirs is asked', async () => {
    world = createTestClient({ actor: 'ann' });
    const { client } = world;
    await client.config();
    let isTold = false;
    client.addEventListener('actor-changed', () => (isTold = true));
    const changed = client.setActor('bob');
    expect(isTold).to.equal(true);
    await changed;
  });

  it('does not hear the answer to a question about the one before', async () => {
    world = createTestClient({ actor: 'ann' });
    const { client, server } = world;
    let isAsked = false;
    const asked = new Promise<void>((resolve) => {
      server.answer = ({ path }) => {
        if (isAsked || path !== '/v1/config') return undefined;
        isAsked = true;
        resolve();
        return new Promise(() => undefined);
      };
    });
    await client.rate({ ...item, value: 1 });
    await asked;
    server.actorTag = 'tag-bob';
    await client.setActor('bob');
    await client.rate({ ...item, value: 2 });
    await client.flush();
    expect(valuesOf(world)).to.deep.equal([2]);
    expect(client.status().parked).to.equal(1);
  });

  it('is whom the host names when the server says so at once, whoever had that name on this device before', async () => {
    const server = createLoopback();
    const shared = { server, endpoint: `/${crypto.randomUUID()}`, actor: 'ann', onDisk: true };
    const before = createTestClient(shared);
    await before.client.config();
    await before.client.close();
    server.actorTag = 'tag-9';
    world = createTestClient(shared);
    await world.client.rate({ ...item, value: 3 });
    await world.client.flush();
    expect(valuesOf(world)).to.deep.equal([3]);
  });

  it('does not get what was written offline under a name that this device knows to be of somebody else', async () => {
    const server = createLoopback();
    const shared = { server, endpoint: `/${crypto.randomUUID()}`, actor: 'ann', onDisk: true };
    const before = createTestClient(shared);
    await before.client.config();
    await before.client.close();
    // The page starts offline; meanwhile somebody else signs in with another tab.
    server.answer = () => Response.error();
    world = createTestClient(shared);
    const stalled = nextSignal(world.client, 'stalled');
    await world.client.rate({ ...item, value: 1 });
    await stalled;
    server.actorTag = 'tag-bob';
    server.answer = () => undefined;
    await world.client.flush();
    expect(server.events).to.deep.equal([]);
    expect(world.client.status()).to.include({ pending: 0, parked: 1 });
    await world.client.close();
    server.actorTag = 'tag-1';
    world = createTestClient(shared);
    await world.client.flush();
    expect(valuesOf(world)).to.deep.equal([1]);
  });
});
