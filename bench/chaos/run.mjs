// npm run bench:chaos [-- --senders=ours,mixpanel --engines=chromium --times=3 --scenarios=kill]: runs scenarios and prints what arrived.
import { bundle, peers } from './bundle.mjs';
import { runScenario } from './rig.mjs';
import { scenarios } from './scenarios.mjs';

const given = Object.fromEntries(process.argv.slice(2).map((word) => word.replace(/^--/, '').split('=')));
const senders = given['senders']?.split(',') ?? ['ours', ...peers];
const engines = given['engines']?.split(',') ?? ['chromium'];
const times = Number(given['times'] ?? 1);
const bundles = await bundle(senders);

for (const scenario of scenarios.filter(({ name }) => name.includes(given['scenarios'] ?? ''))) {
  for (const engine of engines) {
    if (scenario.needsChromium && engine !== 'chromium') continue;
    for (const sender of senders) {
      if (scenario.isOurs && sender !== 'ours') continue;
      for (let time = 0; time < times; time += 1) {
        const result = await runScenario(scenario, sender, engine, bundles, sender === 'ours' ? 60_000 : 20_000);
        console.log(JSON.stringify({ scenario: scenario.name, engine, sender, ...result }));
      }
    }
  }
}
