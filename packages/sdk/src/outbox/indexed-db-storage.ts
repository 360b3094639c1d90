import { openDB, type IDBPDatabase } from 'idb';
import type { Platform } from '../platform.js';
import { createStores, type OutboxSchema } from './schema.js';
import { deadLetterLimit, type Step, type Storage } from './storage.js';

const openTimeoutMs = 3_000;

/**
 * Creates a storage on disk and starts to open it.
 *
 * Must:
 * 1. reject, not hang or throw, when IndexedDB is missing, denied (throws at once) or stuck (some engines never answer);
 * 2. wait for the transaction, not for its requests: when the quota is hit, only the transaction tells;
 * 3. handle every promise: idb rejects each one, and one left alone is an unhandled rejection on the host's page;
 * 4. let go when another page wants to delete or upgrade, and open again after the connection was lost.
 */
export function createIndexedDbStorage(name: string, platform: Platform): Storage {
  let connection: Promise<IDBPDatabase<OutboxSchema>> | undefined;

  // Kept before anything is awaited, or two callers open two connections.
  const connect = (): typeof connection & {} => (connection ??= open());

  async function open(): Promise<IDBPDatabase<OutboxSchema>> {
    // In an async function a synchronous SecurityError becomes a rejection.
    const opening = openDB<OutboxSchema>(name, 1, {
      upgrade: createStores,
      blocking: disconnect,
      terminated: disconnect,
    });
    let stopTimer = (): void => undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      stopTimer = platform.startTimer(openTimeoutMs, () => reject(new Error('IndexedDB did not open in time.')));
    });
    try {
      return await Promise.race([opening, timeout]);
    } catch (error) {
      // It may still open one day, and would then block others.
      opening.then((database) => database.close(), ignore);
      throw error;
    } finally {
      stopTimer();
    }
  }

  function disconnect(): void {
    connection?.then((database) => database.close(), ignore);
    connection = undefined;
  }

  connect().catch(ignore);
  return {
    close: disconnect,
    // A suspended tab comes back with a dead connection; a second failure is not the connection's fault.
    // A database that does not open at all is not asked twice.
    async atomically(work, durability) {
      const database = await connect();
      return transact(database, work, durability).catch(async () => {
        disconnect();
        return transact(await connect(), work, durability);
      });
    },
  };
}

async function transact<Value>(
  database: IDBPDatabase<OutboxSchema>,
  work: (step: Step) => Promise<Value>,
  durability: IDBTransactionDurability = 'relaxed',
): Promise<Value> {
  const transaction = database.transaction(['events', 'meta', 'dead'], 'readwrite', { durability });
  const events = transaction.objectStore('events');
  const meta = transaction.objectStore('meta');
  const dead = transaction.objectStore('dead');
  const step: Step = {
    find: (index, value, limit) => events.index(index).getAll(value, limit),
    count: (owner) => (owner ? events.index('owner').count(owner) : events.count()),
    findDue: (owner, fromMs, toMs, limit) =>
      events.index('due').getAll(IDBKeyRange.bound([owner, fromMs], [owner, toMs]), limit),
    put: (row) => events.put(row),
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
    readNote: (note) => meta.get(note),
    writeNote: (note, value) => meta.put(value, note),
  };
  const [value] = await Promise.all([work(step), transaction.done]);
  return value;
}

function ignore(): void {
  // Whoever uses the connection hears of the failure there.
}
