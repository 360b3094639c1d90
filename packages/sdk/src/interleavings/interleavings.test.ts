import { checkInterleavings } from './interleavings.fixture.js';

describe('an event, whatever happens in between', () => {
  it('is stored once, under the person it was recorded by, or told as given up', async function () {
    this.timeout(60_000);
    await checkInterleavings(100, 20_260_105);
  });
});
