import { accessSync, constants } from 'node:fs';
import type { AggregateQuery } from '../store/aggregate-query.js';
import type { AggregateRow } from '../store/aggregate-row.js';
import type { Fact } from '../store/fact.js';
import type {
  AppendOutcome,
  Collection,
  Document,
  DocumentPage,
  FactFilter,
  FactPage,
  ListOptions,
  PruneOptions,
  PruneOutcome,
  PutOptions,
  PutOutcome,
  StoredDocument,
} from '../store/store.js';
import type { TextHit, TextSearch } from '../store/text-search.js';
import { migrate } from './migrate.js';
import { SqliteAggregate } from './sqlite-aggregate.js';
import { SqliteCabinet } from './sqlite-cabinet.js';
import { SqliteConnection } from './sqlite-connection.js';
import { SqliteLog } from './sqlite-log.js';
import { SqlitePrune } from './sqlite-prune.js';
import { SqliteReassign } from './sqlite-reassign.js';
import { Tenants } from './tenants.js';

/** How a file is opened. */
export interface SqliteFileOptions {
  readonly path: string;
  readonly busyTimeoutMs: number;
}

/** One call of a method, as it travels between threads. */
export interface SqliteCall {
  readonly method: keyof SqliteMethods;
  readonly parameters: readonly unknown[];
}

/** How a call ended. */
export type SqliteOutcome = { readonly result: unknown } | { readonly error: unknown };

/** What can be asked of a file. Everything here is synchronous. */
export interface SqliteMethods {
  readonly append: (tenant: string, facts: readonly Fact[]) => readonly AppendOutcome[];
  readonly page: (
    tenant: string,
    filter: FactFilter,
    cursor: string | undefined,
  ) => FactPage & { readonly isFull: boolean };
  readonly reassign: (tenant: string, actorId: string, tombstoneId: string) => void;
  readonly prune: (tenant: string, before: string, options: PruneOptions) => PruneOutcome;
  readonly aggregate: (tenant: string, query: AggregateQuery) => readonly AggregateRow[];
  readonly search: (tenant: string, query: TextSearch) => readonly TextHit[];
  readonly get: (tenant: string, collection: Collection, key: string) => StoredDocument | null;
  readonly getMany: (
    tenant: string,
    collection: Collection,
    keys: readonly string[],
  ) => readonly (StoredDocument | null)[];
  readonly put: (
    tenant: string,
    collection: Collection,
    key: string,
    document: Document,
    options: PutOptions,
  ) => PutOutcome;
  readonly list: (tenant: string, collection: Collection, options: ListOptions) => DocumentPage;
  readonly health: () => void;
}

const writes: ReadonlySet<keyof SqliteMethods> = new Set(['append', 'reassign', 'prune', 'put']);

/** One open SQLite file with its tables up to date. */
export class SqliteFile {
  readonly #connection: SqliteConnection;
  readonly #methods: SqliteMethods;

  /** @throws CollateralError `invalid-option` for a file of a newer release, `store-unavailable` when it can't be opened. */
  constructor({ path, busyTimeoutMs }: SqliteFileOptions) {
    this.#connection = new SqliteConnection(path, busyTimeoutMs);
    try {
      migrate(this.#connection);
    } catch (error) {
      this.#connection.close();
      throw error;
    }
    this.#methods = methodsOn(this.#connection, path);
  }

  /**
   * Runs calls that wait together and tells how each ended.
   *
   * Their writes share one transaction, so that one wait for the disk serves them all. A write that fails is undone alone; when
   * the transaction fails, all of them do. Reads come behind the writes.
   */
  run(calls: readonly SqliteCall[]): readonly SqliteOutcome[] {
    const outcomes = new Map<SqliteCall, SqliteOutcome>();
    const writing = calls.filter(({ method }) => writes.has(method));
    try {
      if (writing.length > 0)
        this.#connection.write(() => {
          for (const call of writing) outcomes.set(call, this.#runInTransaction(call));
        });
    } catch (error) {
      for (const call of writing) outcomes.set(call, { error });
    }
    return calls.map((call) => outcomes.get(call) ?? this.#runOne(call));
  }

  /** Closes the file. Closing twice is fine. */
  close(): void {
    this.#connection.close();
  }

  #runInTransaction(call: SqliteCall): SqliteOutcome {
    const outcome = this.#runOne(call);
    // After some errors (disk full, for one) SQLite has undone the whole transaction.
    if ('error' in outcome && !this.#connection.isInTransaction) throw outcome.error;
    return outcome;
  }

  #runOne({ method, parameters }: SqliteCall): SqliteOutcome {
    try {
      const run = this.#methods[method] as (...given: readonly unknown[]) => unknown;
      return { result: run(...parameters) };
    } catch (error) {
      return { error };
    }
  }
}

function methodsOn(connection: SqliteConnection, path: string): SqliteMethods {
  const tenants = new Tenants(connection);
  const log = new SqliteLog(connection, tenants);
  const reassign = new SqliteReassign(connection, tenants);
  const prune = new SqlitePrune(connection, tenants);
  const counts = new SqliteAggregate(connection, tenants);
  const cabinet = new SqliteCabinet(connection, tenants);
  return {
    append: (...given) => log.append(...given),
    page: (...given) => log.page(...given),
    reassign: (...given) => reassign.reassign(...given),
    prune: (...given) => prune.prune(...given),
    aggregate: (...given) => counts.answer(...given),
    search: (...given) => counts.search(...given),
    get: (...given) => cabinet.get(...given),
    getMany: (...given) => cabinet.getMany(...given),
    put: (...given) => cabinet.put(...given),
    list: (...given) => cabinet.list(...given),
    // Without the write lock: a health check must neither wait for a writer nor stand in its way.
    health: () => {
      connection.read(() => connection.prepare('SELECT max(version) FROM schema_version').get());
      if (path !== ':memory:') connection.attempt(() => accessSync(path, constants.R_OK | constants.W_OK));
    },
  };
}
