import type { Fact } from '../store/fact.js';
import { factContent } from '../store/fact-content.js';
import type { PruneMarks } from '../store/prune-marks.js';
import type { AppendOutcome, FactFilter, FactPage } from '../store/store.js';
import { factQuery, factsPerPage } from './fact-query.js';
import { factColumns, factOfRow, parametersOf } from './fact-row.js';
import { packId } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteConversations } from './sqlite-conversations.js';
import { SqliteCounts, type NumberedFact } from './sqlite-counts.js';
import { readMarks } from './sqlite-marks.js';
import { Tenants, type TenantState } from './tenants.js';

/** The log of facts in a SQLite file, with its counts. */
export class SqliteLog {
  readonly #connection: SqliteConnection;
  readonly #tenants: Tenants;

  constructor(connection: SqliteConnection, tenants: Tenants = new Tenants(connection)) {
    this.#connection = connection;
    this.#tenants = tenants;
  }

  append(tenant: string, facts: readonly Fact[]): readonly AppendOutcome[] {
    return this.#connection.write(() => {
      const state = this.#tenants.open(tenant);
      const marks = readMarks(this.#connection, state);
      const added: NumberedFact[] = [];
      const outcomes = facts.map((fact) => {
        const sequence = state.lastSequence + added.length + 1;
        const outcome = this.#appendOne(state, marks, fact, sequence);
        if (outcome === 'new') added.push({ sequence, fact });
        return outcome;
      });
      this.#countsOf(state).add(added);
      this.#conversationsOf(state).add(added);
      this.#connection
        .prepare('UPDATE tenant SET last_sequence = ? WHERE number = ?')
        .run(state.lastSequence + added.length, state.number);
      return outcomes;
    });
  }

  /** Writes facts that have their places already, as after a change of the tables. Counts nothing. */
  restore(tenant: string, facts: readonly NumberedFact[]): void {
    this.#connection.write(() => {
      const state = this.#tenants.open(tenant);
      for (const { sequence, fact } of facts) this.#insert(state, fact, sequence);
    });
  }

  /** Gives the next page behind a cursor and whether it may be followed by another. */
  page(tenant: string, filter: FactFilter, cursor: string | undefined): FactPage & { readonly isFull: boolean } {
    return this.#connection.read(() => {
      const state = this.#tenants.find(tenant);
      if (state === undefined) return { facts: [], cursor: cursor ?? '0', isFull: false };
      const { sql, parameters } = factQuery(state, filter, cursor);
      const rows = this.#connection.prepare(sql).all(...parameters);
      const last = rows.at(-1)?.['sequence'];
      const facts = rows.map((row) => factOfRow(row, state.names));
      return { facts, cursor: String(last ?? cursor ?? 0), isFull: rows.length === factsPerPage };
    });
  }

  #countsOf({ number, names }: TenantState): SqliteCounts {
    return new SqliteCounts(this.#connection, number, names);
  }

  #conversationsOf({ number, names }: TenantState): SqliteConversations {
    return new SqliteConversations(this.#connection, number, names);
  }

  #appendOne(state: TenantState, marks: PruneMarks, fact: Fact, sequence: number): AppendOutcome {
    if (!marks.isBehind(fact) && this.#insert(state, fact, sequence)) return 'new';
    const actor = state.names.find('actor', fact.actorId) ?? -1;
    const first = this.#connection
      .prepare(`SELECT ${factColumns} FROM fact WHERE tenant = ? AND actor = ? AND id = ?`)
      .get(state.number, actor, packId(fact.id));
    // Its id may have been pruned with its first copy, so taking it could count it twice.
    if (first === undefined) return 'too-old';
    return factContent(factOfRow(first, state.names)) === factContent(fact) ? 'duplicate' : 'conflict';
  }

  #insert({ number, names }: TenantState, fact: Fact, sequence: number): boolean {
    const { changes } = this.#connection
      .prepare(
        `INSERT INTO fact (tenant, sequence, ${factColumns}) VALUES (?, ?, ${factColumns.replaceAll(/\w+/g, '?')}) ON CONFLICT (tenant, actor, id) DO NOTHING`,
      )
      .run(number, sequence, ...parametersOf(fact, names));
    return Number(changes) === 1;
  }
}
