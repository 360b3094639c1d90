import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore, World } from '../handler.fixture.js';

// PostgreSQL can't hold the character NUL, so that a question with one would look like a store that is out of order.
onEveryStore('a question with the character NUL', (createStore) => {
  for (const path of [
    '/v1/audit?cursor=%00',
    '/v1/items?cursor=a%00',
    '/v1/suggestions?collateralId=%00',
    '/v1/insights/items?search=%00',
  ])
    test(`${path} is refused by name`, async () => {
      const world = new World(createStore());
      const reply = await world.call(path, { as: 'admin' });
      assert.equal(reply.status, 400);
      const { code, detail } = (await reply.json()) as { readonly code: string; readonly detail: string };
      assert.equal(code, 'invalid-query');
      assert.match(detail, /^(cursor|collateralId|search) must/);
    });

  test('about a dispute finds none, without asking the store', async () => {
    const store = createStore();
    const asked: string[] = [];
    const get: typeof store.get = (tenant, collection, key) => {
      if (collection === 'disputes') asked.push(key);
      return store.get(tenant, collection, key);
    };
    const world = new World({ ...store, get });
    const reply = await world.post(
      '/v1/disputes/%00/settle',
      { upheld: true, reason: 'x', expect: 1 },
      { as: 'admin' },
    );
    assert.deepEqual([reply.status, asked], [404, []]);
  });
});
