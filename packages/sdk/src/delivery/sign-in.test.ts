import { expect } from 'chai';
import { createLoopback, createTestClient, nextSignal, problem, reply, type TestClient } from '../testing/index.js';

const item = { collateralId: 'deck-42' };

describe('sign-in and delivery', () => {
  let world: TestClient;
  afterEach(() => world.client.close());

  it('asks for the token at each request and once more after a 401', async () => {
    const server = createLoopback();
    const tokens = ['old', 'new', 'new'];
    server.answer = ({ headers }) =>
      headers.get('authorization') === 'Bearer old' ? problem(401, 'not-signed-in') : undefined;
    world = createTestClient({ server, token: () => Promise.resolve(tokens.shift() ?? 'new') });
    await world.client.rate({ ...item, value: 4 });
    await world.client.flush();
    expect(server.events).to.have.length(1);
    expect(server.requests.map(({ path, headers }) => `${path} ${headers.get('authorization')}`)).to.deep.equal([
      '/v1/config Bearer old',
      '/v1/config Bearer new',
      '/v1/events Bearer new',
    ]);
  });

  for (const status of [401, 403]) {
    it(`keeps the rows after ${status} and waits for the person, not for time`, async () => {
      world = createTestClient();
      const { client, server, platform } = world;
      server.answer = () => problem(status, 'not-signed-in');
      const stalled = nextSignal(client, 'stalled');
      await client.rate({ ...item, value: 4 });
      expect(await stalled).to.include({ code: 'not-signed-in', nextAttemptAt: null });
      const asked = server.requests.length;
      platform.advance(3_600_000);
      await client.rate({ ...item, value: 5 });
      expect(server.requests).to.have.length(asked);
      expect(client.status().pending).to.equal(2);
      server.answer = () => undefined;
      const drained = nextSignal(client, 'drained');
      platform.change('focus');
      await drained;
      expect(server.events).to.have.length(2);
    });
  }

  it('gives what was written offline to the person of the page, without the actor option', async () => {
    const server = createLoopback();
    const shared = { server, endpoint: `/${crypto.randomUUID()}`, onDisk: true };
    world = createTestClient(shared);
    await world.client.config();
    server.answer = () => Response.error();
    await world.client.rate({ ...item, value: 4 });
    await world.client.close();
    server.answer = () => undefined;
    world = createTestClient(shared);
    const drained = nextSignal(world.client, 'drained');
    await world.client.flush();
    await drained;
    expect(server.events).to.have.length(1);
    expect(world.client.status().parked).to.equal(0);
  });

  it('asks who is signed in as soon as there is a client, before anything is recorded', async () => {
    const server = createLoopback();
    const asked = new Promise<string>((resolve) => {
      server.answer = ({ path }) => {
        resolve(path);
        return undefined;
      };
    });
    world = createTestClient({ server });
    expect(await asked).to.equal('/v1/config');
  });

  it('asks nothing more while nobody is signed in, whatever is recorded', async () => {
    world = createTestClient();
    const { client, server } = world;
    server.answer = () => problem(401, 'not-signed-in');
    const stalled = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 4 });
    await stalled;
    const asked = server.requests.length;
    await client.rate({ ...item, value: 5 });
    await client.track({ type: 'usage', action: 'share', ...item });
    await client.close();
    expect(server.requests).to.have.length(asked);
  });

  for (const [what, body] of [
    ['no tag', { scale: {} }],
    ['an empty tag', { actorTag: '', scale: {} }],
    ['a tag that is no text', { actorTag: 7, scale: {} }],
    ['no scale', { actorTag: 'tag-1' }],
    ['a scale that is no object', { actorTag: 'tag-1', scale: 'five' }],
    ['nothing', null],
  ] as const) {
    it(`keeps the rows when the answer to who is signed in says ${what}`, async () => {
      world = createTestClient();
      const { client, server } = world;
      server.answer = ({ path }) => (path === '/v1/config' ? reply(body) : undefined);
      const stalled = nextSignal(client, 'stalled');
      await client.rate({ ...item, value: 4 });
      expect((await stalled).code).to.equal('unexpected-reply');
      expect(server.batches()).to.deep.equal([]);
    });
  }

  it('says again that nobody is signed in when somebody writes while it waits', async () => {
    world = createTestClient();
    const { client, server } = world;
    server.answer = () => problem(401, 'not-signed-in');
    const first = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 4 });
    await first;
    const second = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 5 });
    expect((await second).code).to.equal('not-signed-in');
  });

  it('tells a page of a refused origin that, and not to sign in', async () => {
    world = createTestClient();
    const { client, server } = world;
    server.answer = () => problem(403, 'origin-refused');
    const stalled = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 4 });
    expect(await stalled).to.include({ code: 'origin-refused', nextAttemptAt: null });
  });

  it('backs off when token() fails, which may be the network', async () => {
    world = createTestClient({ token: () => Promise.reject(new Error('no network')) });
    const stalled = nextSignal(world.client, 'stalled');
    await world.client.rate({ ...item, value: 4 });
    expect((await stalled).nextAttemptAt).not.to.equal(null);
  });

  it('never sends rows of one person under another: they wait for their owner', async () => {
    world = createTestClient();
    const { client, server } = world;
    await client.config();
    server.answer = () => Response.error();
    const stalled = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 1 });
    await stalled;
    server.answer = () => undefined;
    server.actorTag = 'tag-2';
    const changed = nextSignal(client, 'stalled');
    await client.flush();
    expect(await changed).to.include({ code: 'actor-changed', nextAttemptAt: null });
    expect(client.status()).to.include({ pending: 0, parked: 1 });
    await client.rate({ ...item, value: 2 });
    await client.flush();
    expect(server.events.map((event) => 'value' in event && event.value)).to.deep.equal([2]);
    expect(server.batches().at(-1)!.forActor).to.equal('tag-2');
    expect(client.status()).to.include({ pending: 0, parked: 1, delivered: 1 });
  });

  it('learns who is signed in when that changes in the middle of a pass', async () => {
    world = createTestClient({ maxBatch: 1 });
    const { client, server } = world;
    server.answer = ({ path }) => {
      if (path === '/v1/events' && server.batches().length === 2) server.actorTag = 'tag-2';
      return undefined;
    };
    await Promise.all([1, 2].map((value) => client.rate({ ...item, value })));
    await client.flush();
    expect(server.events).to.have.length(1);
    expect(client.status()).to.include({ pending: 0, parked: 1 });
    await client.rate({ ...item, value: 5 });
    await client.flush();
    expect(server.batches().at(-1)!.forActor).to.equal('tag-2');
  });

  it('sends nothing of the person before when the page hides', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    await client.config();
    await client.track({ type: 'usage', action: 'share', ...item });
    server.actorTag = 'tag-2';
    await client.flush();
    await client.config();
    const asked = server.requests.length;
    platform.change('hidden');
    await client.flush();
    expect(server.requests).to.have.length(asked);
    expect(client.status().parked).to.equal(1);
  });

  it('stops asking when the server refuses the very tag it gives', async () => {
    world = createTestClient();
    const { client, server } = world;
    server.answer = ({ path }) => (path === '/v1/events' ? problem(409, 'actor-changed') : undefined);
    const stalled = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 4 });
    await stalled;
    await client.flush();
    expect(server.batches().length).to.be.at.most(4);
    expect(client.status()).to.include({ pending: 1, delivered: 0 });
  });

  it('delivers rows of the same local person from an earlier page', async () => {
    const endpoint = `/${crypto.randomUUID()}`;
    const offline = createTestClient({ endpoint, actor: 'ann', onDisk: true });
    offline.server.answer = () => Response.error();
    await offline.client.rate({ ...item, value: 4 });
    await offline.client.close();
    const bob = createTestClient({ endpoint, actor: 'bob', onDisk: true });
    bob.server.actorTag = 'tag-bob';
    await bob.client.flush();
    expect(bob.server.events).to.have.length(0);
    expect(bob.client.status()).to.include({ pending: 0, parked: 1 });
    await bob.client.close();
    world = createTestClient({ endpoint, actor: 'ann', onDisk: true });
    await world.client.flush();
    expect(world.server.events).to.have.length(1);
  });
});
