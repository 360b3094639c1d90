/**
 * The embedded store: one SQLite file through `node:sqlite`, nothing to compile or start.
 *
 * @module
 */
import { CollateralError } from '@collateral/sdk/contract';
import { checkPrune } from '../store/check-prune.js';
import type { Store } from '../store/store.js';
import { SqliteFile, type SqliteFileOptions } from './sqlite-file.js';
import { SqliteThread } from './sqlite-thread.js';

/** How a SQLite store is opened. */
export interface SqliteStoreOptions {
  /** Path of the file, created when missing, or `:memory:`. */
  readonly path: string;
  /** How long a write waits for another process that is writing. @defaultValue 5000 */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens a store in a SQLite file and brings its tables up to date.
 *
 * The file is worked on in a thread of its own; calls that wait for the disk at the same time share one commit. Questions about
 * many facts are answered in a second thread, which is started with the first of them, so that a long answer never keeps an event
 * waiting. Several processes on one machine may use the same file. Not for network drives: SQLite's locks don't hold there.
 *
 * @throws CollateralError `invalid-option` for a wrong option or a file of a newer release, `store-unavailable` when the file can't be opened.
 * @example
 * ```ts
 * const store = createSqliteStore({ path: '/var/lib/intranet/collateral.sqlite' });
 * ```
 */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  const { path, busyTimeoutMs = 5_000 } = options;
  // An empty path would quietly be a temporary file that is deleted at the end.
  if (typeof path !== 'string' || path === '') refuse('path', "a file path or ':memory:'", path);
  if (!Number.isInteger(busyTimeoutMs) || busyTimeoutMs < 0)
    refuse('busyTimeoutMs', 'a whole number of milliseconds from 0', busyTimeoutMs);
  // Opened here first: the caller learns at once when it can't be, and the tables are up to date.
  if (path !== ':memory:') new SqliteFile({ path, busyTimeoutMs }).close();
  return storeOn({ path, busyTimeoutMs });
}

function storeOn(options: SqliteFileOptions): Store {
  const thread = new SqliteThread(options);
  let counting: SqliteThread | undefined;
  let isClosed = false;

  function threadForCounts(): SqliteThread {
    // Nobody else can see what is in memory; and a closed store must not start a thread to say so.
    if (options.path === ':memory:' || isClosed) return thread;
    return (counting ??= new SqliteThread(options));
  }

  return {
    capabilities: { getMany: true, aggregate: true, search: true },
    append: (tenant, facts) => thread.call('append', tenant, facts),
    async *read(tenant, filter, cursor) {
      let page = await thread.call('page', tenant, filter, cursor);
      while (page.facts.length > 0) {
        yield { facts: page.facts, cursor: page.cursor };
        if (!page.isFull) return;
        page = await thread.call('page', tenant, filter, page.cursor);
      }
    },
    reassign: (tenant, actorId, tombstoneId) => thread.call('reassign', tenant, actorId, tombstoneId),
    prune: async (tenant, before, options = {}) => thread.call('prune', tenant, before, checkPrune(options)),
    get: (tenant, collection, key) => thread.call('get', tenant, collection, key),
    getMany: (tenant, collection, keys) => thread.call('getMany', tenant, collection, keys),
    put: (tenant, collection, key, document, options = {}) =>
      thread.call('put', tenant, collection, key, document, options),
    list: (tenant, collection, options = {}) => thread.call('list', tenant, collection, options),
    aggregate: (tenant, query) => threadForCounts().call('aggregate', tenant, query),
    search: (tenant, query) => threadForCounts().call('search', tenant, query),
    health: () => thread.call('health'),
    close: async () => {
      isClosed = true;
      // The last one to close a file writes the end of its log back, so it must be the one that writes.
      await counting?.close();
      await thread.close();
    },
  };
}

function refuse(name: string, expected: string, got: unknown): never {
  throw new CollateralError('invalid-option', `${name} must be ${expected}, got ${JSON.stringify(got)}.`);
}
