import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeMonths, pauseMonths, toldSteps } from './closed-months.js';
import type { Release } from './releases.js';

const may: Release = {
  table: { '2026-05': [6, 0, 0, 0, 0] },
  revision: 1,
  history: { releasedIn: '2026-05', closed: {} },
};

function told(release: Release): readonly (readonly [string, number | undefined])[] {
  return toldSteps(release, 5).map(({ from, distribution }) => [from, distribution?.[0]]);
}

test('what was told of a month stays when so many take their ratings back that later months tell nothing', () => {
  const paused = { ...may, history: pauseMonths(may, true, '2026-07', 5) };
  assert.deepEqual(told(paused), [
    ['2026-05', 6],
    ['2026-06', 6],
    ['2026-07', undefined],
  ]);
  const again = { ...paused, history: pauseMonths(paused, false, '2026-09', 5) };
  assert.deepEqual(told(again), [
    ['2026-05', 6],
    ['2026-06', 6],
    ['2026-07', undefined],
    ['2026-08', undefined],
    ['2026-09', 6],
  ]);
});

test('a release after that begins with what is there then', () => {
  const paused = { ...may, history: pauseMonths(may, true, '2026-07', 5) };
  const table = { '2026-05': [2, 0, 0, 0, 0], '2026-08': [0, 0, 0, 0, 7] };
  const closed = closeMonths(paused, table, '2026-10', 5);
  assert.deepEqual(
    Object.entries(closed).map(([month, one]) => [month, one?.join(' ')]),
    [
      ['2026-05', '6 0 0 0 0'],
      ['2026-06', '6 0 0 0 0'],
      ['2026-07', undefined],
      ['2026-08', '2 0 0 0 7'],
      ['2026-09', '2 0 0 0 7'],
    ],
  );
});
