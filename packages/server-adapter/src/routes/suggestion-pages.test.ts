import type { Suggestion } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { tellMuch } from './much-told.fixture.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

/** What a page is sorted by, written down so that the text has the order. */
const places: Readonly<Record<string, (one: Suggestion) => string>> = {
  supporters: ({ supporters, ...one }) => `${1_000 - supporters} ${before(one.createdAt)} ${one.suggestionId}`,
  newest: ({ createdAt, suggestionId }) => `${before(createdAt)} ${suggestionId}`,
  changed: ({ changedAt, suggestionId }) => `${before(changedAt)} ${suggestionId}`,
  due: (one) => `${isOver(one) ? '~' : (one.dueAt ?? '9999')} ${one.createdAt} ${one.suggestionId}`,
};

onEveryStore('pages of suggestions', (createStore) => {
  test('put what was moved, merged and rated low between what nobody has touched, in every order', async () => {
    const { world, expected } = await tellMuch(new SuggestionsWorld(createStore()));
    for (const [reader, ids] of Object.entries(expected)) {
      for (const [sort, placeOf] of Object.entries(places)) {
        const all = await readPages(world, reader, `sort=${sort}`);
        assert.deepEqual(
          all.map(({ suggestionId }) => suggestionId).toSorted(),
          ids.toSorted(),
          `${reader} by ${sort}`,
        );
        const sorted = all.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
        assert.deepEqual(all, sorted, `${reader} by ${sort}`);
      }
    }
  });

  test('have what stands where it is asked for, and say how much that is', async () => {
    const { world } = await tellMuch(new SuggestionsWorld(createStore()));
    const all = [
      ...(await readPages(world, 'paula', 'sort=newest')),
      ...(await readPages(world, 'paula', 'status=duplicate')),
    ];
    const statuses = ['new', 'accepted', 'shipped', 'declined', 'duplicate'] as const;
    const found = await Promise.all(statuses.map((status) => readPages(world, 'paula', `status=${status}`)));
    assert.deepEqual(
      found.map((list) => list.length),
      statuses.map((asked) => all.filter(({ status }) => status === asked).length),
    );
    assert.equal((await readPages(world, 'paula', 'status=open')).length, all.filter((one) => !isOver(one)).length);
    assert.equal((await readPages(world, 'paula', 'status=closed')).length, all.filter(isOver).length);
  });

  test('refuse a cursor nobody wrote', async () => {
    const world = await new SuggestionsWorld(createStore()).prepare();
    for (const key of [
      ['supporters', 1],
      ['supporters', 'a', 0, 'b'],
      ['supporters', 0, 9e15, 'b'],
      ['newest', 0, 'b'],
    ]) {
      const cursor = encodeURIComponent(btoa(JSON.stringify(key)));
      const reply = await world.world.call(`/v1/suggestions?collateralId=deck-42&cursor=${cursor}`, { as: 'ana' });
      assert.equal(reply.status, 400, JSON.stringify(key));
    }
  });
});

async function readPages(world: SuggestionsWorld, as: string, query: string): Promise<readonly Suggestion[]> {
  const found: Suggestion[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const asked = `collateralId=deck-42&limit=3&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const { suggestions, nextCursor, total } = await world.list(as, asked);
    found.push(...suggestions);
    assert.equal(suggestions.length === 3 || nextCursor === undefined, true, 'pages are full');
    if (nextCursor === undefined) assert.equal(found.length, total);
    cursor = nextCursor;
  }
  return found;
}

function isOver({ status }: Suggestion): boolean {
  return ['shipped', 'declined', 'duplicate'].includes(status);
}

function before(instant: string): number {
  return 9e15 - Date.parse(instant);
}
