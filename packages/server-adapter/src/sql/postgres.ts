/**
 * The store for many processes: a schema in a PostgreSQL database, through `pg`.
 *
 * @module
 */
import { CollateralError, isCollateralError } from '@collateral/sdk/contract';
import pg from 'pg';
import { checkPrune } from '../store/check-prune.js';
import type { Fact } from '../store/fact.js';
import type { AppendOutcome, FactFilter, FactPage, Store } from '../store/store.js';
import { checkLimit } from '../store/text-fold.js';
import { answerFromPostgres } from './postgres-aggregate.js';
import { PostgresCabinet } from './postgres-cabinet.js';
import type { PostgresPool, Run } from './postgres-client.js';
import { PostgresConnection } from './postgres-connection.js';
import { PostgresConversationAnswers } from './postgres-conversation-answers.js';
import { PostgresLog } from './postgres-log.js';
import { MissingName } from './postgres-names.js';
import { PostgresTenants } from './postgres-tenants.js';
import { isMonthMissing, PostgresMonths } from './postgres-months.js';
import { migratePostgres } from './postgres-schema.js';
import { SharedAppends } from './shared-appends.js';
import { SharedGets } from './shared-gets.js';

export type {
  PostgresClient,
  PostgresPool,
  PostgresResult,
  PostgresRow,
  PostgresStatement,
} from './postgres-client.js';

/** How a PostgreSQL store is opened: with a pool of the host's, which the host closes, or with an address. */
export interface PostgresStoreOptions {
  /** A `Pool` of `pg`. The store never closes it. */
  readonly pool?: PostgresPool;
  /** Address of the database, for example `postgres://user@host/database`. */
  readonly connectionString?: string;
  /** Schema of the tables, made when missing: lower-case letters, digits and underscores. @defaultValue `collateral` */
  readonly schema?: string;
  /**
   * Statements stay prepared on their connection, which saves a fifth of their time. Switch it off behind a pooler that gives every
   * transaction another connection and knows nothing of prepared statements, as PgBouncer before version 1.21. @defaultValue true
   */
  readonly preparesStatements?: boolean;
}

/**
 * Opens a store in a PostgreSQL database of version 13 or later. Any number of processes may use one schema.
 *
 * The tables are made or brought up to date before the first call, by one process at a time. What serialisation failures and lost
 * connections interrupt is tried again.
 *
 * @throws CollateralError `invalid-option` for a wrong option.
 * @example
 * ```ts
 * const store = createPostgresStore({ connectionString: process.env.DATABASE_URL });
 * ```
 */
export function createPostgresStore(options: PostgresStoreOptions): Store {
  const { pool, connectionString, schema = 'collateral', preparesStatements = true } = options;
  if ((pool === undefined) === (connectionString === undefined))
    throw new CollateralError('invalid-option', 'Give either a pool or a connectionString.');
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new CollateralError(
      'invalid-option',
      `schema must be lower-case letters, digits and underscores, at most 63, got ${JSON.stringify(schema)}.`,
    );
  if (pool !== undefined) return storeOn(new PostgresConnection(pool, false, preparesStatements), schema);
  const own = new pg.Pool({ connectionString });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  own.on('error', () => undefined);
  return storeOn(new PostgresConnection(own, true, preparesStatements), schema);
}

function storeOn(connection: PostgresConnection, schema: string): Store {
  const tenants = new PostgresTenants(schema);
  const log = new PostgresLog(schema, tenants);
  const cabinet = new PostgresCabinet(schema, tenants);
  const months = new PostgresMonths(schema);
  let migrated: Promise<void> | undefined;

  async function ready(): Promise<void> {
    migrated ??= connection.write((run) => migratePostgres(run, schema));
    try {
      await migrated;
    } catch (error) {
      // The database may be there the next time.
      migrated = undefined;
      throw error;
    }
  }
  async function read<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    await ready();
    return connection.read(work);
  }
  async function write<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    await ready();
    return connection.write(work);
  }

  async function append(tenant: string, facts: readonly Fact[]): Promise<readonly AppendOutcome[]> {
    await ready();
    await months.ensure(connection, facts);
    try {
      return await connection.write((run) => log.append(run, tenant, facts));
    } catch (error) {
      if (!isMonthMissing(error)) throw error;
      months.forget();
      await months.ensure(connection, facts);
      return connection.write((run) => log.append(run, tenant, facts));
    }
  }

  async function readPage(tenant: string, filter: FactFilter, cursor: string | undefined): Promise<FactPage> {
    for (;;) {
      try {
        return await read((run) => log.page(run, tenant, filter, cursor));
      } catch (error) {
        // Somebody was erased while their facts were read: now these stand under another name.
        if (!isCollateralError(error) || !(error.cause instanceof MissingName)) throw error;
      }
    }
  }

  const appends = new SharedAppends(append);
  const gets = new SharedGets((asked) => read((run) => cabinet.getMany(run, asked)));

  return {
    capabilities: { getMany: true, aggregate: true, search: true },
    append: (tenant, facts) => appends.append(tenant, facts),
    async *read(tenant, filter, cursor) {
      let page = await readPage(tenant, filter, cursor);
      while (page.facts.length > 0) {
        yield page;
        page = await readPage(tenant, filter, page.cursor);
      }
    },
    reassign: (tenant, actorId, tombstoneId) => write((run) => log.reassign(run, tenant, actorId, tombstoneId)),
    prune: async (tenant, before, options = {}) => {
      const outcome = await write((run) => log.prune(run, tenant, before, checkPrune(options)));
      if (outcome.nextCursor === undefined) await months.removeEmpty(connection, before);
      return outcome;
    },
    aggregate: async (tenant, query) => {
      await ready();
      return connection.snapshot((run) => answerFromPostgres(run, schema, { tenants, tenant }, query));
    },
    search: (name, query) =>
      read(async (run) => {
        checkLimit(query.limit);
        const tenant = await tenants.find(run, name);
        return tenant === undefined ? [] : new PostgresConversationAnswers(run, schema, tenant).search(query);
      }),
    get: async (tenant, collection, key) => (await gets.get([{ tenant, collection, key }]))[0] ?? null,
    getMany: async (tenant, collection, keys) =>
      keys.length === 0 ? [] : gets.get(keys.map((key) => ({ tenant, collection, key }))),
    put: (tenant, collection, key, document, options = {}) =>
      write((run) => cabinet.put(run, tenant, collection, key, document, options)),
    list: (tenant, collection, options = {}) => read((run) => cabinet.list(run, tenant, collection, options)),
    // A standby answers reads and takes no writes.
    health: () =>
      read(async (run) => {
        const [row] = await run('SELECT pg_is_in_recovery() AS standby');
        if (row?.['standby'] === true)
          throw new CollateralError('store-unavailable', 'The database is a standby: it takes no writes.');
      }),
    close: async () => {
      await appends.close();
      await connection.close();
    },
  };
}
