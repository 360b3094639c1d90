import { expect } from 'chai';
import { isCollateralError, type ScorecardsQuery } from '../index.js';
import { createTestClient, problem, reply, type TestClient } from '../testing/index.js';

const asked = (server: TestClient['server']): readonly string[] =>
  server.requests.flatMap(({ path, query }) =>
    path.startsWith('/v1/scorecards') ? [`${path}?${new URLSearchParams(query)}`] : [],
  );

/** Answers questions about scorecards only: a client asks who is signed in as well. */
function answerReads(world: TestClient, answer: () => Response | Promise<Response>): void {
  world.server.answer = ({ path }) => (path.startsWith('/v1/scorecards') ? answer() : undefined);
}

async function codeOf(asking: Promise<unknown>): Promise<string> {
  const error = await asking.catch((reason: unknown) => reason);
  return isCollateralError(error) ? error.code : `no CollateralError: ${String(error)}`;
}

describe('scorecards', () => {
  let world: TestClient;
  beforeEach(() => {
    world = createTestClient();
  });
  afterEach(() => world.client.close());

  const questions: readonly [query: ScorecardsQuery, url: string][] = [
    [{ screen: 'scorecard' }, '/v1/scorecards?subject=organisation'],
    [
      { screen: 'scorecard', subject: 'team', id: 'a&b', period: '2026-Q2', compare: 'year-before' },
      '/v1/scorecards?subject=team&id=a%26b&period=2026-Q2&compare=year-before',
    ],
    [{ screen: 'scorecard', subject: 'organisation', id: 'any' }, '/v1/scorecards?subject=organisation'],
    [
      { screen: 'comparison', subject: 'producer', period: 'last-30-days' },
      '/v1/scorecards/comparison?subject=producer&period=last-30-days',
    ],
    [
      { screen: 'evidence', subject: 'team', id: 'west', period: '2026-Q2', measure: 'P5', cursor: '50', limit: 100 },
      '/v1/scorecards/evidence?subject=team&id=west&period=2026-Q2&measure=P5&cursor=50&limit=100',
    ],
    [{ screen: 'evidence', measure: 'P1' }, '/v1/scorecards/evidence?subject=organisation&measure=P1'],
  ];
  for (const [query, url] of questions) {
    it(`asks for ${url}`, async () => {
      const answer = await world.client.scorecards(query);
      expect(answer.window.timeZone).to.equal('UTC');
      expect(asked(world.server)).to.deep.equal([url]);
    });
  }

  const wrongs: readonly [screen: ScorecardsQuery['screen'], field: string, value: unknown][] = [
    ['scorecard', 'measures', [{ id: 'P1' }]],
    ['scorecard', 'subject', null],
    ['scorecard', 'window', 'May'],
    ['scorecard', 'commitments', { promised: '3' }],
    ['scorecard', 'handOvers', undefined],
    ['comparison', 'subjects', [{ subject: { type: 'team', id: 'west', name: 'West' }, measures: [null] }]],
    ['comparison', 'hidden', null],
    ['evidence', 'total', null],
    ['evidence', 'entries', [{ collateralId: 7 }]],
  ];
  for (const [screen, field, value] of wrongs) {
    it(`refuses a ${screen} whose ${field} is ${JSON.stringify(value)}`, async () => {
      const path = screen === 'scorecard' ? '/v1/scorecards' : `/v1/scorecards/${screen}`;
      const body = (await (await world.server.fetch(`http://host/collateral${path}`)).json()) as object;
      answerReads(world, () => reply({ ...body, [field]: value }));
      const asking = world.client.scorecards({ screen, subject: 'team', id: 'west', measure: 'P5' });
      expect(await codeOf(asking)).to.equal('unexpected-reply');
    });
  }

  const failures: readonly [code: string, answer: () => Response][] = [
    ['network-failed', () => Response.error()],
    ['not-signed-in', () => problem(401, 'not-signed-in')],
    ['forbidden', () => problem(403, 'forbidden')],
    ['not-found', () => problem(404, 'not-found')],
    ['invalid-query', () => problem(400, 'invalid-query')],
    ['server-failed', () => problem(500, 'server-failed')],
  ];
  for (const [code, answer] of failures) {
    it(`rejects with ${code} for ${answer.toString().slice(6)}`, async () => {
      answerReads(world, answer);
      expect(await codeOf(world.client.scorecards({ screen: 'scorecard' }))).to.equal(code);
    });
  }

  const refused: readonly object[] = [
    { screen: 'all' },
    { screen: 'scorecard', subject: 'house' },
    { screen: 'scorecard', subject: 'team' },
    { screen: 'scorecard', subject: 'team', id: '' },
    { screen: 'scorecard', compare: 'never' },
    { screen: 'comparison', subject: 'organisation' },
    { screen: 'evidence' },
    { screen: 'evidence', measure: 'P2' },
    { screen: 'evidence', measure: 'P1', limit: 201 },
  ];
  for (const query of refused) {
    it(`refuses ${JSON.stringify(query)} before it asks`, async () => {
      expect(await codeOf(world.client.scorecards(query as ScorecardsQuery))).to.equal('invalid-query');
      expect(asked(world.server)).to.deep.equal([]);
    });
  }

  it('ends with the signal’s reason while the question is on its way', async () => {
    const reason = new Error('no longer wanted');
    const control = new AbortController();
    answerReads(world, () => {
      control.abort(reason);
      return new Promise<Response>(() => undefined);
    });
    const asking = world.client.scorecards({ screen: 'scorecard' }, { signal: control.signal });
    expect(await asking.catch((error: unknown) => error)).to.equal(reason);
  });
});
