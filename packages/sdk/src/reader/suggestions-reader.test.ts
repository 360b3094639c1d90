import { expect } from 'chai';
import { CollateralError, isCollateralError, type Client } from '../index.js';
import type { SuggestionDetail } from '../contract/index.js';
import { createTestClient, problem, reply, type TestClient } from '../testing/index.js';

const suggestionId = '0198a000-0000-7000-8000-000000000001';
const decline = { to: 'declined', reason: 'Not now', expect: 3 } as const;
const suggestion: SuggestionDetail = {
  suggestionId,
  kind: 'idea',
  collateralId: 'deck-42',
  title: 'Deck',
  version: null,
  body: 'Add ROI',
  reason: null,
  place: null,
  author: null,
  createdAt: '2026-05-01T09:00:00.000Z',
  status: 'new',
  revision: 3,
  assignee: null,
  dueAt: null,
  overdueDays: 0,
  shippedVersion: null,
  shippedTitle: null,
  duplicateOf: null,
  duplicates: [],
  supporters: 1,
  supported: false,
  replyCount: 0,
  changedAt: '2026-05-01T09:00:00.000Z',
  hidden: null,
  may: { vote: true, withdraw: false, hide: false, move: [{ to: 'declined', requires: [] }] },
  replies: [],
  history: [],
  related: [],
  assignees: [],
  versions: [],
  loop: null,
};

async function errorOf(asking: Promise<unknown>): Promise<CollateralError> {
  const error = await asking.catch((reason: unknown) => reason);
  return isCollateralError(error) ? error : new CollateralError('unexpected-reply', `resolved: ${String(error)}`);
}

describe('reading suggestions', () => {
  let world: TestClient;
  beforeEach(() => {
    world = createTestClient();
  });
  afterEach(() => world.client.close());

  const asked = (): readonly string[] =>
    world.server.requests
      .filter(({ path }) => /suggestions|inbox|notices/.test(path))
      .map(({ path, query }) => `${path}?${new URLSearchParams(query)}`);
  const answer = (respond: () => Response): void => {
    world.server.answer = ({ path }) => (/suggestions|inbox|notices/.test(path) ? respond() : undefined);
  };

  it('asks for lists, one suggestion, the inbox and the notices', async () => {
    const { client } = world;
    await client.suggestions();
    await client.suggestions({ collateralId: 'a&b', status: 'open', similar: 'price list', sort: 'newest', limit: 5 });
    await client.inbox({ state: 'overdue', kind: 'low-rating' });
    await client.notices();
    answer(() => reply(suggestion));
    expect(await client.suggestion('low:outdated:v2:deck%2F42')).to.deep.equal(suggestion);
    expect(asked()).to.deep.equal([
      '/v1/suggestions?',
      '/v1/suggestions?collateralId=a%26b&status=open&similar=price+list&sort=newest&limit=5',
      '/v1/inbox?state=overdue&kind=low-rating',
      '/v1/notices?',
      '/v1/suggestions/low%3Aoutdated%3Av2%3Adeck%252F42?',
    ]);
  });

  it('refuses ids that can be none before it asks', async () => {
    expect((await errorOf(world.client.suggestions({ collateralId: '' }))).code).to.equal('invalid-collateral-id');
    expect((await errorOf(world.client.suggestion('../inbox'))).code).to.equal('invalid-query');
    expect(asked()).to.deep.equal([]);
  });

  const wrongs: readonly [what: string, body: unknown, read: (client: Client) => Promise<unknown>][] = [
    [
      'a list without you',
      { identity: 'named', total: 0, suggestions: [], gaps: [] },
      (client) => client.suggestions(),
    ],
    ['a suggestion without may', { ...suggestion, may: undefined }, (client) => client.suggestion(suggestionId)],
    ['a reply that is a text', { ...suggestion, replies: ['x'] }, (client) => client.suggestion(suggestionId)],
    ['an inbox that is a list', { suggestions: [] }, (client) => client.inbox()],
    ['a notice without id', { notices: [{ title: 'x' }] }, (client) => client.notices()],
  ];
  for (const [what, body, read] of wrongs) {
    it(`refuses ${what}`, async () => {
      answer(() => reply(body));
      expect((await errorOf(read(world.client))).code).to.equal('unexpected-reply');
    });
  }

  it('ends with the signal’s reason', async () => {
    const reason = new Error('no longer wanted');
    const signal = AbortSignal.abort(reason);
    const error = await world.client.inbox({}, { signal }).catch((thrown: unknown) => thrown);
    expect([error, asked()]).to.deep.equal([reason, []]);
  });

  describe('and deciding about them', () => {
    const commands = (): readonly { path: string; body: Readonly<Record<string, unknown>> }[] =>
      world.server.requests.flatMap(({ path, body }) =>
        path.startsWith('/v1/suggestions/') ? [{ path, body: { ...body } }] : [],
      );

    it('posts the command with an id of its own and returns what became of it', async () => {
      const { client } = world;
      answer(() => reply({ ...suggestion, status: 'declined', revision: 4 }));
      expect(await client.transition(suggestionId, decline)).to.include({ status: 'declined', revision: 4 });
      await client.merge(suggestionId, { into: suggestionId, reason: 'Same', expect: 4 });
      await client.unmerge(suggestionId, { reason: 'Not the same', expect: 5 });
      await client.hide(suggestionId, { hidden: true, reason: 'Names a customer', expect: 6 });
      expect(commands().map(({ path }) => path.split('/').at(-1))).to.deep.equal([
        'transitions',
        'merge',
        'unmerge',
        'hide',
      ]);
      const [first] = commands();
      expect(first!.body).to.include(decline);
      expect(first!.body['id']).to.match(/^[0-9a-f-]{14}7/);
      expect(new Set(commands().map(({ body }) => body['id'])).size).to.equal(4);
    });

    it('tries the same command once more when there was no answer', async () => {
      let tries = 0;
      answer(() => ((tries += 1) === 1 ? Response.error() : reply(suggestion)));
      await world.client.transition(suggestionId, decline);
      const ids = commands().map(({ body }) => body['id']);
      expect([ids.length, ids[0]]).to.deep.equal([2, ids[1]]);
      answer(() => Response.error());
      expect((await errorOf(world.client.transition(suggestionId, decline))).code).to.equal('network-failed');
      expect(commands()).to.have.length(4);
    });

    for (const code of ['revision-conflict', 'move-not-permitted'] as const) {
      it(`rejects with ${code}, where it stands now and where it may go`, async () => {
        const permitted = [{ to: 'accepted', requires: ['assignee', 'dueAt'] }];
        const { replies: _, ...now } = { ...suggestion, status: 'declined', revision: 4 };
        answer(() => reply({ status: 409, code, now, permitted }, 'application/problem+json', 409));
        const error = await errorOf(world.client.transition(suggestionId, decline));
        expect(error.code).to.equal(code);
        expect(error.cause).to.deep.equal({ now, permitted });
        expect(commands()).to.have.length(1);
      });
    }

    it('gives no cause when the server tells none that can be read', async () => {
      answer(() => problem(409, 'revision-conflict'));
      const error = await errorOf(world.client.transition(suggestionId, decline));
      expect([error.code, error.cause]).to.deep.equal(['revision-conflict', undefined]);
    });

    const failures: readonly [status: number, code: string][] = [
      [400, 'invalid-batch'],
      [401, 'not-signed-in'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [429, 'rate-limited'],
      [500, 'server-failed'],
    ];
    for (const [status, code] of failures) {
      it(`rejects with ${code} for ${status}, and does not try again`, async () => {
        answer(() => problem(status, code));
        expect((await errorOf(world.client.transition(suggestionId, decline))).code).to.equal(code);
        expect(commands()).to.have.length(1);
      });
    }

    const wrongCommands: readonly [name: string, id: string, command: object][] = [
      ['suggestionId', '7', decline],
      ['reason', suggestionId, { ...decline, reason: '  ' }],
      ['reason', suggestionId, { ...decline, reason: 'x'.repeat(1_001) }],
      ['expect', suggestionId, { ...decline, expect: '3' }],
      ['to', suggestionId, { ...decline, to: 'done' }],
      ['dueAt', suggestionId, { ...decline, dueAt: '1 June' }],
    ];
    for (const [name, id, command] of wrongCommands) {
      it(`refuses ${JSON.stringify({ id: id.slice(-1), ...command }).slice(0, 70)} and names ${name}`, async () => {
        const error = await errorOf(world.client.transition(id, command as typeof decline));
        expect([error.code, error.message.startsWith(`${name} must be`)]).to.deep.equal(['invalid-option', true]);
        expect(commands()).to.deep.equal([]);
      });
    }

    it('is refused by a closed client', async () => {
      await world.client.close();
      expect((await errorOf(world.client.hide(suggestionId, { hidden: true, reason: 'x', expect: 0 }))).code).to.equal(
        'client-closed',
      );
    });
  });
});
