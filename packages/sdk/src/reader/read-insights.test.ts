import { expect } from 'chai';
import { isCollateralError, type InsightsQuery, type InsightsScreen } from '../index.js';
import { createTestClient, problem, reply, type TestClient } from '../testing/index.js';

const figures = (server: TestClient['server']): readonly string[] =>
  server.requests.flatMap(({ path, query }) =>
    path.startsWith('/v1/insights/') ? [`${path}?${new URLSearchParams(query)}`] : [],
  );

/** Lets the server answer as usual, but for one field; undefined takes it away. */
async function answerWith(world: TestClient, path: string, field: string, value: unknown): Promise<void> {
  const usual = await world.server.fetch(`http://host/collateral/v1/insights/${path}`);
  const body = (await usual.json()) as object;
  const names = field.split('.');
  const last = names.pop()!;
  const parent = names.reduce((node, name) => Reflect.get(node, name) as object, body);
  Reflect.set(parent, last, value);
  answerReads(world, () => reply(body));
}

/** Answers reads of figures only: a client asks who is signed in as well. */
function answerReads(world: TestClient, answer: () => Response | Promise<Response>): void {
  world.server.answer = ({ path }) => (path.startsWith('/v1/insights/') ? answer() : undefined);
}

async function codeOf(asking: Promise<unknown>): Promise<string> {
  const error = await asking.catch((reason: unknown) => reason);
  return isCollateralError(error) ? error.code : `no CollateralError: ${String(error)}`;
}

describe('insights', () => {
  let world: TestClient;
  beforeEach(() => {
    world = createTestClient();
  });
  afterEach(() => world.client.close());

  const questions: readonly [query: InsightsQuery, url: string][] = [
    [{ screen: 'overview' }, '/v1/insights/overview?'],
    [{ screen: 'overview', period: '2026-Q2', team: 'a&b' }, '/v1/insights/overview?period=2026-Q2&team=a%26b'],
    [
      { screen: 'items', state: 'fix-first', search: 'price list', sort: '-rating', cursor: 'x=', limit: 50 },
      '/v1/insights/items?state=fix-first&search=price+list&sort=-rating&cursor=x%3D&limit=50',
    ],
    [{ screen: 'quadrant', kind: 'deck' }, '/v1/insights/quadrant?kind=deck'],
    [
      { screen: 'item', collateralId: 'a/b?c', period: 'last-30-days' },
      '/v1/insights/items/a%2Fb%3Fc?period=last-30-days',
    ],
    [{ screen: 'overview', afterUse: true }, '/v1/insights/overview?afterUse=true'],
    [{ screen: 'items', afterUse: false, version: '2026' }, '/v1/insights/items?version=2026'],
    [
      { screen: 'item', collateralId: 'deck', version: 'v1', afterUse: true },
      '/v1/insights/items/deck?version=v1&afterUse=true',
    ],
  ];
  for (const [query, url] of questions) {
    it(`asks for ${url}`, async () => {
      const answer = await world.client.insights(query);
      expect(answer.minimumGroup).to.equal(5);
      expect(figures(world.server)).to.deep.equal([url]);
    });
  }

  it('refuses an afterUse that is neither true nor false', async () => {
    // What a page without types may write.
    const query = { screen: 'overview', afterUse: 'no' } as unknown as InsightsQuery;
    expect(await codeOf(world.client.insights(query))).to.equal('invalid-query');
  });

  it('ignores fields it does not know', async () => {
    await answerWith(world, 'overview', 'headlines.0.metric.news', { from: 'later' });
    expect((await world.client.insights({ screen: 'overview' })).headlines).to.have.length(5);
  });

  const wrongs: readonly [screen: InsightsScreen, field: string, value: unknown][] = [
    ['overview', 'headlines.2.metric', undefined],
    ['overview', 'stale.value', '3'],
    ['overview', 'stale.interval', [1]],
    ['overview', 'window', null],
    ['items', 'items', {}],
    ['items', 'items', [null]],
    ['quadrant', 'early', undefined],
    ['item', 'versions', [{ version: '1' }]],
    ['item', 'item.viewsTrend', ['7']],
  ];
  for (const [screen, field, value] of wrongs) {
    it(`refuses a reply to ${screen} whose ${field} is ${JSON.stringify(value)}`, async () => {
      await answerWith(world, screen === 'item' ? 'items/deck-42' : screen, field, value);
      const query = screen === 'item' ? { screen, collateralId: 'deck-42' } : { screen };
      expect(await codeOf(world.client.insights(query))).to.equal('unexpected-reply');
    });
  }

  const failures: readonly [code: string, answer: () => Response][] = [
    ['network-failed', () => Response.error()],
    ['not-signed-in', () => problem(401, 'not-signed-in')],
    ['forbidden', () => problem(403, 'forbidden')],
    ['not-found', () => problem(404, 'not-found')],
    ['invalid-query', () => problem(400, 'invalid-query')],
    ['server-failed', () => problem(500, 'server-failed')],
    ['unexpected-reply', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ];
  for (const [code, answer] of failures) {
    it(`rejects with ${code} for ${answer.toString().slice(6)}`, async () => {
      answerReads(world, answer);
      expect(await codeOf(world.client.insights({ screen: 'overview' }))).to.equal(code);
    });
  }

  it('refuses a screen there is not and an id that cannot be one before it asks', async () => {
    const { client, server } = world;
    expect(await codeOf(client.insights({ screen: 'all' as 'items' }))).to.equal('invalid-query');
    expect(await codeOf(client.insights({ screen: 'item', collateralId: '' }))).to.equal('invalid-collateral-id');
    expect(figures(server)).to.deep.equal([]);
  });

  it('ends with the signal’s reason, before the request and while it is on its way', async () => {
    const { client, server } = world;
    const reason = new Error('no longer wanted');
    const ask = (signal: AbortSignal): Promise<unknown> =>
      client.insights({ screen: 'items' }, { signal }).catch((error: unknown) => error);
    const early = await ask(AbortSignal.abort(reason));
    const control = new AbortController();
    answerReads(world, () => {
      control.abort(reason);
      return new Promise<Response>(() => undefined);
    });
    const late = await ask(control.signal);
    expect([early, late]).to.deep.equal([reason, reason]);
    expect(figures(server)).to.have.length(1);
  });
});
