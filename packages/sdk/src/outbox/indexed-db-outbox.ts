import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { Platform } from '../platform.js';
import type { Outbox } from './outbox.js';
import { createStores, schemaVersion, type OutboxSchema } from './schema.js';

const openTimeoutMs = 3_000;

type Stores = StoreNames<OutboxSchema>[];
type Transaction = IDBPTransaction<OutboxSchema, Stores, 'readwrite'>;

/**
 * Opens the outbox on disk.
 *
 * Must:
 * 1. reject, not hang or throw, when IndexedDB is missing, denied (throws at once) or stuck (some engines never answer);
 * 2. await nothing but IndexedDB inside a transaction: it would be committed half done;
 * 3. await the transaction, not its requests: when the quota is hit, only the transaction tells;
 * 4. handle every promise: idb rejects each one, and one left alone is an unhandled rejection on the host's page.
 */
export async function openIndexedDbOutbox(name: string, platform: Platform): Promise<Outbox> {
  let connection: Promise<IDBPDatabase<OutboxSchema>> | null = null;

  // Cached before anything is awaited, or two callers open two connections.
  function connect(): Promise<IDBPDatabase<OutboxSchema>> {
    return (connection ??= openInTime(name, platform, () => (connection = null)));
  }

  async function transact<Value>(
    work: (transaction: Transaction) => Promise<Value>,
    durability: IDBTransactionDurability = 'relaxed',
    stores: Stores = ['events'],
    isRetry = false,
  ): Promise<Value> {
    try {
      const transaction = (await connect()).transaction(stores, 'readwrite', { durability });
      const [value] = await Promise.all([work(transaction), transaction.done]);
      return value;
    } catch (error) {
      // Suspended tabs come back with a dead connection; a second failure is not the connection's fault.
      if (isRetry) throw error;
      closeConnection();
      return transact(work, durability, stores, true);
    }
  }

  function closeConnection(): void {
    connection?.then((database) => database.close(), ignoreFailedOpen);
    connection = null;
  }

  await connect();
  return {
    tier: 'indexed-db',
    append: (rows) =>
      transact(
        async (transaction) => {
          const events = transaction.objectStore('events');
          const slots = rows.flatMap(({ slot }) => slot ?? []);
          const keys = await Promise.all(slots.map((slot) => events.index('slot').getKey(slot)));
          const replaced = keys.filter((key) => key !== undefined);
          await Promise.all([...replaced.map((key) => events.delete(key)), ...rows.map((row) => events.add(row))]);
          return rows.length - replaced.length;
        },
        rows.some(({ written }) => written) ? 'strict' : 'relaxed',
      ),
    head: (owner, limit) =>
      transact((transaction) => transaction.objectStore('events').index('owner').getAll(owner, limit)),
    about: (collateralId) =>
      transact((transaction) => transaction.objectStore('events').index('collateralId').getAll(collateralId)),
    count: (owner) =>
      transact(async (transaction) => {
        const events = transaction.objectStore('events');
        const mine = events.index('owner');
        const [pending, all, oldest] = await Promise.all([mine.count(owner), events.count(), mine.get(owner)]);
        return { pending, parked: all - pending, oldestAt: oldest?.storedAt ?? null };
      }),
    remove: (rows) =>
      transact(async (transaction) => {
        const events = transaction.objectStore('events');
        const [first, last] = [rows[0]?.key ?? 0, rows.at(-1)?.key ?? 0];
        // Keys are given in commit order: no gap means nobody else's row lies between. One range is four times faster.
        if (last - first === rows.length - 1) await events.delete(IDBKeyRange.bound(first, last));
        else await Promise.all(rows.map(({ key }) => events.delete(key ?? 0)));
      }),
    bury: (letter, limit) =>
      transact(
        async (transaction) => {
          const dead = transaction.objectStore('dead');
          const [, , keys] = await Promise.all([
            transaction.objectStore('events').delete(letter.row.key ?? 0),
            dead.add(letter),
            dead.getAllKeys(),
          ]);
          const newestToGo = keys.at(-limit - 1);
          if (newestToGo !== undefined) await dead.delete(IDBKeyRange.upperBound(newestToGo));
        },
        'relaxed',
        ['events', 'dead'],
      ),
    reown: (from, to) =>
      transact(async (transaction) => {
        const events = transaction.objectStore('events');
        const rows = await events.index('owner').getAll(from);
        await Promise.all(rows.map((row) => events.put({ ...row, owner: to })));
      }),
    amend: (note, change) =>
      transact(
        async (transaction) => {
          const meta = transaction.objectStore('meta');
          // Only this file's callers write the note under this name, always as the same type.
          const value = change((await meta.get(note)) as Parameters<typeof change>[0]);
          await meta.put(value, note);
          return value;
        },
        'relaxed',
        ['meta'],
      ),
    close: async () => closeConnection(),
  };
}

function openInTime(name: string, platform: Platform, onGone: () => void): Promise<IDBPDatabase<OutboxSchema>> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const stopTimer = platform.startTimer(openTimeoutMs, () => {
      isLate = true;
      reject(new DOMException('IndexedDB did not open in time.', 'TimeoutError'));
    });
    // The executor turns a synchronous SecurityError into a rejection.
    const opening = openDB<OutboxSchema>(name, schemaVersion, {
      upgrade: (database) => createStores(database),
      // Another tab wants to delete or upgrade: holding on would block it for ever.
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close();
        onGone();
      },
      terminated: onGone,
    });
    opening.then((database) => (isLate ? database.close() : resolve(database)), reject).finally(stopTimer);
  });
}

function ignoreFailedOpen(): void {
  // There is no connection to close, which is what the caller wants.
}
