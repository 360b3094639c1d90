// The smallest host: a person behind a reverse proxy sends a rating and reads it back.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { createHostServer } from '../../examples/host-server/server.js';

describe('examples/host-server', () => {
  it('takes a rating from a signed-in person and answers with it', async () => {
    const server = createHostServer({ file: ':memory:', publicOrigin: 'http://localhost' }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const send = (
      /** @type {string} */ path,
      /** @type {object} */ body,
      /** @type {Record<string, string>} */ headers = {},
    ) =>
      fetch(`http://127.0.0.1:${port}/collateral/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const amara = { 'x-forwarded-user': 'amara', 'x-forwarded-team': 'sales-emea' };
    const event = {
      type: 'rating',
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      occurredAt: new Date().toISOString(),
      collateralId: 'deck-42',
      value: 4,
      scaleId: 'collateral-5@1',
    };
    const batch = { protocol: 1, batchId: 'one', sentAt: new Date().toISOString(), events: [event] };

    assert.equal((await send('events', batch)).status, 401);
    const receipt = await (await send('events', batch, amara)).json();
    assert.deepEqual(receipt, { batchId: 'one', accepted: 1, duplicates: 0, rejected: [] });
    const reply = /** @type {any} */ (
      await (await send('ratings/query', { items: [{ collateralId: 'deck-42' }] }, amara)).json()
    );
    assert.equal(reply.ratings[0].mine.value, 4);

    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
});
