import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { onEveryStore, problem } from '../handler.fixture.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

/** The events of a stream, one after the other. */
async function open(
  context: TestContext,
  world: SuggestionsWorld,
  query = 'collateralId=deck-42',
  as = 'ben',
): Promise<{ readonly next: () => Promise<string>; readonly close: () => Promise<void> }> {
  const reply = await world.world.call(`/v1/changes?${query}`, { as });
  assert.equal(reply.status, 200);
  assert.equal(reply.headers.get('content-type'), 'text/event-stream');
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  context.after(() => reader?.cancel());
  const next = async (): Promise<string> => (await reader?.read())?.value ?? 'the end';
  assert.match(await next(), /^event: open/);
  return { next, close: async () => reader?.cancel() };
}

onEveryStore('the stream of changes', (createStore) => {
  const prepare = (policy = {}): Promise<SuggestionsWorld> => new SuggestionsWorld(createStore(), { policy }).prepare();
  const change = (collateralId: string | null): string =>
    `event: change\ndata: ${JSON.stringify({ collateralId })}\n\n`;

  test('says within seconds that somebody suggested, voted, answered or moved something', async (context) => {
    const world = await prepare();
    const id = await world.suggest('ana', 'Before');
    const { next } = await open(context, world);
    await world.vote('cleo', id);
    assert.equal(await next(), change('deck-42'));
    await world.reply('cleo', id, 'Yes');
    assert.equal(await next(), change('deck-42'));
    await world.move('paula', id, { to: 'declined' });
    assert.equal(await next(), change('deck-42'));
    await world.suggest('ana', 'After');
    assert.equal(await next(), change('deck-42'));
  });

  test('says that something new waits for whoever answers for it, and nothing of what waits for others', async (context) => {
    const store = createStore();
    const world = await new SuggestionsWorld(store).prepare();
    const other = new SuggestionsWorld(store);
    // Ids the first process does not give away as well.
    for (let given = 0; given < 100; given += 1) other.id();
    await world.suggest('ana', 'Before');
    const paula = await open(context, world, 'inbox=true', 'paula');
    const petra = await open(context, world, 'inbox=true', 'petra');
    const inbox = `event: change\ndata: {"inbox":true}\n\n`;
    await world.suggest('ana', 'For the sheet', { collateralId: 'sheet-7' });
    assert.equal(await petra.next(), inbox);
    const id = await other.suggest('ben', 'From another process');
    assert.equal(await paula.next(), inbox);
    await world.move('paula', id, { to: 'declined' });
    assert.equal(await paula.next(), inbox);
    await world.rateLow('cleo', { tellOwner: true });
    assert.equal(await paula.next(), inbox);
    // Nothing of that was petra's: what she hears of next is the first thing that is.
    await world.suggest('ben', 'For the sheet again', { collateralId: 'sheet-7' });
    assert.equal(await petra.next(), inbox);
    assert.equal((await world.world.call('/v1/changes?inbox=true', { as: 'ana' })).status, 403);
  });

  test('says what another process did', async (context) => {
    const store = createStore();
    const world = await new SuggestionsWorld(store).prepare();
    const other = new SuggestionsWorld(store);
    const { next } = await open(context, world);
    await other.suggest('ana', 'From elsewhere');
    assert.equal(await next(), change('deck-42'));
  });

  test('says that somebody was erased, also what another process erased: their words are on open pages', async (context) => {
    const store = createStore();
    const world = await new SuggestionsWorld(store).prepare();
    await world.suggest('ana', 'Words of ana');
    const { next } = await open(context, world);
    await world.world.call('/v1/people/ana', { method: 'DELETE', as: 'admin' });
    assert.equal(await next(), change('deck-42'));
    await new SuggestionsWorld(store).world.call('/v1/people/cleo', { method: 'DELETE', as: 'admin' });
    assert.equal(await next(), change('deck-42'));
  });

  test('says nothing of other items, nor of what the caller may not see', async (context) => {
    const world = await prepare();
    const { next } = await open(context, world, 'collateralId=secret-1&requests=true', 'outsider');
    await world.suggest('ana', 'Secret', { collateralId: 'secret-1' });
    await world.suggest('ana', 'Elsewhere');
    await world.request('ana', 'A battlecard');
    assert.equal(await next(), change(null));
  });

  test('says nothing of a low rating whose giver did not want to be told apart, nor of a post that waits', async (context) => {
    const world = await prepare({ commentIdentity: 'anonymous' });
    const { next } = await open(context, world, 'collateralId=deck-42&requests=true');
    await world.rateLow('ana');
    await world.suggest('ana', 'Waits for company');
    await world.request('a', 'One');
    await world.request('b', 'Two');
    await world.request('c', 'Three');
    assert.equal(await next(), change(null));
  });

  test('ends when the handler closes', async (context) => {
    const world = await prepare();
    const { next } = await open(context, world);
    await world.world.handler.close();
    assert.equal(await next(), 'the end');
  });

  test('is refused without an item, with too many, and to one person with too many streams', async (context) => {
    const world = await prepare();
    const many = Array.from({ length: 51 }, (_, index) => `collateralId=i${index}`).join('&');
    for (const query of ['', many, 'item=deck-42', 'requests=1'])
      assert.equal((await problem(await world.world.call(`/v1/changes?${query}`))).code, 'invalid-query', query);
    const streams = [];
    for (let number = 0; number < 20; number += 1) streams.push(await open(context, world));
    const refused = await world.world.call('/v1/changes?collateralId=deck-42', { as: 'ben' });
    assert.equal(refused.status, 429);
    await streams[0]?.close();
    await open(context, world);
  });
});
