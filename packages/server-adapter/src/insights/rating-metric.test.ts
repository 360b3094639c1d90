import { defaultPolicy } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RatingsRow } from '../store/aggregate-row.js';
import { evenPrior } from '../statistics/dirichlet.js';
import { ratingMetric, tallyRatings, type RatingTally } from './rating-metric.js';

const prior = evenPrior(5, 5);

function tally(...distribution: readonly number[]): RatingTally {
  return { distribution, n: distribution.reduce((sum, count) => sum + count, 0), excluded: [] };
}

describe('the rating metric', () => {
  test('is none without ratings', () => {
    const { value, n, interval, state } = ratingMetric(tally(0, 0, 0, 0, 0), defaultPolicy, prior);
    assert.deepEqual({ value, n, interval, state }, { value: null, n: 0, interval: null, state: 'none' });
  });

  test('is early below five ratings, and says how many there are', () => {
    const { value, n, interval, state } = ratingMetric(tally(0, 0, 0, 0, 4), defaultPolicy, prior);
    assert.deepEqual({ value, n, interval, state }, { value: null, n: 4, interval: null, state: 'early' });
  });

  test('is shown for five 5s: 4.00 from 3.16 to 4.84', () => {
    const { value, interval, state, method } = ratingMetric(tally(0, 0, 0, 0, 5), defaultPolicy, prior);
    assert.equal(state, 'ok');
    assert.equal(method, 'dirichlet-mean');
    assert.equal(value, 4);
    assert.deepEqual(
      interval?.map((end) => end.toFixed(2)),
      ['3.16', '4.84'],
    );
  });

  test('stays early for five ratings that are far apart', () => {
    assert.equal(ratingMetric(tally(3, 0, 0, 0, 2), defaultPolicy, prior).state, 'early');
  });

  test('never reaches beyond the scale', () => {
    const { interval } = ratingMetric(tally(0, 0, 0, 0, 100), defaultPolicy, prior);
    assert.equal(interval?.[1], 5);
  });
});

function row(changes: Partial<RatingsRow>): RatingsRow {
  return { type: 'ratings', group: {}, excluded: null, scaleId: 'collateral-5@1', value: 4, ratings: 1, ...changes };
}

describe('the tally of ratings', () => {
  test('counts per point and leaves the excluded out by reason', () => {
    const rows = [
      row({ ratings: 2 }),
      row({ value: 5, ratings: 3 }),
      row({ excluded: 'service', value: 1 }),
      row({ excluded: 'own-use', ratings: 2 }),
      row({ excluded: 'own-use', value: 5 }),
    ];
    assert.deepEqual(tallyRatings(rows), {
      distribution: [0, 0, 0, 2, 3],
      n: 5,
      excluded: [
        { reason: 'own-use', count: 3 },
        { reason: 'service', count: 1 },
      ],
    });
  });

  test('never mixes scales', () => {
    assert.equal(tallyRatings([row({ scaleId: 'thumbs@1' }), row({ scaleId: null }), row({ value: 6 })]).n, 0);
  });
});
