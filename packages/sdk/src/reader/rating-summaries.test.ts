import { expect } from 'chai';
import { isCollateralError } from '../index.js';
import { createTestClient, problem, reply, type Loopback, type TestClient } from '../testing/index.js';

// How many items each query asked for; a client asks who is signed in as well.
function queries(server: Loopback): readonly number[] {
  return server.requests.flatMap(({ path, body }) => (path === '/v1/ratings/query' && body ? body.items.length : []));
}

describe('ratings', () => {
  let world: TestClient;
  beforeEach(() => {
    world = createTestClient();
  });
  afterEach(() => world.client.close());

  it('makes one request of all calls of a task, each item once, and answers in the order asked', async () => {
    const { client, server } = world;
    const first = client.ratings(['deck-1', { collateralId: 'deck-2', version: '3' }]);
    await Promise.resolve();
    const [one, two] = await Promise.all([first, client.ratings([{ collateralId: 'deck-2', version: '3' }, 'deck-1'])]);
    expect(one.map(({ collateralId }) => collateralId)).to.deep.equal(['deck-1', 'deck-2']);
    expect(two.map(({ collateralId, version }) => [collateralId, version])).to.deep.equal([
      ['deck-2', '3'],
      ['deck-1', null],
    ]);
    expect(queries(server)).to.deep.equal([2]);
  });

  it('splits at 500 items', async () => {
    const { client, server } = world;
    const ids = Array.from({ length: 501 }, (_, index) => `deck-${index}`);
    expect((await client.ratings(ids)).map(({ collateralId }) => collateralId)).to.deep.equal(ids);
    expect(queries(server)).to.deep.equal([500, 1]);
  });

  it('asks for nothing when asked for nothing', async () => {
    expect(await world.client.ratings([])).to.deep.equal([]);
    expect(queries(world.server)).to.deep.equal([]);
  });

  const failures: readonly [code: string, answer: () => Response][] = [
    ['network-failed', () => Response.error()],
    ['not-signed-in', () => problem(401, 'not-signed-in')],
    ['server-failed', () => problem(500, 'server-failed')],
    ['unexpected-reply', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['unexpected-reply', () => reply({ ratings: [] })],
    ['unexpected-reply', () => reply({ ratings: [{ collateralId: 'another', metric: { state: 'ok' } }] })],
    ['unexpected-reply', () => reply({ ratings: [{ collateralId: 'deck-1' }] })],
    ['unexpected-reply', () => reply({ ratings: [null] })],
  ];
  for (const [code, answer] of failures) {
    it(`rejects with ${code} for ${answer.toString().slice(6)}, and asks again next time`, async () => {
      const { client, server } = world;
      server.answer = answer;
      const error = await client.ratings(['deck-1']).catch((reason: unknown) => reason);
      expect(isCollateralError(error) && error.code).to.equal(code);
      server.answer = () => undefined;
      expect(await client.ratings(['deck-1'])).to.have.length(1);
    });
  }

  it('gives up without an answer', async () => {
    const { client, server, platform } = world;
    const asked = new Promise<void>((resolve) => {
      server.answer = ({ path }) => {
        if (path !== '/v1/ratings/query') return undefined;
        resolve();
        return new Promise(() => undefined);
      };
    });
    const ratings = client.ratings(['deck-1']).catch((reason: unknown) => reason);
    await asked;
    platform.advance(11_000);
    const error = await ratings;
    expect(isCollateralError(error) && error.code).to.equal('network-failed');
  });
});

describe('config', () => {
  it('is asked for once, and again after a failure', async () => {
    const { client, server } = createTestClient();
    server.answer = () => problem(500, 'server-failed');
    const error = await client.config().catch((reason: unknown) => reason);
    expect(isCollateralError(error) && error.code).to.equal('server-failed');
    server.answer = () => undefined;
    const [one, two] = await Promise.all([client.config(), client.config()]);
    expect(one).to.equal(two);
    expect(one).to.include({ actorTag: 'tag-1', lowRating: 2 });
    expect(server.requests).to.have.length(2);
    await client.close();
  });
});
