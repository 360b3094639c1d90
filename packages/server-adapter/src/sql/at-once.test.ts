import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { doEverythingAtOnce } from './at-once.fixture.js';

test('two processes on one SQLite file: whatever is done to suggestions at once, each person counts once and each step is there once', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'collateral-at-once-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const { done, refused } = await doEverythingAtOnce(join(folder, 'store.sqlite'), 1);
  assert.ok(done > 30 && refused > 5, `${done} done, ${refused} refused: too little happened to prove anything`);
});
