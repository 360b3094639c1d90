import { expect } from 'chai';
import { createClient } from './core.js';
import { createLoopback } from './testing/index.js';

const item = { collateralId: 'deck-42' };

describe('a client with a sender of the host', () => {
  it('sends everything with it, also while the page closes', async () => {
    const server = createLoopback();
    const sent: string[] = [];
    const client = createClient({
      endpoint: `/${crypto.randomUUID()}`,
      send(url, init) {
        sent.push(
          `${init.method ?? 'GET'} ${new URL(url).pathname.replace(/^\/[^/]+/, '')} ${init.keepalive ?? false}`,
        );
        return server.fetch(url, init);
      },
    });
    await client.config();
    await client.rate({ ...item, value: 4 });
    await client.flush();
    await client.track({ type: 'usage', action: 'share', ...item });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(sent.at(-1)).to.equal('POST /v1/events true');
    await client.flush();
    expect(server.events.map(({ type }) => type)).to.deep.equal(['rating', 'usage']);
    await client.close();
  });

  it('gives the token to the sender, and asks for another one after a 401', async () => {
    const server = createLoopback();
    const tokens = ['old', 'new', 'new', 'new'];
    server.answer = ({ headers }) =>
      headers.get('authorization') === 'Bearer old' ? new Response('', { status: 401 }) : undefined;
    const client = createClient({
      endpoint: `/${crypto.randomUUID()}`,
      token: () => tokens.shift() ?? 'new',
      send: server.fetch,
    });
    await client.rate({ ...item, value: 4 });
    await client.flush();
    expect(server.events).to.have.length(1);
    await client.close();
  });

  it('refuses to be created without one', () => {
    expect(() => createClient({ endpoint: '/collateral' } as never))
      .to.throw()
      .with.property('code', 'invalid-option');
  });
});
