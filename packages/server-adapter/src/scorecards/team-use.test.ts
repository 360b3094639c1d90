import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, quarter } from './cases.fixture.js';
import { groupedEstimate } from './share-estimate.js';
import { requiredUse } from './team-use.js';

describe('the measures of those who use collateral', () => {
  test('T3 counts people who used what is required of them, of items out for 14 days', () => {
    const required = { collateralId: 'module', publishedAt: at('01-01'), retiredAt: null, people: 4 };
    const result = requiredUse(
      [
        {
          ...required,
          began: [
            { day: '2026-05-01', people: 1 },
            { day: '2026-07-02', people: 2 },
          ],
        },
        { ...required, publishedAt: null, began: [{ day: '2026-02-01', people: 5 }] },
        { ...required, publishedAt: at('06-20'), began: [] },
        { ...required, retiredAt: at('05-01'), began: [] },
        { ...required, people: 0, began: [] },
      ],
      quarter,
      '2026-07-01',
    );
    assert.deepEqual(
      result.groups.map(({ numerator, denominator }) => [numerator, denominator]),
      [
        [1, 4],
        [4, 4],
      ],
    );
    assert.deepEqual(result.excluded, [{ reason: 'new', count: 1 }]);
  });

  test('are no more certain than the number of people allows', () => {
    const alike = Array.from({ length: 10 }, (_, index) => ({ numerator: index < 3 ? 20 : 0, denominator: 20 }));
    const [low, high] = groupedEstimate(alike, quarter.window).metric.interval ?? [0, 0];
    assert.ok(high - low > 0.4, `${low} to ${high}`);
    assert.equal(groupedEstimate([], quarter.window).metric.state, 'none');
  });
});
