// Hostile bodies, 50 000 of them in runs of 5 000 with seeds of their own: never a 500, never a crash, memory bounded.
import fc from 'fast-check';
import { createMemoryStore } from '@collateral/server-adapter';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { World } from '../packages/server-adapter/dist/handler.fixture.js';
import { hostileRequests } from '../packages/server-adapter/dist/routes/hostile-bodies.fixture.js';
import { sendHostile } from '../packages/server-adapter/dist/routes/send-hostile.fixture.js';

const runs = 5_000;
const maxGrowthMegabytes = 150;

/** @type {readonly import('./proof.mjs').ProofCase[]} */
export const cases = Array.from({ length: 10 }, (_, index) => {
  const isSqlite = index % 2 === 1;
  return {
    name: `${runs} hostile bodies with seed ${index + 1} on the ${isSqlite ? 'SQLite' : 'memory'} store`,
    run: async () => {
      /** @type {Record<number, number>} */
      const statuses = {};
      let slowest = 0;
      const before = process.memoryUsage().rss;
      const store = isSqlite ? createSqliteStore({ path: ':memory:' }) : createMemoryStore();
      const world = new World(store, { rateLimit: false });
      await fc.assert(
        fc.asyncProperty(hostileRequests, async (request) => {
          const start = performance.now();
          const status = await sendHostile(world, request);
          slowest = Math.max(slowest, performance.now() - start);
          statuses[status] = (statuses[status] ?? 0) + 1;
        }),
        { numRuns: runs, seed: index + 1 },
      );
      await store.close();
      const growth = Math.round((process.memoryUsage().rss - before) / 1e6);
      // The first run warms everything up; what counts is that later ones don't add to it.
      if (index > 1 && growth > maxGrowthMegabytes) throw new Error(`The process grew by ${growth} MB.`);
      return `statuses ${JSON.stringify(statuses)}, slowest ${slowest.toFixed(0)} ms, memory ${growth} MB`;
    },
  };
});
