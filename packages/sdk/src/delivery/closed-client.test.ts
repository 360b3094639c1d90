import { expect } from 'chai';
import { createTestClient, nextSignal } from '../testing/index.js';

const item = { collateralId: 'deck-42' };

describe('a client that is closed', () => {
  it('leaves nothing behind: no request, no timer, no listener', async () => {
    const { client, platform, server } = createTestClient();
    await client.config();
    await client.track({ type: 'usage', action: 'share', ...item });
    const sending = new Promise<void>((resolve) => {
      server.answer = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    await client.rate({ ...item, value: 4 });
    await sending;
    await client.close();
    expect(platform.leftOvers()).to.equal(0);
    const asked = server.requests.length;
    platform.advance(600_000);
    expect(server.requests).to.have.length(asked);
  });

  it('leaves no timer behind that an earlier one took the place of', async () => {
    const { client, platform, server } = createTestClient();
    await client.config();
    await client.track({ type: 'usage', action: 'share', ...item });
    server.answer = () => Response.error();
    const stalled = nextSignal(client, 'stalled');
    await client.rate({ ...item, value: 4 });
    await stalled;
    await client.close();
    expect(platform.leftOvers()).to.equal(0);
  });
});
