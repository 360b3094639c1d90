import { expect } from 'chai';
import {
  createLoopback,
  createTestClient,
  nextSignal,
  reply,
  type Loopback,
  type TestClient,
} from '../testing/index.js';

const item = { collateralId: 'deck-42' };
const receiptType = 'application/vnd.collateral.receipt+json';

describe('pages on one database', () => {
  let server: Loopback;
  let mine: TestClient;
  let theirs: TestClient;

  beforeEach(async () => {
    server = createLoopback();
    const shared = { server, endpoint: `/${crypto.randomUUID()}`, onDisk: true };
    mine = createTestClient(shared);
    theirs = createTestClient(shared);
    await Promise.all([mine.client.flush(), theirs.client.flush()]);
  });

  afterEach(() => Promise.all([mine.client.close(), theirs.client.close()]));

  it('let one that slept in its turn send nothing that another took over', async () => {
    await mine.client.track({ type: 'usage', action: 'share', ...item });
    let goOn = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      server.answer = () => {
        server.answer = () => undefined;
        resolve();
        return new Promise((answer) => (goOn = () => answer(undefined as unknown as Response)));
      };
    });
    // Asks who is signed in, with the turn in its hands.
    const changed = mine.client.setActor(undefined);
    await asked;
    theirs.platform.setClock('2026-01-05T12:00:31.000Z');
    const held = new Promise<() => void>((resolve) => {
      server.answer = ({ path }) => {
        if (path !== '/v1/events') return undefined;
        server.answer = () => undefined;
        return new Promise((answer) => resolve(() => answer(undefined as unknown as Response)));
      };
    });
    const flushed = theirs.client.flush();
    const answer = await held;
    goOn();
    await changed;
    expect(server.batches()).to.have.length(1);
    answer();
    await flushed;
    expect(server.batches()).to.have.length(1);
    expect(server.events).to.have.length(1);
  });

  it('forget what the server said of an event that another delivered', async () => {
    server.answer = ({ path, body }) => {
      if (path !== '/v1/events') return undefined;
      const rejected = [{ index: 0, code: 'unknown-item', message: 'Register it.', retryable: true }];
      return reply({ batchId: body!.batchId, accepted: 0, duplicates: 0, rejected }, receiptType);
    };
    await mine.client.rate({ ...item, value: 4 });
    await mine.client.flush();
    expect(mine.client.status().lastError).to.include({ code: 'unknown-item' });
    server.answer = () => undefined;
    theirs.platform.setClock('2026-01-05T12:00:10.000Z');
    await theirs.client.flush();
    expect(server.events).to.have.length(1);
    const drained = nextSignal(mine.client, 'drained');
    await mine.client.flush();
    await drained;
    expect(mine.client.status()).to.include({ pending: 0, lastError: null, nextAttemptAt: null });
  });
});
