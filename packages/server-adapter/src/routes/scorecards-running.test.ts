import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

const ann = { id: 'ann', name: 'Ann' };

describe('a period that is not over', () => {
  test('is not said to be worse, nor a target missed, for what there was no time yet to use', async () => {
    const world = new ScorecardWorld(createMemoryStore()).on('01-01');
    await world.view('w1', 'west', 'something-else');
    world.on('01-02');
    const ids = Array.from({ length: 12 }, (_, index) => `deck-${index}`);
    await world.items(...ids.map((id) => ({ id, producer: ann })));
    const target = { measure: 'P1', subject: 'organisation', id: null, value: 0.5, owner: 'Sales', from: '2026-01-01' };
    await world.ok('PUT', '/v1/targets', 'admin', { ...target, until: null, expect: 0, reason: 'Agreed' });
    for (const id of ids) await world.on('02-10').view('w1', 'west', id);
    const early = await world.on('04-03').measure('P1', '?period=2026-Q2');
    assert.deepEqual([early.metric.numerator, early.metric.denominator], [0, 12]);
    assert.deepEqual([early.words, early.verdict, early.change], ['not-enough-data', 'not-enough-data', null]);
    assert.equal(early.previous?.value, 1, 'the one before is told all the same');
    const over = await world.on('07-03').measure('P1', '?period=2026-Q2');
    assert.deepEqual([over.words, over.verdict], ['worse', 'missed']);
    const rolling = await world.on('07-03').measure('P1', '?period=last-90-days');
    assert.deepEqual([rolling.words, rolling.verdict], ['worse', 'missed'], 'the last 90 days are over each day');
  });
});
