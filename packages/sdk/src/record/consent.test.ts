import { expect } from 'chai';
import { isCollateralError, type Consent, type Dropped } from '../index.js';
import { createTestClient, nextSignal, type TestClient } from '../testing/index.js';

const item = { collateralId: 'deck-42' };
const never = (): Promise<Response> => new Promise(() => undefined);

describe('consent', () => {
  let world: TestClient;
  afterEach(() => world.client.close());

  it('that is denied removes what waits, says so, and nothing is recorded or sent from then on', async () => {
    const endpoint = `/${crypto.randomUUID()}`;
    world = createTestClient({ endpoint, onDisk: true });
    const { client, server } = world;
    await client.config();
    server.answer = () => Response.error();
    const { id } = await client.rate({ ...item, value: 4 });
    const dropped = nextSignal(client, 'dropped');
    await client.setConsent('denied');
    expect(await dropped).to.deep.equal({ reason: 'consent-denied', ids: [id] });
    expect(client.status()).to.deep.include({ pending: 0, dropped: { 'consent-denied': 1 } });
    expect((await client.rate({ ...item, value: 5 })).state).to.equal('none');
    server.answer = () => undefined;
    await client.flush();
    await client.close();
    world = createTestClient({ endpoint, server, onDisk: true });
    await world.client.flush();
    expect(server.events).to.deep.equal([]);
  });

  it('that is still unknown when the page closes gives up what was held, and says so', async () => {
    world = createTestClient({ consent: 'unknown' });
    const { client } = world;
    const { id } = await client.rate({ ...item, value: 4 });
    const dropped = nextSignal(client, 'dropped');
    await client.close();
    expect(await dropped).to.deep.equal({ reason: 'page-closed', ids: [id] });
  });

  it('that is denied ends the request in flight', async () => {
    world = createTestClient();
    const { client, server } = world;
    await client.config();
    const begun = new Promise<void>((resolve) => {
      server.answer = () => {
        resolve();
        return never();
      };
    });
    await client.rate({ ...item, value: 4 });
    await begun;
    await client.setConsent('denied');
    await client.flush();
    expect(client.status().pending).to.equal(0);
  });

  it('that is denied from the start removes what an earlier page left under the same person', async () => {
    const endpoint = `/${crypto.randomUUID()}`;
    const before = createTestClient({ endpoint, onDisk: true });
    await before.client.config();
    before.server.answer = () => Response.error();
    const { id } = await before.client.rate({ ...item, value: 4 });
    await before.client.close();
    world = createTestClient({ endpoint, onDisk: true, consent: 'denied' });
    const dropped = await nextSignal(world.client, 'dropped');
    expect(dropped).to.deep.equal({ reason: 'consent-denied', ids: [id] });
  });

  it('that is unknown keeps what was written in memory and sends it once it is granted; views count from then on', async () => {
    const endpoint = `/${crypto.randomUUID()}`;
    world = createTestClient({ endpoint, onDisk: true, consent: 'unknown' });
    const { client, server } = world;
    const { id, state } = await client.rate({ ...item, value: 4 });
    expect(state).to.equal('memory');
    expect((await client.track({ type: 'usage', action: 'share', ...item })).state).to.equal('none');
    await client.flush();
    expect(server.events).to.deep.equal([]);
    expect(await client.pendingRating(item)).to.equal(null);
    const delivered = nextSignal(client, 'delivered');
    await client.setConsent('granted');
    expect((await delivered).ids).to.deep.equal([id]);
  });

  it('that is unknown and then denied leaves nothing', async () => {
    world = createTestClient({ consent: 'unknown' });
    const { client, server } = world;
    const dropped: Dropped[] = [];
    client.addEventListener('dropped', ({ detail }) => dropped.push(detail));
    const { id } = await client.rate({ ...item, value: 4 });
    await client.setConsent('denied');
    await client.setConsent('granted');
    await client.flush();
    expect(dropped).to.deep.equal([{ reason: 'consent-denied', ids: [id] }]);
    expect(server.events).to.deep.equal([]);
  });

  it('is one of three words', async () => {
    world = createTestClient();
    const error = await world.client.setConsent('yes' as Consent).catch((reason: unknown) => reason);
    expect(isCollateralError(error) && error.code).to.equal('invalid-option');
  });

  it('by Global Privacy Control means no views, unless the host decides otherwise; ratings are taken', async () => {
    for (const respectGlobalPrivacyControl of [true, false]) {
      world = createTestClient({ respectGlobalPrivacyControl });
      const { client, server, platform } = world;
      platform.wantsPrivacy = () => true;
      const view = client.view(item);
      platform.advance(5_000);
      view.end();
      await client.rate({ ...item, value: 4 });
      await client.flush();
      const types = server.events.map(({ type }) => type);
      expect(types).to.have.members(respectGlobalPrivacyControl ? ['rating'] : ['view', 'rating']);
      await client.close();
    }
  });
});
