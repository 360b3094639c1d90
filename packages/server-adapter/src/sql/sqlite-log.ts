import type { Fact } from '../store/fact.js';
import { factContent } from '../store/fact-content.js';
import type { AppendOutcome, FactFilter, FactPage } from '../store/store.js';
import { withoutText } from '../store/without-text.js';
import { factQuery, factsPerPage } from './fact-query.js';
import { factColumns, factOfRow, parametersOf } from './fact-row.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** The log of facts in a SQLite file. */
export class SqliteLog {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  append(tenant: string, facts: readonly Fact[]): readonly AppendOutcome[] {
    return this.#connection.write(() => {
      const state = this.#connection
        .prepare('SELECT last_sequence, pruned_before FROM tenant_log WHERE tenant = ?')
        .get(tenant);
      const prunedBefore = String(state?.['pruned_before'] ?? '');
      let sequence = Number(state?.['last_sequence'] ?? 0);
      const outcomes = facts.map((fact) => {
        const outcome = this.#appendOne(tenant, fact, sequence + 1, prunedBefore);
        if (outcome === 'new') sequence += 1;
        return outcome;
      });
      this.#connection
        .prepare(
          'INSERT INTO tenant_log (tenant, last_sequence) VALUES (?, ?) ON CONFLICT DO UPDATE SET last_sequence = excluded.last_sequence',
        )
        .run(tenant, sequence);
      return outcomes;
    });
  }

  /** Gives the next page behind a cursor and whether it may be followed by another. */
  page(tenant: string, filter: FactFilter, cursor: string | undefined): FactPage & { readonly isFull: boolean } {
    const { sql, parameters } = factQuery(tenant, filter, cursor);
    const rows = this.#connection.read(() => this.#connection.prepare(sql).all(...parameters));
    const last = rows.at(-1)?.['sequence'];
    return { facts: rows.map(factOfRow), cursor: String(last ?? cursor ?? 0), isFull: rows.length === factsPerPage };
  }

  reassign(tenant: string, actorId: string, tombstoneId: string): void {
    if (actorId === tombstoneId) return;
    this.#connection.write(() => {
      for (const row of this.#connection
        .prepare(`SELECT ${factColumns} FROM fact WHERE tenant = ? AND actor_id = ?`)
        .all(tenant, actorId)) {
        const { context, detail } = withoutText(factOfRow(row));
        this.#connection
          .prepare('UPDATE fact SET context = ?, detail = ? WHERE tenant = ? AND actor_id = ? AND id = ?')
          .run(
            context === null ? null : JSON.stringify(context),
            JSON.stringify(detail),
            tenant,
            actorId,
            row['id'] ?? '',
          );
      }
      // What the new actor already has stays behind and is deleted by the second statement.
      this.#connection
        .prepare('UPDATE OR IGNORE fact SET actor_id = ? WHERE tenant = ? AND actor_id = ?')
        .run(tombstoneId, tenant, actorId);
      this.#connection.prepare('DELETE FROM fact WHERE tenant = ? AND actor_id = ?').run(tenant, actorId);
    });
  }

  prune(tenant: string, before: string): void {
    this.#connection.write(() => {
      this.#connection.prepare('DELETE FROM fact WHERE tenant = ? AND effective_at < ?').run(tenant, before);
      this.#connection
        .prepare(
          `INSERT INTO tenant_log (tenant, pruned_before) VALUES (?, ?)
           ON CONFLICT DO UPDATE SET pruned_before = max(pruned_before, excluded.pruned_before)`,
        )
        .run(tenant, before);
    });
  }

  #appendOne(tenant: string, fact: Fact, sequence: number, prunedBefore: string): AppendOutcome {
    if (fact.effectiveAt >= prunedBefore) {
      const { changes } = this.#connection
        .prepare(
          `INSERT INTO fact (tenant, sequence, ${factColumns}) VALUES (?, ?, ${factColumns.replaceAll(/\w+/g, '?')}) ON CONFLICT (tenant, actor_id, id) DO NOTHING`,
        )
        .run(tenant, sequence, ...parametersOf(fact));
      if (Number(changes) === 1) return 'new';
    }
    const first = this.#connection
      .prepare(`SELECT ${factColumns} FROM fact WHERE tenant = ? AND actor_id = ? AND id = ?`)
      .get(tenant, fact.actorId, fact.id);
    // Its id may have been pruned with its first copy, so taking it could count it twice.
    if (first === undefined) return 'too-old';
    return factContent(factOfRow(first)) === factContent(fact) ? 'duplicate' : 'conflict';
  }
}
