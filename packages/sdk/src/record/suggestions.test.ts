import { expect } from 'chai';
import { isCollateralError, type Client } from '../index.js';
import { lowRatingId } from '../contract/suggestion-id.js';
import { createTestClient, nextSignal, type TestClient } from '../testing/index.js';

const suggestionId = '0198a000-0000-7000-8000-000000000001';

async function codeOf(asking: Promise<unknown>): Promise<string> {
  const error = await asking.catch((reason: unknown) => reason);
  return isCollateralError(error) ? error.code : `no CollateralError: ${String(error)}`;
}

describe('suggestions, votes and replies', () => {
  let world: TestClient;
  beforeEach(() => {
    world = createTestClient();
  });
  afterEach(() => world.client.close());

  it('reach the server with what the person said, and nothing else', async () => {
    const { client, server } = world;
    const { id } = await client.suggest({ collateralId: 'deck-42', body: ' Add ROI\n', place: { slide: 7 } });
    await client.suggest({ body: 'A price list for Norway' });
    await client.vote(id, true);
    await client.reply(id, { body: ' Yes ' });
    await client.withdrawSuggestion(id);
    await client.answerNotice({ noticeId: 'n', suggestionId: id, answer: 'confirmed' });
    await client.rate({ collateralId: 'deck-42', value: 1, reasons: ['outdated'], tellOwner: true });
    await client.flush();
    const sent = server.events.map(({ id: _, occurredAt: __, context: ___, ...fields }) => fields);
    // In any order: these events commute.
    expect(sent).to.have.deep.members([
      { type: 'suggestion', collateralId: 'deck-42', body: 'Add ROI', place: { slide: 7 } },
      { type: 'suggestion', body: 'A price list for Norway' },
      { type: 'vote', suggestionId: id, on: true },
      { type: 'reply', suggestionId: id, body: 'Yes' },
      { type: 'suggestion-withdrawal', suggestionId: id },
      { type: 'notice-response', noticeId: 'n', suggestionId: id, answer: 'confirmed' },
      {
        type: 'rating',
        collateralId: 'deck-42',
        scaleId: 'collateral-5@1',
        value: 1,
        reasons: ['outdated'],
        tellOwner: true,
      },
    ]);
  });

  it('take the id of what low ratings stand behind', async () => {
    const low = lowRatingId({ collateralId: 'deck:42', version: 'v2', reason: 'outdated' });
    expect((await world.client.vote(low, true)).state).to.equal('memory');
  });

  const wrongs: readonly [name: string, code: string, write: (client: Client) => Promise<unknown>][] = [
    ['an empty text', 'invalid-event', (client) => client.suggest({ body: '' })],
    ['spaces alone', 'invalid-event', (client) => client.suggest({ body: ' \n\t ' })],
    ['zero-width characters alone', 'invalid-event', (client) => client.suggest({ body: '\u200b\u2060\u200f' })],
    ['4001 characters', 'invalid-event', (client) => client.suggest({ body: 'x'.repeat(4001) })],
    ['half a character', 'invalid-event', (client) => client.reply(suggestionId, { body: 'a\ud83d' })],
    ['a number as text', 'invalid-event', (client) => client.suggest({ body: 7 as unknown as string })],
    ['a wrong item', 'invalid-collateral-id', (client) => client.suggest({ collateralId: '', body: 'x' })],
    ['half a slide', 'invalid-event', (client) => client.suggest({ body: 'x', place: { slide: 1.5 } })],
    ['a list as place', 'invalid-event', (client) => client.suggest({ body: 'x', place: [] as object })],
    ['an id that is none', 'invalid-event', (client) => client.vote('1', true)],
    ['a vote that is a word', 'invalid-event', (client) => client.vote(suggestionId, 'yes' as unknown as boolean)],
    [
      'an unknown answer',
      'invalid-event',
      (client) => client.answerNotice({ noticeId: 'n', answer: 'rated' as never }),
    ],
    ['no answer at all', 'invalid-event', (client) => client.answerNotice(undefined as never)],
    [
      'a wrong tellOwner',
      'invalid-event',
      (client) => client.rate({ collateralId: 'd', value: 1, tellOwner: 1 as unknown as boolean }),
    ],
  ];
  for (const [name, code, write] of wrongs) {
    it(`refuse ${name} before anything is stored`, async () => {
      expect(await codeOf(write(world.client))).to.equal(code);
      await world.client.flush();
      expect(world.server.events).to.deep.equal([]);
    });
  }

  it('take texts written from right to left, with overrides, as they are', async () => {
    const body = 'שלום \u202edlrow\u202c';
    await world.client.suggest({ body });
    await world.client.flush();
    expect(world.server.events).to.have.nested.property('[0].body', body);
  });

  it('are told while they wait on this device, to their owner only, until the server has them', async () => {
    const { client, server } = world;
    server.answer = ({ path }) => (path === '/v1/events' ? Response.error() : undefined);
    const { id } = await client.suggest({ collateralId: 'deck-42', body: 'Add ROI' });
    await client.vote(id, true);
    await client.rate({ collateralId: 'deck-42', value: 4 });
    const told = await client.pendingWritings();
    expect(told.map(({ type }) => type)).to.deep.equal(['suggestion', 'vote']);
    expect(told[0]).to.include({ id, body: 'Add ROI', collateralId: 'deck-42' });
    server.actorTag = 'tag-2';
    await client.setActor('ben');
    expect(await client.pendingWritings()).to.deep.equal([]);
    server.actorTag = 'tag-1';
    server.answer = () => undefined;
    await client.setActor('ann');
    world.platform.advance(400_000);
    if (client.status().pending > 0) await nextSignal(client, 'drained');
    expect(await client.pendingWritings()).to.deep.equal([]);
  });
});

describe('drafts', () => {
  it('outlive the page, belong to one person and go when they are sent or refused consent', async () => {
    const world = createTestClient();
    await world.client.config();
    world.client.drafts.keep('deck-42', 'Add an');
    const next = createTestClient({ platform: world.platform, server: world.server });
    expect(await next.client.drafts.read('deck-42')).to.equal('Add an');
    expect(await next.client.drafts.read('deck-43')).to.equal('');

    world.server.actorTag = 'tag-2';
    await next.client.setActor();
    expect(await next.client.drafts.read('deck-42')).to.equal('');

    world.client.drafts.keep('deck-43', 'Another');
    world.client.drafts.keep('deck-42', ' ');
    expect([await world.client.drafts.read('deck-42'), await world.client.drafts.read('deck-43')]).to.deep.equal([
      '',
      'Another',
    ]);
    await world.client.setConsent('denied');
    world.client.drafts.keep('deck-42', 'No');
    expect([await world.client.drafts.read('deck-42'), await world.client.drafts.read('deck-43')]).to.deep.equal([
      '',
      '',
    ]);
    await Promise.all([world.client.close(), next.client.close()]);
  });

  it('are none where somebody else wrote under their name', async () => {
    const { client, platform } = createTestClient();
    const tab = await platform.tab();
    platform.tab = async () => ({ ...tab, keptText: () => '[' });
    await client.config();
    client.drafts.keep('deck-42', 'Mine');
    expect(await client.drafts.read('deck-42')).to.equal('');
    await client.close();
  });
});
