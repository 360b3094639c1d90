// Every count a store keeps, compared with a fold of the facts it was given: random histories in any order, parts of them again,
// with erasures and prunes in between. 100 000 in memory, 2 000 on SQLite, 300 on PostgreSQL, each a tenant of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  expectFoldOf,
  randomBatches,
  randomHistory,
} from '../packages/server-adapter/dist/conformance/aggregate-history.js';
import { CountedFacts } from '../packages/server-adapter/dist/conformance/counted-facts.js';
import { sampleTime } from '../packages/server-adapter/dist/conformance/sample-fact.js';
import { SeededRandom } from '../packages/server-adapter/dist/conformance/seeded-random.js';
import { startPostgres } from '../packages/server-adapter/dist/sql/postgres-server.fixture.js';
import { createPostgresStore } from '../packages/server-adapter/dist/sql/postgres.js';
import { createSqliteStore } from '../packages/server-adapter/dist/sql/sqlite.js';
import { createMemoryStore } from '../packages/server-adapter/dist/store/memory-store.js';

/** @typedef {import('../packages/server-adapter/dist/store/store.js').Store} Store */

const parts = 10;

export const cases = [
  ...proofsOf('memory', 100_000, async (check) => check(createMemoryStore)),
  ...proofsOf('SQLite', 2_000, async (check) => {
    const folder = await mkdtemp(join(tmpdir(), 'collateral-aggregates-'));
    const store = createSqliteStore({ path: join(folder, 'store.sqlite') });
    await check(() => store);
    await store.close();
    await rm(folder, { recursive: true });
  }),
  ...proofsOf('PostgreSQL', 300, async (check) => {
    const server = await startPostgres();
    const store = createPostgresStore({ connectionString: server.connectionString });
    await check(() => store);
    await store.close();
    await server.stop();
  }),
];

/**
 * @param {string} name
 * @param {number} count
 * @param {(check: (storeFor: () => Store) => Promise<void>) => Promise<void>} withStore
 * @returns {import('./proof.mjs').ProofCase[]}
 */
function proofsOf(name, count, withStore) {
  const size = count / parts;
  return Array.from({ length: parts }, (_, part) => ({
    name: `${name}: ${size} histories from seed ${part * size + 1}`,
    async run() {
      const started = Date.now();
      let facts = 0;
      await withStore(async (storeFor) => {
        for (let seed = part * size + 1; seed <= (part + 1) * size; seed += 1) facts += await compare(storeFor(), seed);
      });
      return `every count equals a fold, ${facts} facts; ${Date.now() - started} ms`;
    },
  }));
}

/**
 * @param {Store} store
 * @param {number} seed
 */
async function compare(store, seed) {
  const random = new SeededRandom(seed);
  const tenant = `tenant-${seed}`;
  const facts = randomHistory(random, 8 + random.below(53), 1 + random.below(5));
  const batches = randomBatches(random, facts);
  // Half of the histories lose people and old facts on the way, and their counts outlive them; the others are compared with what
  // was sent, not with the log.
  const counted = new CountedFacts(store, tenant);
  const isChanged = random.below(2) === 0;
  try {
    for (const batch of batches) {
      await store.append(tenant, batch);
      const roll = isChanged ? random.below(12) : 99;
      if (roll === 0) await counted.prune(sampleTime(random.below(3_000)));
      if (roll === 1) await counted.reassign(random.pick(['ana', 'ben']), random.pick(['gone', 'cem']));
    }
    if (isChanged) await counted.expectFold();
    else await expectFoldOf(store, facts, tenant);
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return facts.length;
}
