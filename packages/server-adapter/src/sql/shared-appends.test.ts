import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleFact } from '../conformance/sample-fact.js';
import { numbersFrom } from '../conformance/sample-list.js';
import type { Fact } from '../store/fact.js';
import { SharedAppends } from './shared-appends.js';

/** Stores nothing, and remembers how many facts each transaction had. A fact of "broken" makes its transaction fail. */
function recorder(): { readonly sizes: number[]; readonly appends: SharedAppends } {
  const sizes: number[] = [];
  const appends = new SharedAppends(async (_tenant, facts) => {
    sizes.push(facts.length);
    await Promise.resolve();
    if (facts.some(({ actorId }) => actorId === 'broken')) throw new Error('broken');
    return facts.map(({ actorId }) => (actorId === 'ana' ? 'new' : 'duplicate'));
  });
  return { sizes, appends };
}

const factsFrom = (first: number, count: number, actorId = 'ana'): readonly Fact[] =>
  numbersFrom(first, count).map((number) => sampleFact(number, { actorId }));

test('shares a transaction among calls that wait, and gives each call its own outcomes', async () => {
  const { sizes, appends } = recorder();
  const outcomes = await Promise.all([
    appends.append('main', factsFrom(0, 1)),
    appends.append('main', factsFrom(1, 2)),
    appends.append('main', []),
    appends.append('main', factsFrom(3, 1, 'ben')),
  ]);
  assert.deepEqual(outcomes, [['new'], ['new', 'new'], [], ['duplicate']]);
  assert.deepEqual(sizes, [1, 3]);
});

test('lets no call fail for another', async () => {
  const { appends } = recorder();
  const results = await Promise.allSettled([
    appends.append('main', factsFrom(0, 1)),
    appends.append('main', factsFrom(1, 1)),
    appends.append('main', factsFrom(2, 1, 'broken')),
    appends.append('main', factsFrom(3, 1)),
  ]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  );
});

test('keeps tenants apart, and shares no more than 2000 facts', async () => {
  const { sizes, appends } = recorder();
  await Promise.all([
    appends.append('main', factsFrom(0, 1)),
    appends.append('other', factsFrom(0, 5)),
    ...numbersFrom(0, 3).map((number) => appends.append('main', factsFrom(number * 900, 900))),
  ]);
  assert.deepEqual(sizes, [1, 5, 1_800, 900]);
});

test('finishes what was accepted before it was closed, and takes nothing more', async () => {
  const { appends } = recorder();
  const accepted = [appends.append('main', factsFrom(0, 1)), appends.append('main', factsFrom(1, 1))];
  await appends.close();
  assert.deepEqual(await Promise.all(accepted), [['new'], ['new']]);
  await assert.rejects(appends.append('main', factsFrom(2, 1)), /The store was closed/);
});
