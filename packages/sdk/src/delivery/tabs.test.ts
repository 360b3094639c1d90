import { expect } from 'chai';
import { createOutbox } from '../outbox/create-outbox.js';
import { roomy } from '../outbox/rows.fixture.js';
import { createLoopback, createManualPlatform, createTestClient, nextSignal, problem } from '../testing/index.js';
import { createTurn } from './turn.js';

const item = { collateralId: 'deck-42' };

describe('tabs on one database', () => {
  it('send each event once', async () => {
    const shared = {
      endpoint: `/${crypto.randomUUID()}`,
      server: createLoopback(),
      platform: createManualPlatform(),
      onDisk: true,
    };
    const tabs = Array.from({ length: 4 }, () => createTestClient({ ...shared, maxBatch: 10 }).client);
    await Promise.all(tabs.map((tab) => tab.config()));
    await Promise.all(
      tabs.flatMap((tab) => Array.from({ length: 25 }, () => tab.track({ type: 'usage', action: 'share', ...item }))),
    );
    // Whoever does not get the lease comes back after the flush interval.
    for (let round = 0; round < 4; round += 1) {
      shared.platform.advance(5_000);
      await Promise.all(tabs.map((tab) => tab.flush()));
    }
    const sent = shared.server.batches().flatMap(({ events }) => events.map(({ id }) => id));
    expect(sent).to.have.length(100);
    expect(new Set(sent).size).to.equal(100);
    expect(tabs.reduce((sum, tab) => sum + tab.status().delivered, 0)).to.equal(100);
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it('wait on one back-off clock, which survives a reload', async () => {
    const shared = {
      endpoint: `/${crypto.randomUUID()}`,
      server: createLoopback(),
      platform: createManualPlatform(),
      onDisk: true,
    };
    shared.server.answer = ({ path }) => (path === '/v1/events' ? Response.error() : undefined);
    const first = createTestClient(shared).client;
    const stalled = nextSignal(first, 'stalled');
    await first.rate({ ...item, value: 4 });
    await stalled;
    await first.close();
    const asked = shared.server.requests.length;
    const second = createTestClient(shared).client;
    await second.config();
    await second.rate({ ...item, value: 5 });
    await second.close();
    expect(shared.server.requests.slice(asked).map(({ path }) => path)).to.deep.equal(['/v1/config']);
  });

  it('ask nothing at all before the time the server named, also when they are new', async () => {
    const shared = {
      endpoint: `/${crypto.randomUUID()}`,
      server: createLoopback(),
      platform: createManualPlatform(),
      onDisk: true,
    };
    shared.server.answer = () => problem(503, 'store-unavailable', { 'retry-after': '60' });
    const first = createTestClient({ ...shared, actor: 'ann' }).client;
    const stalled = nextSignal(first, 'stalled');
    await first.rate({ ...item, value: 4 });
    await stalled;
    await first.close();
    shared.server.answer = () => undefined;
    const asked = shared.server.requests.length;
    const second = createTestClient({ ...shared, actor: 'ann' }).client;
    await second.flush();
    await second.track({ type: 'usage', action: 'share', ...item });
    shared.platform.advance(59_999);
    await second.flush();
    expect(shared.server.requests).to.have.length(asked);
    const drained = nextSignal(second, 'drained');
    shared.platform.advance(1);
    await drained;
    await second.close();
  });

  it('take over the turn of a tab that died at once where the browser has locks', async () => {
    const platform = createManualPlatform();
    platform.hasLocks = true;
    const outbox = createOutbox(crypto.randomUUID(), platform, roomy);
    const turns = ['dead', 'alive'].map((holder) => createTurn(outbox, platform, '/collateral', holder));
    expect(await turns[0]!.take(false)).to.equal(0);
    expect(await turns[1]!.take(true)).to.be.above(platform.now());
    platform.endHolder('collateral:/collateral');
    expect(await turns[1]!.take(false)).to.equal(0);
    expect(await turns[0]!.keep(0, true)).to.equal(false);
    await outbox.close();
  });

  it('do not wait for years because the clock was wrong when the server asked to wait', async () => {
    const platform = createManualPlatform();
    const outbox = createOutbox(crypto.randomUUID(), platform, roomy);
    const turn = createTurn(outbox, platform, '/collateral', 'tab');
    platform.setClock('2030-01-05T12:00:00.000Z');
    await turn.take(false);
    await turn.fail(platform.now() + 5_000);
    platform.setClock('2026-01-05T12:00:00.000Z');
    expect(await turn.take(false)).to.equal(0);
    await outbox.close();
  });

  it('are not blocked for ever by a frozen tab that keeps its lock', async () => {
    const platform = createManualPlatform();
    platform.hasLocks = true;
    const outbox = createOutbox(crypto.randomUUID(), platform, roomy);
    await createTurn(outbox, platform, '/collateral', 'frozen').take(false);
    platform.sleep(30_000);
    expect(await createTurn(outbox, platform, '/collateral', 'alive').take(false)).to.equal(0);
    await outbox.close();
  });

  it('take over the turn of a tab that died after 30 s where there are no locks, not before', async () => {
    const platform = createManualPlatform();
    const outbox = createOutbox(crypto.randomUUID(), platform, roomy);
    const [dead, alive] = [
      createTurn(outbox, platform, '/collateral', 'dead'),
      createTurn(outbox, platform, '/collateral', 'alive'),
    ];
    expect(await dead.take(false)).to.equal(0);
    platform.advance(29_999);
    expect(await alive.take(false)).to.equal(platform.now() + 1);
    platform.advance(1);
    expect(await alive.take(false)).to.equal(0);
    expect(await alive.take(false)).to.equal(0);
    await dead.end(true);
    expect(await dead.take(false)).to.be.above(0);
    await outbox.close();
  });

  it('keep the turn for as long as a large request may take', async () => {
    const platform = createManualPlatform();
    const outbox = createOutbox(crypto.randomUUID(), platform, roomy);
    const [busy, other] = ['busy', 'other'].map((holder) => createTurn(outbox, platform, '/collateral', holder));
    await busy!.take(false);
    expect(await busy!.keep(40_000, false)).to.equal(true);
    platform.advance(89_999);
    expect(await other!.take(true)).to.be.above(0);
    platform.advance(1);
    expect(await other!.take(true)).to.equal(0);
    await outbox.close();
  });

  it('take a turn that ends later than any can: the clock was set back', async () => {
    const platform = createManualPlatform();
    const outbox = createOutbox(crypto.randomUUID(), platform, roomy);
    await createTurn(outbox, platform, '/collateral', 'dead').take(false);
    platform.setClock('2026-01-01T00:00:00.000Z');
    expect(await createTurn(outbox, platform, '/collateral', 'alive').take(false)).to.equal(0);
    await outbox.close();
  });

  it('deliver what a tab that died without a word had stored', async () => {
    const endpoint = `/${crypto.randomUUID()}`;
    const dead = createTestClient({ endpoint, onDisk: true });
    await dead.client.config();
    let isSending = (): void => undefined;
    const sending = new Promise<void>((resolve) => (isSending = resolve));
    dead.server.answer = () => {
      isSending();
      return new Promise(() => undefined);
    };
    const { id } = await dead.client.rate({ ...item, value: 4 });
    await sending;
    const next = createTestClient({ endpoint, onDisk: true });
    await next.client.flush();
    expect(next.server.batches()).to.have.length(0);
    // What is on its way to the disk while the clock jumps would count as stuck.
    await next.client.config();
    next.platform.advance(31_000);
    await next.client.flush();
    expect(next.server.events.map((event) => event.id)).to.deep.equal([id]);
    await Promise.all([dead.client.close(), next.client.close()]);
  });
});
