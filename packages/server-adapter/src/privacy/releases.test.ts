import type { Distribution } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import type { Store } from '../store/store.js';
import { peopleBetween, releasedDistributions } from './releases.js';

async function shown(store: Store, distribution: Distribution): Promise<Distribution | undefined> {
  return (await releasedDistributions(store, 'main', new Map([['deck-42', { distribution }]]))).get('deck-42');
}

describe('a distribution that is shown', () => {
  test('stays as it is until three people stand between it and the next', async () => {
    const store = createMemoryStore();
    assert.deepEqual(await shown(store, [0, 0, 1, 2, 2]), [0, 0, 1, 2, 2]);
    assert.deepEqual(await shown(store, [1, 0, 1, 2, 2]), [0, 0, 1, 2, 2]);
    assert.deepEqual(await shown(store, [2, 0, 1, 2, 2]), [0, 0, 1, 2, 2]);
    assert.deepEqual(await shown(store, [2, 0, 1, 2, 3]), [2, 0, 1, 2, 3]);
  });

  test('does not follow one person who changes their mind, nor one who takes a rating back', async () => {
    const store = createMemoryStore();
    await shown(store, [0, 0, 1, 2, 3]);
    assert.deepEqual(await shown(store, [1, 0, 1, 2, 2]), [0, 0, 1, 2, 3]);
    assert.deepEqual(await shown(store, [0, 0, 1, 2, 2]), [0, 0, 1, 2, 3]);
  });

  test('is the same for two processes that release at once', async () => {
    const store = createMemoryStore();
    await shown(store, [1, 1, 1, 1, 1]);
    const both = await Promise.all([shown(store, [1, 1, 1, 1, 4]), shown(store, [1, 1, 1, 1, 5])]);
    assert.deepEqual(both[0], both[1]);
    assert.deepEqual(await shown(store, [1, 1, 1, 1, 5]), both[0]);
  });

  test('belongs to one tenant', async () => {
    const store = createMemoryStore();
    await shown(store, [0, 0, 0, 0, 5]);
    const other = await releasedDistributions(
      store,
      'other',
      new Map([['deck-42', { distribution: [1, 0, 0, 0, 5] }]]),
    );
    assert.deepEqual(other.get('deck-42'), [1, 0, 0, 0, 5]);
  });
});

test('a name that stands for other days begins anew', async () => {
  const store = createMemoryStore();
  const lastWeek = async (of: string, distribution: Distribution): Promise<Distribution | undefined> =>
    (await releasedDistributions(store, 'main', new Map([['last week', { distribution, of }]]))).get('last week');
  await lastWeek('2026-05-04', [0, 0, 1, 2, 3]);
  assert.deepEqual(await lastWeek('2026-05-04', [1, 0, 1, 2, 3]), [0, 0, 1, 2, 3]);
  assert.deepEqual(await lastWeek('2026-05-05', [1, 0, 1, 2, 3]), [1, 0, 1, 2, 3]);
});

test('people between two distributions are counted by what they at least must have done', () => {
  assert.equal(peopleBetween([0, 0, 0, 0, 5], [0, 0, 0, 0, 5]), 0);
  assert.equal(peopleBetween([0, 0, 0, 0, 5], [1, 1, 0, 0, 3]), 2);
  assert.equal(peopleBetween([0, 0, 0, 0, 5], [0, 3, 0, 0, 5]), 3);
});
