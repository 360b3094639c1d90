/**
 * The embedded store: one SQLite file through `node:sqlite`, nothing to compile or start.
 *
 * @module
 */
import { CollateralError } from '@collateral/sdk/contract';
import type { Store } from '../store/store.js';
import { migrate } from './migrate.js';
import { SqliteAggregate } from './sqlite-aggregate.js';
import { SqliteCabinet } from './sqlite-cabinet.js';
import { SqliteConnection } from './sqlite-connection.js';
import { SqliteLog } from './sqlite-log.js';
import { Tenants } from './tenants.js';

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
 * Several processes on one machine may use the same file. Not for network drives: SQLite's locks don't hold there.
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
  const connection = new SqliteConnection(path, busyTimeoutMs);
  try {
    migrate(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return storeOn(connection);
}

function storeOn(connection: SqliteConnection): Store {
  const tenants = new Tenants(connection);
  const log = new SqliteLog(connection, tenants);
  const counts = new SqliteAggregate(connection, tenants);
  const cabinet = new SqliteCabinet(connection);
  // node:sqlite is synchronous; async functions turn what it throws into rejections, as the interface asks.
  return {
    capabilities: { getMany: true, aggregate: true },
    append: async (tenant, facts) => log.append(tenant, facts),
    async *read(tenant, filter, cursor) {
      let page = log.page(tenant, filter, cursor);
      while (page.facts.length > 0) {
        yield { facts: page.facts, cursor: page.cursor };
        if (!page.isFull) return;
        page = log.page(tenant, filter, page.cursor);
      }
    },
    reassign: async (tenant, actorId, tombstoneId) => log.reassign(tenant, actorId, tombstoneId),
    prune: async (tenant, before) => log.prune(tenant, before),
    get: async (tenant, collection, key) => cabinet.get(tenant, collection, key),
    getMany: async (tenant, collection, keys) => cabinet.getMany(tenant, collection, keys),
    put: async (tenant, collection, key, document, options = {}) =>
      cabinet.put(tenant, collection, key, document, options),
    list: async (tenant, collection, options = {}) => cabinet.list(tenant, collection, options),
    aggregate: async (tenant, query) => counts.answer(tenant, query),
    // Taking the write lock is the cheapest proof that the file can still be written.
    health: async () => connection.write(() => undefined),
    close: async () => connection.close(),
  };
}

function refuse(name: string, expected: string, got: unknown): never {
  throw new CollateralError('invalid-option', `${name} must be ${expected}, got ${JSON.stringify(got)}.`);
}
