// Ten thousand interleavings of everything that can happen to an event between its call and the server, over a fake browser
// profile: crashes, lost replies, a disk that fails or forgets, clock jumps, two people. A failure prints the smallest one.
import { checkInterleavings } from '../packages/sdk/dist/interleavings/interleavings.fixture.js';

const seeds = [1, 2, 3, 4, 5];
const runs = 2_400;

export const cases = seeds.map((seed) => ({
  name: `outbox and delivery: ${runs} interleavings, seed ${seed}`,
  async run() {
    const started = Date.now();
    await checkInterleavings(runs, seed);
    return `no event lost, kept twice or sent under another person in ${runs} interleavings; ${Date.now() - started} ms`;
  },
}));
