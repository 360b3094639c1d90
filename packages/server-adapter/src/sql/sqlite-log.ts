import type { Fact } from '../store/fact.js';
import { factContent } from '../store/fact-content.js';
import type { AppendOutcome, FactFilter, FactPage } from '../store/store.js';
import { withoutText } from '../store/without-text.js';
import type { ActorItem } from './actor-item.js';
import { factQuery, factsPerPage } from './fact-query.js';
import { factColumns, factOfRow, parametersOf, typeNumber } from './fact-row.js';
import { instantBound, packId } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteConversations } from './sqlite-conversations.js';
import { SqliteCounts, type NumberedFact } from './sqlite-counts.js';
import { factPages } from './sqlite-fact-pages.js';
import { Tenants, type TenantState } from './tenants.js';

const pairTypes = `(${(['view', 'usage', 'completion', 'rating', 'rating-withdrawal'] as const).map(typeNumber).join(', ')})`;

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
      const added: NumberedFact[] = [];
      const outcomes = facts.map((fact) => {
        const sequence = state.lastSequence + added.length + 1;
        const outcome = this.#appendOne(state, fact, sequence);
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

  reassign(tenant: string, actorId: string, tombstoneId: string): void {
    if (actorId === tombstoneId) return;
    this.#connection.write(() => {
      const state = this.#tenants.find(tenant);
      const actor = state?.names.find('actor', actorId);
      if (state === undefined || actor === undefined) return;
      const tombstone = state.names.number('actor', tombstoneId);
      const counts = this.#countsOf(state);
      const conversations = this.#conversationsOf(state);
      const both = 'actor IN (?, ?)';
      const said = conversations.saidWhere(both, [actor, tombstone], [actor, tombstone]);
      this.#countFactsBack(state, both, actor, tombstone);
      counts.removePairs(this.#pairs(both, state.number, actor, tombstone));
      this.#blank(state, actor);
      // What the new actor already has stays behind and is deleted by the second statement.
      this.#connection
        .prepare('UPDATE OR IGNORE fact SET actor = ? WHERE tenant = ? AND actor = ?')
        .run(tombstone, state.number, actor);
      this.#connection.prepare('DELETE FROM fact WHERE tenant = ? AND actor = ?').run(state.number, actor);
      for (const facts of factPages(this.#connection, state, 'actor = ?', tombstone)) counts.add(facts);
      conversations.refresh(said);
      state.names.eraseUnused();
    });
  }

  prune(tenant: string, before: string): void {
    this.#connection.write(() => {
      const state = this.#tenants.open(tenant);
      const bound = instantBound(before);
      const counts = this.#countsOf(state);
      const conversations = this.#conversationsOf(state);
      const said = conversations.saidWhere('effective_at < ?', [bound]);
      const pairs = this.#pairs('effective_at < ?', state.number, bound);
      this.#countFactsBack(state, 'effective_at < ?', bound);
      counts.removePairs(pairs);
      this.#connection.prepare('DELETE FROM fact WHERE tenant = ? AND effective_at < ?').run(state.number, bound);
      const touched = JSON.stringify(pairs.map(({ actor, item }) => [actor, item]));
      const ofTouched = `type IN ${pairTypes} AND (actor, item) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`;
      if (pairs.length > 0)
        for (const facts of factPages(this.#connection, state, ofTouched, touched)) counts.addToPairs(facts);
      conversations.refresh(said);
      this.#connection
        .prepare('UPDATE tenant SET pruned_before = max(pruned_before, ?) WHERE number = ?')
        .run(before, state.number);
      state.names.eraseUnused();
    });
  }

  #blank({ number, names }: TenantState, actor: number): void {
    const rows = this.#connection
      .prepare(`SELECT sequence, ${factColumns} FROM fact WHERE tenant = ? AND actor = ?`)
      .all(number, actor);
    for (const row of rows) {
      const { context, detail } = withoutText(factOfRow(row, names));
      this.#connection.prepare('UPDATE fact SET context = ?, detail = ? WHERE tenant = ? AND sequence = ?').run(
        names.number('context', context === null ? null : JSON.stringify(context)),
        // The columns of a view hold no text.
        row['view_id'] === null ? JSON.stringify(detail) : null,
        number,
        Number(row['sequence']),
      );
    }
  }

  #countsOf({ number, names }: TenantState): SqliteCounts {
    return new SqliteCounts(this.#connection, number, names);
  }

  #conversationsOf({ number, names }: TenantState): SqliteConversations {
    return new SqliteConversations(this.#connection, number, names);
  }

  #appendOne(state: TenantState, fact: Fact, sequence: number): AppendOutcome {
    if (fact.effectiveAt >= state.prunedBefore && this.#insert(state, fact, sequence)) return 'new';
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

  /** People and items that have facts which count. */
  #pairs(condition: string, ...parameters: readonly number[]): readonly ActorItem[] {
    return this.#connection
      .prepare(
        `SELECT DISTINCT actor, item FROM fact WHERE tenant = ? AND item > 0 AND type IN ${pairTypes} AND ${condition}`,
      )
      .all(...parameters)
      .map((row) => ({ actor: Number(row['actor']), item: Number(row['item']) }));
  }

  #countFactsBack(state: TenantState, condition: string, ...parameters: readonly number[]): void {
    for (const facts of factPages(this.#connection, state, condition, ...parameters))
      this.#countsOf(state).countFacts(
        facts.map(({ fact }) => fact),
        -1,
      );
  }
}
