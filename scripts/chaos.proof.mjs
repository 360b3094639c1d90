// What is left of events when browsers are killed, networks fail and servers misbehave: our client 20 times in each engine, the
// SDKs of others once (npm install --prefix bench/chaos first). `seen` is what the collector counted, as JSON.
import { existsSync } from 'node:fs';
import { bundle, peers } from '../bench/chaos/bundle.mjs';
import { runEightTabs } from '../bench/chaos/eight-tabs.mjs';
import { runScenario } from '../bench/chaos/rig.mjs';
import { scenarios } from '../bench/chaos/scenarios.mjs';
import { engineNames } from './engines.mjs';

const times = 20;
// Each in a browser of its own; they mostly wait.
const together = 4;
const hasPeers = existsSync('bench/chaos/node_modules');
if (!hasPeers) console.log('The SDKs of others are left out. Run: npm install --prefix bench/chaos');

/** @type {import('./proof.mjs').ProofCase[]} */
const ours = scenarios.flatMap((scenario) =>
  engineNames
    .filter((engine) => engine === 'chromium' || !scenario.needsChromium)
    .map((engine) => ({
      name: `${scenario.name} | ${engine} | ours`,
      async run() {
        const bundles = await bundle(['ours']);
        const results = await inTurns(
          Array.from({ length: times }, () => scenario),
          (one) => runScenario(one, 'ours', engine, bundles),
        );
        const seen = JSON.stringify(results);
        const isWhole = results.every(
          ({ delivered, countedTwice, failure }) => delivered === scenario.expected && countedTwice === 0 && !failure,
        );
        if (!isWhole) throw new Error(seen);
        return seen;
      },
    })),
);

/** @type {import('./proof.mjs').ProofCase[]} */
const others = (hasPeers ? peers : []).flatMap((sender) => {
  const shared = scenarios.filter(({ isOurs }) => !isOurs);
  /** @type {Promise<object[]> | undefined} */
  let results;
  return shared.map((scenario, index) => ({
    name: `${scenario.name} | chromium | ${sender}`,
    async run() {
      const bundles = await bundle([sender]);
      results ??= inTurns(shared, (one) => runScenario(one, sender, 'chromium', bundles));
      return JSON.stringify([(await results)[index]]);
    },
  }));
});

/** @type {readonly import('./proof.mjs').ProofCase[]} */
export const cases = [
  ...Array.from({ length: 3 }, (_, round) => ({
    name: `eight tabs, real handler and SQLite, round ${round + 1} of 3`,
    run: () => runEightTabs(),
  })),
  { name: 'eight tabs on a calm day, nothing sent twice', run: () => runEightTabs({ isCalm: true }) },
  { name: 'eight tabs, the person switches', run: () => runEightTabs({ isCalm: true, isSwitching: true }) },
  ...ours,
  ...others,
];

/**
 * Runs so many at a time and returns what came of each, in their order.
 *
 * @template Value, Result
 * @param {readonly Value[]} values
 * @param {(value: Value) => Promise<Result>} run
 * @returns {Promise<Result[]>}
 */
async function inTurns(values, run) {
  const queue = [...values.entries()];
  /** @type {Result[]} */
  const results = [];
  async function work() {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await run(next[1]);
  }
  await Promise.all(Array.from({ length: together }, work));
  return results;
}
