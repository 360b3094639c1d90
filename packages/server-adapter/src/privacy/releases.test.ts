import type { Distribution } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { mayRelease, peopleBetween, readReleases, release, stillDistributions } from './releases.js';

describe('a release', () => {
  test('is the same for two processes that release at once', async () => {
    const place = { store: createMemoryStore(), tenant: 'main' };
    const both = await Promise.all(
      [4, 5].map((count) => release(place, 'deck', { '2026-05': [0, 0, 0, 0, count] }, 0)),
    );
    assert.deepEqual(both[0], both[1]);
    assert.deepEqual((await readReleases(place, ['deck'])).get('deck'), { table: both[0], revision: 1 });
  });

  test('belongs to one tenant', async () => {
    const store = createMemoryStore();
    await release({ store, tenant: 'main' }, 'deck', { '2026-05': [1] }, 0);
    assert.equal((await readReleases({ store, tenant: 'other' }, ['deck'])).size, 0);
  });

  test('may follow after three people, not after one who changed their mind, nor after two', () => {
    const known: Distribution[] = [[0, 0, 1, 2, 3]];
    assert.equal(mayRelease(known, [[1, 0, 1, 2, 2]]), false);
    assert.equal(mayRelease(known, [[1, 0, 1, 3, 3]]), false);
    assert.equal(mayRelease(known, [[1, 0, 1, 3, 4]]), true);
  });
});

test('a distribution that moved by one or two people is not shown until it moved by three', async () => {
  const place = { store: createMemoryStore(), tenant: 'main' };
  const shown = async (distribution: Distribution): Promise<Distribution | undefined> =>
    (await stillDistributions(place, new Map([['may', distribution]]))).get('may');
  assert.deepEqual(await shown([0, 0, 1, 2, 2]), [0, 0, 1, 2, 2]);
  assert.equal(await shown([1, 0, 1, 2, 2]), undefined);
  assert.equal(await shown([2, 0, 1, 2, 2]), undefined);
  assert.deepEqual(await shown([0, 0, 1, 2, 2]), [0, 0, 1, 2, 2]);
  assert.deepEqual(await shown([2, 0, 1, 2, 3]), [2, 0, 1, 2, 3]);
});

test('people between two distributions are counted by what they at least must have done', () => {
  assert.equal(peopleBetween([0, 0, 0, 0, 5], [0, 0, 0, 0, 5]), 0);
  assert.equal(peopleBetween([0, 0, 0, 0, 5], [1, 1, 0, 0, 3]), 2);
  assert.equal(peopleBetween([0, 0, 0, 0, 5], [0, 3, 0, 0, 5]), 3);
});
