// Kills processes in the middle of taking events and checks the store each time: one process at a time 50 times on one SQLite file with
// synchronous=FULL, and two at a time 50 times on one PostgreSQL schema.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runKillRound } from '../packages/server-adapter/dist/sql/kill-round.fixture.js';
import { startPostgres } from '../packages/server-adapter/dist/sql/postgres-server.fixture.js';

const path = join(await mkdtemp(join(tmpdir(), 'collateral-kill-')), 'killed.sqlite');
const postgresRounds = 50;
/** @type {Awaited<ReturnType<typeof startPostgres>> | undefined} */
let server;

/** @type {readonly import('./proof.mjs').ProofCase[]} */
export const cases = [
  ...casesOf('SQLite', 50, 1, async () => path),
  ...casesOf('PostgreSQL', postgresRounds, 2, place),
];

/** Gives the address of a server that is started for the first round and stopped behind the last. */
async function place() {
  server ??= await startPostgres();
  return server.connectionString;
}

/**
 * @param {string} name
 * @param {number} rounds
 * @param {number} processes - killed together.
 * @param {() => Promise<string>} placeOf
 * @returns {import('./proof.mjs').ProofCase[]}
 */
function casesOf(name, rounds, processes, placeOf) {
  /** @type {Set<string>} */
  const known = new Set();
  return Array.from({ length: rounds }, (_, round) => ({
    name: `${name}, kill ${round + 1} of ${rounds}`,
    run: async () => {
      try {
        const { acknowledged, stored } = await runKillRound(await placeOf(), round, known, processes);
        return `${acknowledged} events acknowledged before the kill, ${known.size} in all; ${stored} in the store, none twice, none lost; counts equal a fresh fold`;
      } finally {
        if (name === 'PostgreSQL' && round === rounds - 1) await server?.stop();
      }
    },
  }));
}
