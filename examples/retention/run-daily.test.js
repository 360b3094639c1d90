import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createMemoryStore } from '@collateral/server-adapter';
import { runDaily } from './run-daily.js';

const now = Date.parse('2026-05-04T10:00:00.000Z');
const monthMs = 30 * 86_400_000;

/** @import { Fact, RetentionReport } from '@collateral/server-adapter' */

test('the daily job deletes what has become too old, day by day, and stops when it is told to', async () => {
  mock.timers.enable({ apis: ['setInterval', 'Date'], now });
  const store = createMemoryStore();
  await store.append('main', [viewOf(1, now - 14 * monthMs), viewOf(2, now - 13 * monthMs), viewOf(3, now)]);
  /** @type {((report: RetentionReport) => void)[]} */
  const waiting = [];
  const next = () => new Promise((/** @type {(report: RetentionReport) => void} */ resolve) => waiting.push(resolve));
  const first = next();
  const stop = runDaily(
    { store },
    { onReport: (report) => waiting.shift()?.(report), onError: (error) => assert.fail(String(error)) },
  );
  assert.equal((await first).events, 1);
  const second = next();
  // A month has 30.4 days: the second one is still younger than 13 months, until the job ran a few more times.
  mock.timers.setTime(now + 9 * 86_400_000);
  mock.timers.tick(86_400_000);
  assert.equal((await second).events, 1);
  await stop();
  mock.timers.tick(86_400_000);
  assert.equal(waiting.length, 0);
  mock.timers.reset();
});

/**
 * @param {number} number
 * @param {number} time
 * @returns {Fact}
 */
function viewOf(number, time) {
  const at = new Date(time).toISOString();
  return {
    id: `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    actorId: 'ana',
    type: 'view',
    collateralId: 'deck-42',
    version: null,
    occurredAt: at,
    receivedAt: at,
    effectiveAt: at,
    day: at.slice(0, 10),
    slot: Math.floor(time / 1_800_000),
    team: null,
    excluded: null,
    context: null,
    detail: { viewId: `view-${number}`, activeMs: 5_000, visibleMs: 5_000, progress: 1 },
  };
}
