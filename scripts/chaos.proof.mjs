// What is left of events when browsers are killed, networks fail and servers misbehave: our client 20 times in each engine, the
// SDKs of others once (npm install --prefix bench/chaos first). `seen` is what the collector counted, as JSON.
import { existsSync } from 'node:fs';
import { bundle, peers } from '../bench/chaos/bundle.mjs';
import { runEightTabs } from '../bench/chaos/eight-tabs.mjs';
import { runScenario } from '../bench/chaos/rig.mjs';
import { scenarios } from '../bench/chaos/scenarios.mjs';
import { engineNames } from './engines.mjs';

const times = 20;
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
        const results = [];
        for (let time = 0; time < times; time += 1) {
          results.push(await runScenario(scenario, 'ours', engine, bundles, 60_000));
        }
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
const others = (hasPeers ? peers : []).flatMap((sender) =>
  scenarios
    .filter(({ isOurs }) => !isOurs)
    .map((scenario) => ({
      name: `${scenario.name} | chromium | ${sender}`,
      run: async () =>
        JSON.stringify([await runScenario(scenario, sender, 'chromium', await bundle([sender]), 20_000)]),
    })),
);

/** @type {readonly import('./proof.mjs').ProofCase[]} */
export const cases = [
  ...Array.from({ length: 3 }, (_, round) => ({
    name: `eight tabs, real handler and SQLite, round ${round + 1} of 3`,
    run: () => runEightTabs(),
  })),
  ...ours,
  ...others,
];
