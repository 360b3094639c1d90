import { sequenceOfCursor } from '../store/log-cursor.js';
import type { PruneOptions, PruneOutcome } from '../store/store.js';
import { aboutCondition, type Query } from './fact-query.js';
import { factColumns, factOfRow, typeNumber } from './fact-row.js';
import { instantBound } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteConversations } from './sqlite-conversations.js';
import { SqliteCounts } from './sqlite-counts.js';
import { raiseMarks } from './sqlite-marks.js';
import type { Tenants, TenantState } from './tenants.js';

/**
 * Deletes old facts from a SQLite file.
 *
 * Counts stay as they are: they outlive the facts. Only what tells what people wrote is taken back with them. So a step costs what
 * the facts it looks at cost, and keeps the write lock for no longer.
 */
export class SqlitePrune {
  readonly #connection: SqliteConnection;
  readonly #tenants: Tenants;

  constructor(connection: SqliteConnection, tenants: Tenants) {
    this.#connection = connection;
    this.#tenants = tenants;
  }

  /** Deletes the facts of one step. */
  prune(tenant: string, before: string, options: PruneOptions): PruneOutcome {
    return this.#connection.write(() => {
      const state = this.#tenants.open(tenant);
      raiseMarks(this.#connection, state, before, options.types);
      const first = sequenceOfCursor(options.cursor);
      const last = options.limit === undefined ? state.lastSequence : first + options.limit;
      const removed = this.#delete(state, conditionOf(state, before, options, { first, last }));
      if (last < state.lastSequence) return { removed, nextCursor: String(last) };
      state.names.eraseUnusedContexts();
      return { removed };
    });
  }

  #delete(state: TenantState, { sql, parameters }: Query): number {
    const conversations = new SqliteConversations(this.#connection, state.number, state.names);
    const said = conversations.saidWhere(sql, parameters);
    this.#takeSearchesBack(state, { sql, parameters });
    const { changes } = this.#connection
      .prepare(`DELETE FROM fact WHERE tenant = ? AND ${sql}`)
      .run(state.number, ...parameters);
    conversations.refresh(said);
    return Number(changes);
  }

  #takeSearchesBack({ number, names }: TenantState, { sql, parameters }: Query): void {
    const searches = this.#connection
      .prepare(`SELECT ${factColumns} FROM fact WHERE tenant = ? AND type = ${typeNumber('usage')} AND ${sql}`)
      .all(number, ...parameters);
    new SqliteCounts(this.#connection, number, names).countSearches(
      searches.map((row) => factOfRow(row, names)),
      -1,
    );
  }
}

function conditionOf(
  state: TenantState,
  before: string,
  { types, suggestionIds }: PruneOptions,
  { first, last }: { readonly first: number; readonly last: number },
): Query {
  const ofTypes = types === undefined ? '' : ' AND type IN (SELECT value FROM json_each(?))';
  const about = suggestionIds === undefined ? null : aboutCondition(state, suggestionIds);
  return {
    sql: `sequence > ? AND sequence <= ? AND effective_at < ?${ofTypes}${about === null ? '' : ` AND ${about.sql}`}`,
    parameters: [
      first,
      last,
      instantBound(before),
      ...(types === undefined ? [] : [JSON.stringify(types.map(typeNumber))]),
      ...(about?.parameters ?? []),
    ],
  };
}
