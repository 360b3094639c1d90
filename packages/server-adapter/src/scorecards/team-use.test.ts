import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, quarter } from './cases.fixture.js';
import { groupedEstimate } from './share-estimate.js';
import { constructiveRatings, participation, requiredUse } from './team-use.js';

const sums = ({ groups }: { readonly groups: readonly { numerator: number; denominator: number }[] }): unknown =>
  groups.map(({ numerator, denominator }) => [numerator, denominator]);

describe('the measures of those who use collateral', () => {
  test('T1 counts what people rated within 30 days of really using it, once the 30 days are over', () => {
    const use = (
      actorId: string,
      day: string,
      ...ratedAt: readonly string[]
    ): Parameters<typeof participation>[0][0] => ({
      actorId,
      collateralId: day,
      engagedAt: at(day),
      ratedAt,
    });
    const pairs = [
      use('ann', '05-01', at('05-31')),
      use('ann', '05-02', at('06-02')),
      use('bob', '05-01', at('04-01')),
      use('bob', '06-05', at('06-05')),
      use('cid', '02-01', at('06-05')),
    ];
    assert.deepEqual(sums(participation(pairs, quarter)), [
      [1, 2],
      [1, 1],
    ]);
  });

  test('T2 counts low ratings that say why', () => {
    const low = (actorId: string, day: string, saysWhy: boolean): Parameters<typeof constructiveRatings>[0][0] => ({
      actorId,
      ratedAt: at(day),
      saysWhy,
    });
    const ratings = [low('ann', '05-01', true), low('ann', '05-02', false), low('bob', '07-01', true)];
    assert.deepEqual(sums(constructiveRatings(ratings, quarter)), [[1, 2]]);
  });

  test('T3 counts people who used what is required of them, of items out for 14 days', () => {
    const required = { collateralId: 'module', publishedAt: at('01-01'), retiredAt: null, people: 4 };
    const result = requiredUse(
      [
        { ...required, engagedAt: [at('05-01'), at('07-02')] },
        { ...required, publishedAt: null, engagedAt: ['1', '2', '3', '4', '5'].map(() => at('02-01')) },
        { ...required, publishedAt: at('06-20'), engagedAt: [] },
        { ...required, retiredAt: at('05-01'), engagedAt: [] },
        { ...required, people: 0, engagedAt: [] },
      ],
      quarter,
    );
    assert.deepEqual(sums(result), [
      [1, 4],
      [4, 4],
    ]);
    assert.deepEqual(result.excluded, [{ reason: 'new', count: 1 }]);
  });

  test('are no more certain than the number of people allows', () => {
    const alike = Array.from({ length: 10 }, (_, index) => ({ numerator: index < 3 ? 20 : 0, denominator: 20 }));
    const [low, high] = groupedEstimate(alike, quarter.window).metric.interval ?? [0, 0];
    assert.ok(high - low > 0.4, `${low} to ${high}`);
    assert.equal(groupedEstimate([], quarter.window).metric.state, 'none');
  });
});
