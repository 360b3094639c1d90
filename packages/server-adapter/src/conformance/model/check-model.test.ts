import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CaseFailure } from '../case-failure.js';
import { memoryPlaces } from '../mutants/mutant.fixture.js';
import { checkModel } from './check-model.js';

test('finds no difference in a store that keeps its promises, over a hundred seeds with restarts', async () => {
  for (let seed = 1_000; seed < 1_100; seed++) await checkModel(memoryPlaces(), { seed });
});

test('shows the shortest commands it found that still fail, and the seed', async () => {
  const forgetsPrunes = memoryPlaces((good) => ({
    append: async (tenant, facts) =>
      (await good.append(tenant, facts)).map((outcome) => (outcome === 'too-old' ? 'duplicate' : outcome)),
  }));
  await assert.rejects(checkModel(forgetsPrunes, { seed: 1 }), (error) => {
    assert.ok(error instanceof CaseFailure);
    const commands = error.details.what.split('\n').filter((line) => /^ {2}\d+\. /.test(line));
    assert.deepEqual(
      commands.map((line) => line.split(' ')[3]),
      ['prune', 'append'],
    );
    assert.match(error.message, /seed 1\..*gave \["duplicate"\], expected \["too-old"\]/s);
    return true;
  });
});

test('plays the same commands for the same seed', async () => {
  const listsNothing = memoryPlaces(() => ({ list: async () => ({ documents: [] }) }));
  const messages = await Promise.all(
    [1, 2].map(() => checkModel(listsNothing, { seed: 7 }).catch((error: unknown) => String(error))),
  );
  assert.equal(messages[0], messages[1]);
  assert.match(String(messages[0]), /list/);
});
