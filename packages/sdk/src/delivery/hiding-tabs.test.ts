import { expect } from 'chai';
import { createLoopback, createTestClient, nextSignal, type Loopback, type TestClient } from '../testing/index.js';

const share = { type: 'usage', action: 'share', collateralId: 'deck-42' } as const;

describe('a tab that hides, beside others', () => {
  let server: Loopback;
  let hiding: TestClient;
  let other: TestClient;

  beforeEach(async () => {
    server = createLoopback();
    const shared = { server, endpoint: `/${crypto.randomUUID()}`, onDisk: true };
    hiding = createTestClient(shared);
    other = createTestClient(shared);
    await Promise.all([hiding.client.flush(), other.client.flush()]);
  });

  afterEach(() => Promise.all([hiding.client.close(), other.client.close()]));

  /** How often each event was sent. */
  function timesSent(): readonly number[] {
    const ids = server.batches().flatMap(({ events }) => events.map(({ id }) => id));
    return [...new Set(ids)].map((id) => ids.filter((each) => each === id).length);
  }

  /** Holds the answers to what leaves from now on. Resolves with the request and what answers it. */
  function nextBatch(): Promise<() => void> {
    return new Promise((resolve) => {
      server.answer = ({ path }) => {
        if (path !== '/v1/events') return undefined;
        server.answer = () => undefined;
        return new Promise((answer) => resolve(() => answer(undefined as unknown as Response)));
      };
    });
  }

  it('sends nothing that another delivered meanwhile', async () => {
    await hiding.client.track(share);
    await other.client.flush();
    await hiding.client.flush();
    hiding.platform.change('hidden');
    await hiding.client.flush();
    expect(timesSent()).to.deep.equal([1]);
  });

  it('tells the one that comes to the front what is on its way', async () => {
    await hiding.client.track(share);
    const left = nextBatch();
    hiding.platform.change('hidden');
    const answer = await left;
    other.platform.change('back');
    await other.client.flush();
    expect(timesSent()).to.deep.equal([1]);
    const drained = nextSignal(hiding.client, 'drained');
    answer();
    await drained;
    expect(timesSent()).to.deep.equal([1]);
  });

  it('leaves what waits to the one that sends', async () => {
    await other.client.track(share);
    const left = nextBatch();
    const flushed = other.client.flush();
    const answer = await left;
    await hiding.client.track(share);
    await hiding.client.flush();
    hiding.platform.change('hidden');
    answer();
    await flushed;
    await other.client.flush();
    expect(timesSent()).to.deep.equal([1, 1]);
    expect(server.requests.filter(({ keepalive }) => keepalive)).to.deep.equal([]);
  });

  it('holds up nobody when it is left for good', async () => {
    await hiding.client.track(share);
    const left = nextBatch();
    hiding.platform.change('left');
    hiding.platform.change('hidden');
    await left;
    // Nobody hears the answer: it has to be sent once more, and at once.
    await other.client.flush();
    expect(timesSent()).to.deep.equal([2]);
    expect(server.events).to.have.length(1);
  });
});

describe('a page that is left while it sends', () => {
  it('does not send again what the browser cut off, but leaves it to the next', async () => {
    const { client, server, platform } = createTestClient();
    await client.config();
    let cutOff = (): void => undefined;
    const sending = new Promise<void>((resolve) => {
      server.answer = () =>
        new Promise((answer) => {
          cutOff = () => answer(Response.error());
          resolve();
        });
    });
    // The page goes as soon as its code gives way.
    const startTimer = platform.startTimer.bind(platform);
    platform.startTimer = (delayMs, callback) => {
      if (delayMs === 0) platform.change('left');
      return startTimer(delayMs, callback);
    };
    const stalled = nextSignal(client, 'stalled');
    await Promise.all(Array.from({ length: 100 }, () => client.track(share)));
    await sending;
    cutOff();
    await stalled;
    platform.change('left');
    server.answer = () => undefined;
    await client.flush();
    expect(server.requests.filter(({ keepalive }) => keepalive)).to.deep.equal([]);
    expect(server.events).to.have.length(100);
    await client.close();
  });
});
