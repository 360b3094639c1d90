// One repetition of the chaos rig with our client in Chromium: what is counted comes from the bodies that the collector or the real
// handler got. npm run proof chaos repeats it, in three engines and with the SDKs of others.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { bundle } from '../../bench/chaos/bundle.mjs';
import { runScenario } from '../../bench/chaos/rig.mjs';
import { scenarios } from '../../bench/chaos/scenarios.mjs';
import { chosenEngines } from '../../scripts/engines.mjs';

const run = promisify(execFile);
const skip = !chosenEngines(process.env['BROWSERS']).includes('chromium');
const timeout = 120_000;

// Scenarios mostly wait, each in a browser of its own.
describe('everything arrives once after', { skip, timeout, concurrency: 4 }, () => {
  /** @type {Map<string, string>} */
  let bundles;
  before(async () => {
    bundles = await bundle(['ours']);
  });

  for (const scenario of scenarios) {
    it(scenario.name, async () => {
      // With chance as it is, one run in a hundred waits for more than a minute after the 503s.
      const result = await runScenario(scenario, 'ours', 'chromium', bundles, { chance: 0.5 });
      const { delivered, countedTwice, failure = '' } = result;
      const expected = { delivered: scenario.expected, countedTwice: 0, failure: '' };
      assert.deepEqual({ delivered, countedTwice, failure }, expected, JSON.stringify(result));
    });
  }
});

describe('eight tabs of a thousand events, with the real handler and SQLite', { skip, timeout }, () => {
  // In a process of its own: the driver of the browser leaves promises to pages that were killed.
  const rig = new URL('../../bench/chaos/eight-tabs.mjs', import.meta.url).pathname;

  it('lose nothing that was acknowledged, and store nothing twice, while tabs and the browser are killed', async () => {
    await run('node', [rig]);
  });

  it('send nothing twice while nothing crashes', async () => {
    await run('node', [rig, '--calm']);
  });
});
