import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SharedGets, type DocumentKey } from './shared-gets.js';

describe('shared gets', () => {
  const keyOf = (key: string, tenant = 'main'): DocumentKey => ({ tenant, collection: 'items', key });

  test('read what is asked for in one go together, and give each caller its own in the order asked', async () => {
    const reads: string[][] = [];
    const gets = new SharedGets(async (asked) => {
      reads.push(asked.map(({ tenant, key }) => `${tenant} ${key}`));
      return asked.map(({ key }) => (key === 'none' ? null : { key, revision: 1, document: {} }));
    });
    const answers = await Promise.all([
      gets.get([keyOf('a'), keyOf('none')]),
      gets.get([keyOf('b', 'other')]),
      gets.get([keyOf('a')]),
    ]);
    assert.deepEqual(reads, [['main a', 'main none', 'other b', 'main a']]);
    const keys = answers.map((answer) => answer.map((document) => document?.key ?? null));
    assert.deepEqual(keys, [['a', null], ['b'], ['a']]);
  });

  test('begin a read behind every call that shares it', async () => {
    let value = 1;
    const release: (() => void)[] = [];
    const gets = new SharedGets(async (asked) => {
      const seen = value;
      await new Promise<void>((resolve) => release.push(resolve));
      return asked.map(({ key }) => ({ key, revision: seen, document: {} }));
    });
    const early = gets.get([keyOf('a')]);
    await Promise.resolve();
    value = 2;
    const late = gets.get([keyOf('a')]);
    await Promise.resolve();
    for (const free of release) free();
    assert.deepEqual([(await early)[0]?.revision, (await late)[0]?.revision], [1, 2]);
  });

  test('fail for the one call at fault only', async () => {
    const gets = new SharedGets(async (asked) => {
      if (asked.some(({ key }) => key === 'bad')) throw new Error('refused');
      return asked.map(() => null);
    });
    const [good, bad] = await Promise.allSettled([gets.get([keyOf('good')]), gets.get([keyOf('bad')])]);
    assert.deepEqual([good.status, bad.status], ['fulfilled', 'rejected']);
  });
});
