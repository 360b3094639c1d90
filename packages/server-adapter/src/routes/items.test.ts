import type { Item } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore, problem, World } from '../handler.fixture.js';
import type { ItemsReply } from './list-items.js';

function item(id: string, changes: Partial<Item> = {}): Item {
  return { id, title: `Title of ${id}`, kind: 'deck', ...changes };
}

async function list(world: World, query = '', as = 'ana'): Promise<ItemsReply> {
  const reply = await world.call(`/v1/items${query}`, { as });
  assert.equal(reply.status, 200, await reply.clone().text());
  return (await reply.json()) as ItemsReply;
}

async function listAll(
  world: World,
  limit: number,
  as: string,
): Promise<{ readonly ids: readonly string[]; readonly cursors: readonly string[] }> {
  const ids: string[] = [];
  const cursors: string[] = [];
  let query = `?limit=${limit}`;
  for (;;) {
    const { items, nextCursor } = await list(world, query, as);
    ids.push(...items.map(({ id }) => id));
    if (nextCursor === undefined) return { ids, cursors };
    cursors.push(nextCursor);
    query = `?limit=${limit}&cursor=${encodeURIComponent(nextCursor)}`;
  }
}

onEveryStore('the catalogue', (createStore) => {
  test('gives back what was put in, in the order of ids', async () => {
    const world = new World(createStore());
    const full = item('b', {
      url: '/b',
      producer: { id: 'p', name: 'P' },
      team: 't',
      audience: ['all'],
      versions: [{ version: '1', publishedAt: '2026-01-01T00:00:00Z' }],
      reviewBy: '2026-12-31',
      tags: ['roi'],
    });
    await world.putItems([full, item('a')]);
    assert.deepEqual(await list(world), { items: [item('a'), full] });
  });

  test('refuses a review date that is no day', async () => {
    const world = new World(createStore());
    const items = [item('a', { reviewBy: '2026-02-31' })];
    const reply = await world.post('/v1/items', { items }, { method: 'PUT', as: 'admin' });
    assert.equal(reply.status, 400);
  });

  test('says the same as the history of owners when two upload one item at once', async () => {
    const store = createStore();
    const owned = (producer: string): Item => item('a', { producer: { id: producer, name: producer } });
    await new World(store).putItems([owned('first')]);
    let isOvertaken = false;
    const overtaken = new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]): Promise<unknown> => {
          if (name === 'put' && given[1] === 'items' && !isOvertaken) {
            isOvertaken = true;
            await new World(store).putItems([owned('second')]);
          }
          return Reflect.apply(value, target, given) as unknown;
        };
      },
    });
    await new World(overtaken).putItems([owned('third')]);
    const history = await store.get('main', 'owners', 'a');
    const producers = (history?.document['spans'] as Item[]).map(({ producer }) => producer?.id);
    assert.deepEqual(producers, ['first', 'third', 'second']);
    assert.equal((await list(new World(store))).items[0]?.producer?.id, 'second');
  });

  test('counts what was created and what was updated', async () => {
    const world = new World(createStore());
    await world.putItems([item('a')]);
    const reply = await world.post(
      '/v1/items',
      { items: [item('a', { title: 'New' }), item('b'), item('b', { title: 'Last' })] },
      { method: 'PUT', as: 'crm' },
    );
    assert.deepEqual(await reply.json(), { created: 1, updated: 2 });
    assert.deepEqual(
      (await list(world)).items.map(({ title }) => title),
      ['New', 'Last'],
    );
  });

  test('is changed by admins and services only', async () => {
    const world = new World(createStore());
    for (const as of ['ana', 'paula']) {
      const { status, code } = await problem(
        await world.post('/v1/items', { items: [item('a')] }, { method: 'PUT', as }),
      );
      assert.deepEqual([status, code], [403, 'forbidden']);
    }
    assert.deepEqual(await list(world), { items: [] });
  });

  test('takes all items of an upload or none', async () => {
    const world = new World(createStore());
    const bad = await problem(
      await world.post(
        '/v1/items',
        { items: [item('a'), { ...item('b'), versions: [{ version: '1' }] }] },
        { method: 'PUT', as: 'admin' },
      ),
    );
    assert.equal(bad.code, 'invalid-batch');
    assert.match(bad.detail, /items\.1\.versions\.0\.publishedAt/);
    assert.deepEqual(await list(world), { items: [] });
  });

  test('is listed page by page, each item once', async () => {
    const world = new World(createStore());
    const ids = ['a', 'b c', 'd&e=f', 'g#h', 'ü', '日本'];
    await world.putItems(ids.map((id) => item(id)));
    for (const limit of [1, 2, 5, 6, 7]) assert.deepEqual((await listAll(world, limit, 'ana')).ids, ids);
  });

  test('never names an item the person may not see, not even in a cursor', async () => {
    const world = new World(createStore());
    const ids = ['secret-0', 'secret-1', 'secret-2', 'tool-1', 'tool-2', 'secret-3', 'u', 'secret-4'];
    await world.putItems([...ids, ...Array.from({ length: 5 }, (_, n) => `secret-5${n}`)].map((id) => item(id)));
    for (const limit of [1, 2, 3, 7]) {
      const { ids: seen, cursors } = await listAll(world, limit, 'outsider');
      assert.deepEqual(seen, ['tool-1', 'tool-2', 'u']);
      assert.ok(!cursors.some((cursor) => cursor.includes('secret')), cursors.join());
    }
  });

  test('is another one in each tenant', async () => {
    const world = new World(createStore());
    await world.putItems([item('a')]);
    assert.deepEqual(await list(world, '', 'foreigner'), { items: [] });
  });

  test('takes prototype names as plain ids', async () => {
    const world = new World(createStore());
    await world.putItems([item('__proto__'), item('constructor')]);
    assert.deepEqual(
      (await list(world)).items.map(({ id }) => id),
      ['__proto__', 'constructor'],
    );
  });

  test('refuses a wrong limit or cursor', async () => {
    const world = new World(createStore());
    for (const query of [
      '?limit=0',
      '?limit=1001',
      '?limit=ten',
      '?limit=-1',
      '?limit=',
      `?cursor=${'x'.repeat(2_001)}`,
    ]) {
      const { status, code, detail } = await problem(await world.call(`/v1/items${query}`));
      assert.deepEqual([status, code], [400, 'invalid-query']);
      assert.match(detail, /^(?:limit|cursor) must be .*, got .*\. Leave it out for /);
    }
  });
});
