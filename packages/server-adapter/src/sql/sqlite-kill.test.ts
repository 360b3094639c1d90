import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { runKillRound } from './kill-round.fixture.js';

// Fifty rounds: npm run proof kill.
describe('a SQLite file whose process was killed while it took events', () => {
  const folder = mkdtempSync(join(tmpdir(), 'collateral-kill-'));
  after(() => rmSync(folder, { recursive: true }));
  const known = new Set<string>();
  for (const round of [0, 1, 2]) {
    test(`has every acknowledged event once, and counts like a fresh fold (round ${round + 1})`, async () => {
      await runKillRound(join(folder, 'killed.sqlite'), round, known);
    });
  }
});
