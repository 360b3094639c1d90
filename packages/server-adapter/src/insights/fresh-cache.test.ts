import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { FreshCache } from './fresh-cache.js';

describe('a cache of counted answers', () => {
  let clock = 0;
  let counted = 0;
  let stopwatch = (): number => clock;
  let cache = new FreshCache(() => clock);
  const countFor = (milliseconds: number) => async (): Promise<number> => {
    await Promise.resolve();
    clock += milliseconds;
    return ++counted;
  };
  beforeEach(() => {
    clock = 0;
    counted = 0;
    stopwatch = () => clock;
    cache = new FreshCache(
      () => clock,
      2,
      () => stopwatch(),
    );
  });

  test('counts once for all who ask at the same time', async () => {
    const answers = await Promise.all([cache.get('a', countFor(5)), cache.get('a', countFor(5))]);
    assert.deepEqual(answers, [1, 1]);
  });

  test('keeps an answer for ten times as long as it took', async () => {
    await cache.get('a', countFor(5));
    clock = 49;
    assert.equal(await cache.get('a', countFor(5)), 1);
    assert.equal(counted, 1);
  });

  test('gives the old answer once more and counts a new one meanwhile', async () => {
    await cache.get('a', countFor(5));
    clock = 60;
    const both = await Promise.all([cache.get('a', countFor(5)), cache.get('a', countFor(5))]);
    assert.deepEqual(both, [1, 1]);
    await new Promise(setImmediate);
    assert.equal(counted, 2);
    assert.equal(await cache.get('a', countFor(5)), 2);
  });

  test('keeps an answer no longer for a clock that jumped while it was counted', async () => {
    stopwatch = () => 0;
    await cache.get('a', countFor(86_400_000));
    assert.equal(await cache.get('a', countFor(1)), 2);
  });

  test('waits for a new answer when the old one is too old', async () => {
    await cache.get('a', countFor(5));
    clock = 1_000;
    assert.equal(await cache.get('a', countFor(5)), 2);
  });

  test('counts an answer that took no time whenever it is asked for, and after the clock went back', async () => {
    await cache.get('a', countFor(0));
    assert.equal(await cache.get('a', countFor(0)), 2);
    await cache.get('b', countFor(5));
    clock = -100;
    assert.equal(await cache.get('b', countFor(5)), 4);
  });

  test('tells a failure and counts again for the next who asks', async () => {
    await assert.rejects(
      cache.get('a', () => Promise.reject(new Error('no disk'))),
      /no disk/,
    );
    assert.equal(await cache.get('a', countFor(1)), 1);
  });

  test('goes on with the old answer when counting anew fails', async () => {
    await cache.get('a', countFor(5));
    clock = 60;
    assert.equal(await cache.get('a', () => Promise.reject(new Error('no disk'))), 1);
    await new Promise(setImmediate);
    assert.equal(await cache.get('a', countFor(5)), 1);
  });

  test('forgets the answer that was counted longest ago when it has too many', async () => {
    for (const key of ['a', 'b', 'c']) await cache.get(key, countFor(1));
    assert.equal(await cache.get('a', countFor(1)), 4);
  });

  test('forgets what begins with a text, also what is being counted anew at that moment', async () => {
    await cache.get('main a', countFor(5));
    await cache.get('other', countFor(5));
    clock = 65;
    assert.equal(await cache.get('main a', countFor(5)), 1);
    cache.forget('main ');
    await new Promise(setImmediate);
    assert.equal(await cache.get('main a', countFor(5)), 4);
    assert.equal(await cache.get('other', countFor(5)), 2);
  });
});
