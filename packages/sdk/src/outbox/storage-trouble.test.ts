import { expect } from 'chai';
import { deleteDB, openDB } from 'idb';
import { createManualPlatform, type ManualPlatform } from '../testing/index.js';
import { createOutbox } from './create-outbox.js';
import { createIndexedDbStorage } from './indexed-db-storage.js';
import { idsOf, roomy, row, untilOnDisk } from './rows.fixture.js';
import { createStores, type OutboxSchema } from './schema.js';

type Transaction = IDBDatabase['transaction'];

const rejections: unknown[] = [];
const note = (event: PromiseRejectionEvent): void => void rejections.push(event.reason);

describe('IndexedDB in trouble', () => {
  let name: string;
  let platform: ManualPlatform;
  const open = Reflect.get<IDBFactory, 'open'>(IDBFactory.prototype, 'open');
  const transaction = Reflect.get<IDBDatabase, 'transaction'>(IDBDatabase.prototype, 'transaction');

  beforeEach(() => {
    name = crypto.randomUUID();
    platform = createManualPlatform();
    addEventListener('unhandledrejection', note);
  });

  afterEach(async () => {
    restore();
    // A rejection nobody handles is told in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', note);
    expect(rejections.splice(0)).to.deep.equal([]);
  });

  const cannotOpen: readonly [
    trouble: string,
    open: (this: IDBFactory, ...rest: [string, number?]) => IDBOpenDBRequest,
  ][] = [
    [
      'throws at the call (sandboxed frame, cookies blocked)',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['never answers', () => new EventTarget() as IDBOpenDBRequest],
    ['is corrupt', () => failing('UnknownError')],
    ['claims a full disk', () => failing('QuotaExceededError')],
  ];
  for (const [trouble, patched] of cannotOpen) {
    it(`that ${trouble}: rows are kept in memory, and on disk as soon as it opens`, async () => {
      IDBFactory.prototype.open = patched;
      const outbox = createOutbox(name, platform, roomy);
      const appended = outbox.append([row('1')]);
      platform.advance(3_000);
      await appended;
      expect(outbox.tier).to.equal('memory');
      restore();
      platform.advance(5_000);
      await untilOnDisk(outbox);
      await outbox.close();
      expect(await idsOnDisk()).to.deep.equal(['1']);
    });
  }

  it('that is blocked by a page which wants it deleted: rows go to memory, then to the new database', async () => {
    const holder = await openDB(name, 1);
    const deleted = deleteDB(name);
    const outbox = createOutbox(name, platform, roomy);
    const appended = outbox.append([row('1')]);
    platform.advance(3_000);
    await appended;
    expect(outbox.tier).to.equal('memory');
    holder.close();
    await deleted;
    platform.advance(5_000);
    await untilOnDisk(outbox);
    await outbox.close();
    expect(await idsOnDisk()).to.deep.equal(['1']);
  });

  it('that a newer copy upgraded is used as it is', async () => {
    const newer = await openDB<OutboxSchema>(name, 7, { upgrade: createStores });
    newer.close();
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    expect(outbox.tier).to.equal('indexed-db');
    await outbox.close();
    expect(await idsOnDisk()).to.deep.equal(['1']);
  });

  it('that a newer copy made over without our stores is left alone', async () => {
    const strange = await openDB(name, 7, { upgrade: (database) => void database.createObjectStore('else') });
    strange.close();
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    expect(outbox.tier).to.equal('memory');
    await outbox.close();
  });

  it('that closed the connection under us is opened again and nothing is lost', async () => {
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    let isFirst = true;
    patchTransaction(function (...given) {
      if (isFirst) this.close();
      isFirst = false;
      return transaction.apply(this, given);
    });
    await outbox.append([row('2')]);
    expect(outbox.tier).to.equal('indexed-db');
    await outbox.close();
    restore();
    expect(await idsOnDisk()).to.deep.equal(['1', '2']);
  });

  it('that is full is not asked twice for the same', async () => {
    const storage = createIndexedDbStorage(name, platform);
    await storage.atomically(async () => undefined);
    let asked = 0;
    patchTransaction(() => {
      asked += 1;
      throw new DOMException('full', 'QuotaExceededError');
    });
    const failure = await storage.atomically(async () => undefined).catch((error: unknown) => error);
    expect([asked, (failure as Error).name]).to.deep.equal([1, 'QuotaExceededError']);
    storage.close();
  });

  it('that aborts in the middle of a write has each row once', async () => {
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    let aborts = 0;
    patchTransaction(function (...given) {
      const begun = transaction.apply(this, given);
      // Only the transaction tells: its requests are cut off.
      if (aborts++ < 1) begun.commit = () => begun.abort();
      return begun;
    });
    await outbox.append([row('2'), row('3')]);
    await outbox.close();
    restore();
    expect(await idsOnDisk()).to.deep.equal(['1', '2', '3']);
  });

  it('whose transaction never ends: rows go to memory, and come to disk once', async () => {
    const outbox = createOutbox(name, platform, roomy);
    await outbox.append([row('1')]);
    let isHanging = true;
    let begun: () => void = () => undefined;
    const hangs = new Promise<void>((resolve) => (begun = resolve));
    patchTransaction(function (...given) {
      const real = transaction.apply(this, given);
      if (!isHanging) return real;
      isHanging = false;
      begun();
      // It does its work, and nobody hears of it.
      return new Proxy(real, {
        get(target, key) {
          if (key === 'addEventListener') return () => undefined;
          const value: unknown = Reflect.get(target, key);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    });
    const appended = outbox.append([row('2')]);
    await hangs;
    // The limit starts once the requests are made.
    await Promise.resolve();
    platform.advance(10_000);
    await appended;
    expect(outbox.tier).to.equal('memory');
    platform.advance(5_000);
    await untilOnDisk(outbox);
    expect((await outbox.count('ann')).pending).to.equal(2);
    await outbox.close();
    restore();
    expect(await idsOnDisk()).to.deep.equal(['1', '2']);
  });

  it('that is missing altogether: rows are kept in memory', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
    try {
      const outbox = createOutbox(name, platform, roomy);
      await outbox.append([row('1')]);
      expect(outbox.tier).to.equal('memory');
      expect(idsOf(await outbox.head('ann', 9, 0))).to.deep.equal(['1']);
    } finally {
      if (own) Object.defineProperty(globalThis, 'indexedDB', own);
      else Reflect.deleteProperty(globalThis, 'indexedDB');
    }
  });

  function restore(): void {
    IDBFactory.prototype.open = open;
    IDBDatabase.prototype.transaction = transaction;
  }

  function patchTransaction(patched: (this: IDBDatabase, ...given: Parameters<Transaction>) => IDBTransaction): void {
    IDBDatabase.prototype.transaction = patched;
  }

  async function idsOnDisk(): Promise<readonly string[]> {
    const outbox = createOutbox(name, platform, roomy);
    const ids = idsOf(await outbox.head('ann', 99, 0));
    expect(outbox.tier).to.equal('indexed-db');
    await outbox.close();
    return ids;
  }
});

/** An open request that fails, which tells only by its event. */
function failing(error: string): IDBOpenDBRequest {
  const request = Object.assign(new EventTarget(), { error: new DOMException('made up', error) });
  setTimeout(() => request.dispatchEvent(new Event('error')));
  return request as unknown as IDBOpenDBRequest;
}
