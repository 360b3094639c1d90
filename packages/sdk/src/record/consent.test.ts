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

  it('that is denied while nobody can say who it is lets nothing of earlier pages leave once somebody can', async () => {
    const endpoint = `/${crypto.randomUUID()}`;
    const before = createTestClient({ endpoint, onDisk: true });
    await before.client.config();
    before.server.answer = () => Response.error();
    await before.client.rate({ ...item, value: 4 });
    await before.client.close();
    world = createTestClient({ endpoint, onDisk: true, consent: 'denied' });
    const { client, server, platform } = world;
    server.answer = () => Response.error();
    await client.flush();
    server.answer = () => undefined;
    const dropped = nextSignal(client, 'dropped');
    platform.change('back');
    expect((await dropped).reason).to.equal('consent-denied');
    await client.setConsent('granted');
    await client.flush();
    expect(server.events).to.deep.equal([]);
  });

  it('that is denied at any moment of sending begins no request after it', async () => {
    for (let turns = 0; turns < 120; turns += 3) {
      world = createTestClient({ endpoint: `/${crypto.randomUUID()}`, onDisk: turns % 2 === 0 });
      const { client, server } = world;
      await client.config();
      let isDenied = false;
      const late: string[] = [];
      server.answer = ({ path }) => {
        if (isDenied && path.endsWith('/events')) late.push(path);
        return undefined;
      };
      void client.rate({ ...item, value: 4 });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      isDenied = true;
      await client.setConsent('denied');
      await client.flush();
      expect(late, `after ${turns} turns`).to.deep.equal([]);
      await client.close();
    }
  });

  it('that is denied takes drafts away in the same task, also while their keeper is not there', async () => {
    world = createTestClient();
    const { client, server, platform } = world;
    const { actorTag } = await client.config();
    const kept: string[] = [];
    platform.forgetText = (name) => void kept.push(name);
    void client.setConsent('denied');
    expect(kept).to.deep.equal([`collateral drafts ${new URL('/collateral', location.href).href} ${actorTag}`]);
    expect(server.events).to.deep.equal([]);
  });

  it('that is denied before anybody knows who it is takes their drafts away as soon as it is known, and shows none', async () => {
    const before = createTestClient();
    const { platform } = before;
    await before.client.config();
    before.client.drafts.keep('reply 1', 'Between us');
    expect(await before.client.drafts.read('reply 1')).to.equal('Between us');
    await before.client.close();
    world = createTestClient({ platform, consent: 'denied' });
    const { client, server } = world;
    server.answer = () => Response.error();
    await client.flush();
    expect(await client.drafts.read('reply 1')).to.equal('');
    server.answer = () => undefined;
    platform.change('back');
    await client.flush();
    expect(await client.drafts.read('reply 1')).to.equal('');
    await client.setConsent('granted');
    expect(await client.drafts.read('reply 1')).to.equal('');
  });

  it('that was denied lets the rows of the next person wait until they are asked', async () => {
    const endpoint = `/${crypto.randomUUID()}`;
    const theirs = createTestClient({ endpoint, onDisk: true });
    theirs.server.actorTag = 'next-person';
    await theirs.client.config();
    theirs.server.answer = () => Response.error();
    const { id } = await theirs.client.rate({ ...item, value: 4 });
    await theirs.client.close();
    world = createTestClient({ endpoint, onDisk: true, consent: 'denied' });
    const { client, server } = world;
    await client.config();
    server.actorTag = 'next-person';
    await client.setActor('next');
    await client.flush();
    expect(server.events).to.deep.equal([]);
    const delivered = nextSignal(client, 'delivered');
    await client.setConsent('granted');
    expect((await delivered).ids).to.deep.equal([id]);
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
