import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { World } from '../handler.fixture.js';
import { createSqliteStore } from '../sql/sqlite.js';
import { createMemoryStore } from '../store/memory-store.js';
import { hostileRequests } from './hostile-bodies.fixture.js';
import { sendHostile } from './send-hostile.fixture.js';

// 50 000 more run under `npm run proof fuzz`.
describe('hostile bodies', () => {
  for (const [name, createStore, runs, seed] of [
    ['the memory store', createMemoryStore, 1_500, 20_260_504],
    ['the SQLite store', () => createSqliteStore({ path: ':memory:' }), 500, 20_260_505],
  ] as const) {
    test(`get a documented answer and do no harm, on ${name}, ${runs} of them`, async () => {
      const statuses = new Map<number, number>();
      const world = new World(createStore(), { rateLimit: false });
      const property = fc.asyncProperty(hostileRequests, async (request) => {
        const status = await sendHostile(world, request);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      });
      await fc.assert(property, { numRuns: runs, seed });
      // A fuzzer that only ever knocks at a closed door proves nothing.
      for (const status of [200, 400, 413, 415]) assert.ok((statuses.get(status) ?? 0) > 0, `no ${status} seen`);
      assert.ok((await world.facts()).length > 100, 'good events got through');
    });
  }
});
