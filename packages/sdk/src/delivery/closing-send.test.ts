import { expect } from 'chai';
import { createTestClient, nextSignal, type TestClient } from '../testing/index.js';

const item = { collateralId: 'deck-42' };

describe('a page that hides', () => {
  let world: TestClient;
  afterEach(() => world.client.close());

  it('sends what waits in one keepalive request in the same task', async () => {
    world = createTestClient({ token: () => 'secret' });
    const { client, server, platform } = world;
    await client.config();
    await download();
    const delivered = nextSignal(client, 'delivered');
    void download();
    platform.change('hidden');
    platform.change('hidden');
    expect((await delivered).ids).to.have.length(2);
    const [request, ...others] = server.requests.filter(({ path }) => path === '/v1/events');
    expect(others).to.deep.equal([]);
    expect(request!.keepalive).to.equal(true);
    expect(request!.headers.get('content-type')).to.contain('text/plain');
    expect(request!.body).to.deep.include({ token: 'secret', forActor: 'tag-1' });
    await client.flush();
    expect(server.batches()).to.have.length(1);
  });

  it('takes the last checkpoint of its views along', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    await client.config();
    client.view(item);
    platform.advance(1_000);
    const delivered = nextSignal(client, 'delivered');
    platform.change('hidden');
    await delivered;
    expect(server.events[0]).to.include({ type: 'view', visibleMs: 1_000 });
  });

  it('sends of a view what it says last, not what it said before', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    await client.config();
    server.answer = () => Response.error();
    client.view(item);
    platform.advance(15_000);
    await client.track({ type: 'usage', action: 'share', ...item });
    server.answer = () => undefined;
    await client.flush();
    const sent = server.events.length;
    platform.advance(15_000);
    platform.advance(1_000);
    const delivered = nextSignal(client, 'delivered');
    platform.change('hidden');
    await delivered;
    expect(server.events.slice(sent).map((event) => 'visibleMs' in event && event.visibleMs)).to.deep.equal([31_000]);
  });

  it('sends the newest events, no more than the server takes at once, and the next pass the rest', async () => {
    world = createTestClient({ maxBatch: 500 });
    const { client, server, platform } = world;
    await client.config();
    const share = () => client.track({ type: 'usage', action: 'share', collateralId: 'd' });
    const shared = Array.from({ length: 510 }, share);
    platform.change('left');
    const ids = (await Promise.all(shared)).map(({ id }) => id);
    await client.flush();
    const places = server.batches().map(({ events }) => events.map(({ id }) => ids.indexOf(id)));
    // So many fit into 60 000 bytes; the rest are the first, in their order.
    expect(places.map(({ length }) => length)).to.deep.equal([401, 109]);
    expect(places[1]).to.deep.equal([...places[1]!.keys()]);
  });

  it('does not send what is on its way already', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    await client.config();
    let answer = (): void => undefined;
    const sending = new Promise<void>((resolve) => {
      server.answer = ({ path }) => {
        if (path !== '/v1/events') return undefined;
        server.answer = () => undefined;
        resolve();
        return new Promise((reply) => (answer = () => reply(undefined as unknown as Response)));
      };
    });
    const first = await download();
    const flushed = client.flush();
    await sending;
    const second = await download();
    platform.change('left');
    await new Promise((resolve) => setTimeout(resolve));
    answer();
    await flushed;
    expect(server.batches().map(({ events }) => events.map(({ id }) => id))).to.deep.equal([[first.id], [second.id]]);
  });

  it('sends at most 60 000 bytes and leaves the rest to the next pass', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    await client.config();
    const query = 'x'.repeat(1_500);
    await Promise.all(
      Array.from({ length: 60 }, () => client.track({ type: 'usage', action: 'search', query, results: 1 })),
    );
    platform.change('hidden');
    await client.flush();
    expect(server.requests.find(({ keepalive }) => keepalive)!.bytes).to.be.within(50_000, 60_000);
    expect(server.events).to.have.length(60);
  });

  it('keeps the rows when nobody answers, and sends them with the same ids later', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    await client.config();
    const { id } = await download();
    server.answer = () => Response.error();
    platform.change('hidden');
    await client.flush();
    expect(client.status().pending).to.equal(1);
    server.answer = () => undefined;
    await client.flush();
    expect(server.events.map((event) => event.id)).to.deep.equal([id]);
  });

  it('uses a beacon when fetch throws at the call', async () => {
    const beacons: unknown[] = [];
    let isPatched = false;
    world = createTestClient();
    const { server } = world;
    await world.client.close();
    world = createTestClient({
      server,
      fetch: (input, init) => {
        if (isPatched) throw new TypeError('patched');
        return server.fetch(input, init);
      },
    });
    world.platform.sendBeacon = (url, body) => beacons.push(url, JSON.parse(body));
    await world.client.config();
    const { id } = await download();
    isPatched = true;
    world.platform.change('hidden');
    expect(beacons[0]).to.match(/\/collateral\/v1\/events$/);
    expect(beacons[1]).to.have.nested.property('events[0].id', id);
    isPatched = false;
  });

  it('sends nothing before it knows who is signed in', async () => {
    world = createTestClient();
    const { server, platform } = world;
    server.answer = () => new Promise(() => undefined);
    void download();
    platform.change('hidden');
    expect(server.batches()).to.deep.equal([]);
  });

  function download(): ReturnType<TestClient['client']['track']> {
    return world.client.track({ type: 'usage', action: 'download', ...item });
  }
});
