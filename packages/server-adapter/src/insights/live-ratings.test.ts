import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleFact, sampleTime } from '../conformance/sample-fact.js';
import type { Fact } from '../store/fact.js';
import { LiveRatings } from './live-ratings.js';

function fold(facts: readonly Fact[]): LiveRatings {
  const ratings = new LiveRatings();
  for (const fact of facts) ratings.add(fact);
  return ratings;
}

function withdrawal(number: number): Fact {
  return sampleFact(number, { type: 'rating-withdrawal', detail: {} });
}

describe('the live ratings', () => {
  test('are the latest per person, in whatever order facts come', () => {
    const facts = [sampleFact(1), sampleFact(3, { detail: { value: 2 } }), sampleFact(2)];
    for (const order of [facts, facts.toReversed()]) {
      assert.deepEqual(fold(order).ofVersion('deck-42', 'v1').get('ana')?.detail, { value: 2 });
    }
  });

  test('go by id when two are of the same millisecond', () => {
    const time = { effectiveAt: sampleTime(0) };
    const facts = [sampleFact(1, time), sampleFact(2, { ...time, detail: { value: 1 } })];
    for (const order of [facts, facts.toReversed()]) {
      assert.equal(fold(order).ofVersion('deck-42', 'v1').get('ana')?.id, facts[1]?.id);
    }
  });

  test('end with a later withdrawal and not with an earlier one', () => {
    assert.equal(fold([withdrawal(2), sampleFact(1)]).ofVersion('deck-42', 'v1').size, 0);
    assert.equal(fold([sampleFact(3), withdrawal(2)]).ofVersion('deck-42', 'v1').size, 1);
  });

  test('come back when a person rates again after a withdrawal', () => {
    assert.equal(fold([sampleFact(1), withdrawal(2), sampleFact(3)]).ofVersion('deck-42', 'v1').size, 1);
  });

  test('are kept apart by person, item and version', () => {
    const ratings = fold([
      sampleFact(1),
      sampleFact(2, { actorId: 'ben' }),
      sampleFact(3, { version: null }),
      sampleFact(4, { collateralId: '__proto__' }),
    ]);
    assert.equal(ratings.ofVersion('deck-42', 'v1').size, 2);
    assert.equal(ratings.ofVersion('deck-42', null).size, 1);
    assert.equal(ratings.ofVersion('__proto__', 'v1').size, 1);
    assert.equal(ratings.ofVersion('constructor', 'v1').size, 0);
    assert.equal(ratings.ofActor('deck-42', 'ana').length, 2);
  });
});
