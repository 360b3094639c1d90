import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Platform } from '../platform.js';
import { createStores, type OutboxSchema } from './schema.js';
import { deadLetterLimit, type Step, type Storage, type Work } from './storage.js';

type Database = IDBPDatabase<OutboxSchema>;
type Transaction = IDBPTransaction<OutboxSchema, ('events' | 'meta' | 'dead')[], 'readwrite'>;

const openLimitMs = 3_000;
const transactionLimitMs = 10_000;
const leftLimitMs = 1_000;

/**
 * Creates a storage on disk and starts to open it.
 *
 * Must:
 * 1. reject, not hang or throw, when IndexedDB is missing, denied (throws at once) or stuck (some engines never answer);
 * 2. wait for the transaction, not for its requests: when the quota is hit, only the transaction tells;
 * 3. handle every promise: idb rejects each one, and one left alone is an unhandled rejection on the host's page;
 * 4. let go when another page wants to delete or upgrade, and open again after the connection was lost;
 * 5. undo what is half done when a step fails, or the same rows would be on disk and in memory;
 * 6. leave nothing half done when the page is left: in WebKit a page kept for the back button keeps its transaction, and the next
 *    page waits for it. What is sealed ends by itself.
 */
export function createIndexedDbStorage(name: string, platform: Platform): Storage {
  let connection: Promise<Database> | undefined;
  const unsealed = new Set<Transaction>();
  // While the page is left; resolves when it is back.
  let left: Promise<void> | undefined;
  let comeBack = ignore;
  const stopListening = platform.onChange((change) => {
    if (change === 'back') comeBack();
    if (change !== 'left' || left) return;
    left = new Promise((resolve) => {
      // Timers of a page that is gone or kept stand still; one that still runs was not left.
      const stopTimer = platform.startTimer(leftLimitMs, () => comeBack());
      comeBack = () => {
        left = undefined;
        stopTimer();
        resolve();
      };
    });
    unsealed.forEach(abort);
  });

  // Kept before anything is awaited, or two callers open two connections.
  const connect = (): Promise<Database> => (connection ??= open());

  async function open(): Promise<Database> {
    const opening = openVersion(1).catch((error: unknown) => {
      // A newer copy of the SDK was here. It only adds, so what this one knows is there.
      if ((error as Error | undefined)?.name === 'VersionError') return openVersion();
      throw error;
    });
    // A failed attempt is not kept: the disk may be back at the next.
    return within(openLimitMs, opening).catch((error: unknown) => {
      connection = undefined;
      // It may still open one day, and would then block others.
      opening.then((database) => database.close(), ignore);
      throw error;
    });
  }

  // In an async function a synchronous SecurityError becomes a rejection.
  async function openVersion(version?: number): Promise<Database> {
    return openDB<OutboxSchema>(name, version, {
      upgrade: createStores,
      blocking: disconnect,
      terminated: disconnect,
    });
  }

  function disconnect(): void {
    connection?.then((database) => database.close(), ignore);
    connection = undefined;
  }

  async function transact<Value>(work: Work<Value>, durability: IDBTransactionDurability): Promise<Value> {
    const database = await connect();
    const transaction = database.transaction(['events', 'meta', 'dead'], 'readwrite', { durability });
    transaction.done.catch(ignore);
    unsealed.add(transaction);
    const seal = (): void => {
      transaction.commit();
      unsealed.delete(transaction);
    };
    try {
      const working = work(stepOn(transaction, seal));
      if (left && unsealed.has(transaction)) abort(transaction);
      const [value] = await within(transactionLimitMs, Promise.all([working, transaction.done]));
      return value;
    } catch (error) {
      abort(transaction);
      // What the transaction says is the reason; a request only says that it was aborted.
      throw transaction.error ?? error;
    } finally {
      unsealed.delete(transaction);
    }
  }

  /** Rejects when something takes longer than any disk that works. */
  async function within<Value>(limitMs: number, promise: Promise<Value>): Promise<Value> {
    let stopTimer = (): void => undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      stopTimer = platform.startTimer(limitMs, () => reject(new Error('IndexedDB did not answer in time.')));
    });
    return Promise.race([promise, timeout]).finally(stopTimer);
  }

  connect().catch(ignore);
  return {
    close() {
      stopListening();
      comeBack();
      disconnect();
    },
    // A suspended tab comes back with a dead connection; a second failure is not the connection's fault.
    // One that is full or hangs is not asked twice.
    atomically: (work, durability = 'relaxed') =>
      transact(work, durability).catch(async (error: unknown) => {
        if (left) await left;
        else if (!(error instanceof DOMException) || error.name === 'QuotaExceededError') throw error;
        else disconnect();
        return transact(work, durability);
      }),
  };
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

function stepOn(transaction: Transaction, seal: () => void): Step {
  const events = transaction.objectStore('events');
  const meta = transaction.objectStore('meta');
  const dead = transaction.objectStore('dead');
  return {
    find: (index, value, limit) => events.index(index).getAll(value, limit),
    findDue: (owner, fromMs, toMs, limit) =>
      events.index('due').getAll(IDBKeyRange.bound([owner, fromMs], [owner, toMs]), limit),
    oldest: (limit) => events.getAll(null, limit),
    count: (owner) => (owner === undefined ? events.count() : events.index('owner').count(owner)),
    put: (row) => events.put(row),
    seal,
    async remove({ id }) {
      const isThere = (await events.getKey(id)) !== undefined;
      if (isThere) await events.delete(id);
      return isThere;
    },
    async bury(letter) {
      await dead.add(letter);
      const [oldest = 0, ...keys] = await dead.getAllKeys();
      return keys.length < deadLetterLimit || dead.delete(oldest);
    },
    clearLetters: () => dead.clear(),
    readNote: (note) => meta.get(note),
    writeNote: (note, value) => meta.put(value, note),
  };
}

function ignore(): void {
  // Whoever uses the connection hears of the failure there.
}
