import { expect } from 'chai';
import { deleteDB, openDB } from 'idb';
import { createClient, type ClientOptions, isCollateralError } from './index.js';
import { createLoopback, createTestClient, nextSignal } from './testing/index.js';

const endpointOf = (): string => `/collateral-${crypto.randomUUID()}`;

describe('createClient', () => {
  const wrong: readonly [name: string, options: object | undefined][] = [
    ['endpoint', {}],
    ['endpoint', { endpoint: '' }],
    ['endpoint', { endpoint: 'http://' }],
    ['actor', { endpoint: '/c', actor: 7 }],
    ['token', { endpoint: '/c', token: 'abc' }],
    ['fetch', { endpoint: '/c', fetch: true }],
    ['flushIntervalMs', { endpoint: '/c', flushIntervalMs: -1 }],
    ['maxBatch', { endpoint: '/c', maxBatch: 501 }],
    ['maxQueue.events', { endpoint: '/c', maxQueue: { events: 0 } }],
    ['maxQueue.hours', { endpoint: '/c', maxQueue: { hours: 3 } }],
    ['debug', { endpoint: '/c', debug: 'yes' }],
    ['createClient', undefined],
    ['endpiont', { endpoint: '/c', endpiont: '/d' }],
  ];
  for (const [name, options] of wrong) {
    it(`refuses ${JSON.stringify(options)} and names ${name}`, () => {
      const error = thrownBy(() => createClient(options as ClientOptions));
      expect(isCollateralError(error) && error.code).to.equal('invalid-option');
      expect((error as Error).message).to.contain(name);
    });
  }

  it('takes options that are set to undefined for left out', async () => {
    const options = { endpoint: endpointOf(), fetch: createLoopback().fetch, actor: undefined };
    await createClient(options as unknown as ClientOptions).close();
  });

  it('stores a rating on disk and delivers it in a real page', async () => {
    const server = createLoopback();
    const client = createClient({ endpoint: endpointOf(), fetch: server.fetch });
    const delivered = nextSignal(client, 'delivered');
    const { id, state } = await client.rate({ collateralId: 'deck-42', value: 4 });
    expect(state).to.equal('stored');
    expect((await delivered).ids).to.deep.equal([id]);
    expect(client.status()).to.include({ tier: 'indexed-db', delivered: 1, lastError: null });
    expect(server.events[0]!.context).to.include({ url: location.origin + location.pathname });
    await client.close();
  });

  it('says that it keeps events in memory where IndexedDB is denied', async () => {
    const open: unknown = Reflect.get(IDBFactory.prototype, 'open');
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    try {
      const server = createLoopback();
      const client = createClient({ endpoint: endpointOf(), fetch: server.fetch });
      expect((await client.rate({ collateralId: 'deck-42', value: 4 })).state).to.equal('memory');
      await client.flush();
      expect(client.status().tier).to.equal('memory');
      expect(server.events).to.have.length(1);
      await client.close();
    } finally {
      Object.assign(IDBFactory.prototype, { open });
    }
  });

  it('gives up on an IndexedDB that does not open within three seconds', async () => {
    const endpoint = endpointOf();
    const name = `collateral outbox ${location.origin}${endpoint}`;
    // A tab that never lets go blocks the deletion, and the deletion blocks every open after it.
    const holder = await openDB(name, 1);
    const deleted = deleteDB(name);
    const { client, platform } = createTestClient({ endpoint, onDisk: true });
    const receipt = client.rate({ collateralId: 'deck-42', value: 4 });
    platform.advance(3_000);
    expect((await receipt).state).to.equal('memory');
    holder.close();
    await deleted;
    await client.close();
    expect(platform.leftOvers()).to.equal(0);
  });

  it('goes on in memory when the disk fails in the middle, and leaves what is on it to the next page', async () => {
    const endpoint = endpointOf();
    const world = createTestClient({ endpoint, actor: 'ann', onDisk: true });
    world.server.answer = () => Response.error();
    expect((await world.client.rate({ collateralId: 'deck-42', value: 4 })).state).to.equal('stored');
    const transaction = Reflect.get<IDBDatabase, 'transaction'>(IDBDatabase.prototype, 'transaction');
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
    };
    try {
      expect((await world.client.rate({ collateralId: 'deck-43', value: 5 })).state).to.equal('memory');
      world.server.answer = () => undefined;
      await world.client.flush();
      expect(world.server.events.map((event) => 'value' in event && event.value)).to.deep.equal([5]);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    await world.client.close();
    const next = createTestClient({ endpoint, actor: 'ann', onDisk: true });
    await next.client.flush();
    expect(next.server.events.map((event) => 'value' in event && event.value)).to.deep.equal([4]);
    await next.client.close();
  });

  it('does nothing and says so where there is no document', async () => {
    const code = `
      import { createClient } from '${new URL('./index.js', import.meta.url).href}';
      const client = createClient({ endpoint: '/collateral' });
      const { state } = await client.rate({ collateralId: 'deck-42', value: 4 });
      client.view({ collateralId: 'deck-42' }).end();
      await client.flush();
      await client.close();
      postMessage([state, client.status().tier]);`;
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' });
    const answer = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    worker.terminate();
    expect(answer).to.deep.equal(['none', 'none']);
  });

  it('never listens to unload or beforeunload, which shut the back/forward cache', async () => {
    const names: string[] = [];
    const add = Reflect.get<EventTarget, 'addEventListener'>(EventTarget.prototype, 'addEventListener');
    EventTarget.prototype.addEventListener = function (name, ...rest) {
      names.push(name);
      add.call(this, name, ...rest);
    };
    try {
      const client = createClient({ endpoint: endpointOf(), fetch: createLoopback().fetch });
      client.view({ collateralId: 'deck-42' });
      await client.close();
    } finally {
      EventTarget.prototype.addEventListener = add;
    }
    expect(names).to.include('pagehide').and.not.include('unload').and.not.include('beforeunload');
  });

  it('leaves no timer and no listener behind after close', async () => {
    const { client, platform } = createTestClient();
    client.view({ collateralId: 'deck-42' });
    await client.track({ type: 'usage', action: 'download', collateralId: 'deck-42' });
    await client.close();
    expect(platform.leftOvers()).to.equal(0);
  });

  it('takes no events after close', async () => {
    const { client } = createTestClient();
    await client.close();
    const error = await client.rate({ collateralId: 'deck-42', value: 4 }).catch((reason: unknown) => reason);
    expect(isCollateralError(error) && error.code).to.equal('client-closed');
  });

  it('is silent in the console unless debug is set', async () => {
    const said: unknown[] = [];
    const { debug, log, warn, error } = console;
    Object.assign(console, { debug: said.push.bind(said), log: said.push.bind(said), warn: said.push.bind(said) });
    try {
      const client = createClient({ endpoint: endpointOf(), fetch: () => Promise.reject(new Error('offline')) });
      await client.rate({ collateralId: 'deck-42', value: 4 });
      await client.flush();
      await client.close();
    } finally {
      Object.assign(console, { debug, log, warn, error });
    }
    expect(said).to.deep.equal([]);
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
