// node bench/chaos/run.mjs [--senders=ours,mixpanel --engines=chromium --times=3 --scenarios=SIGKILL]: runs scenarios, prints what
// arrived, and ends with 1 when something of ours did not, or was counted twice.
import { bundle, peers } from './bundle.mjs';
import { runScenario } from './rig.mjs';
import { scenarios } from './scenarios.mjs';

const given = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, '').split('=')));
const senders = given['senders']?.split(',') ?? ['ours', ...peers];
const engines = given['engines']?.split(',') ?? ['chromium'];
const times = Number(given['times'] ?? 1);
const bundles = await bundle(senders);
let isWhole = true;

for (const scenario of scenarios.filter(({ name }) => name.includes(given['scenarios'] ?? ''))) {
  for (const engine of engines) {
    if (scenario.needsChromium && engine !== 'chromium') continue;
    for (const sender of senders) {
      if (scenario.isOurs && sender !== 'ours') continue;
      for (let time = 0; time < times; time += 1) {
        const result = await runScenario(scenario, sender, engine, bundles);
        const isRight = result.delivered === scenario.expected && result.countedTwice === 0 && !result.failure;
        if (sender === 'ours') isWhole &&= isRight;
        console.log(JSON.stringify({ scenario: scenario.name, engine, sender, ...result }));
      }
    }
  }
}
process.exit(isWhole ? 0 : 1);
