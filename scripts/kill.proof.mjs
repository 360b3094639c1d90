// Kills a process in the middle of taking events, 50 times on one SQLite file with synchronous=FULL, and checks the file each time.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runKillRound } from '../packages/server-adapter/dist/sql/kill-round.fixture.js';

const path = join(await mkdtemp(join(tmpdir(), 'collateral-kill-')), 'killed.sqlite');
/** @type {Set<string>} */
const known = new Set();

/** @type {readonly import('./proof.mjs').ProofCase[]} */
export const cases = Array.from({ length: 50 }, (_, round) => ({
  name: `SQLite, kill ${round + 1} of 50`,
  run: async () => {
    const { acknowledged, stored } = await runKillRound(path, round, known);
    return `${acknowledged} events acknowledged before the kill, ${known.size} in all; ${stored} in the file, none twice, none lost; counts equal a fresh fold`;
  },
}));
