import type { Fact } from '../store/fact.js';
import { withoutText } from '../store/without-text.js';
import { factColumns, factOfRow, typeNumber } from './fact-row.js';
import { SqliteActorPairs } from './sqlite-actor-pairs.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteConversations } from './sqlite-conversations.js';
import { SqliteCounts } from './sqlite-counts.js';
import { factPages } from './sqlite-fact-pages.js';
import type { Tenants, TenantState } from './tenants.js';

/** Gives what one person did to another id, in a SQLite file. */
export class SqliteReassign {
  readonly #connection: SqliteConnection;
  readonly #tenants: Tenants;

  constructor(connection: SqliteConnection, tenants: Tenants) {
    this.#connection = connection;
    this.#tenants = tenants;
  }

  /** Gives everything of an actor to a tombstone. */
  reassign(tenant: string, actorId: string, tombstoneId: string): void {
    if (actorId === tombstoneId) return;
    this.#connection.write(() => {
      const state = this.#tenants.find(tenant);
      const actor = state?.names.find('actor', actorId);
      if (state === undefined || actor === undefined) return;
      const tombstone = state.names.find('actor', tombstoneId);
      if (tombstone === undefined) this.#rename(state, actor, tombstoneId);
      else this.#unite(state, actor, tombstone);
      state.names.eraseUnusedContexts();
    });
  }

  // Rows and counts know people by number, so a name nobody has is all that has to be written, and the texts.
  #rename(state: TenantState, actor: number, tombstoneId: string): void {
    const conversations = this.#conversationsOf(state);
    const said = conversations.saidWhere('actor = ?', [actor]);
    for (const facts of factPages(this.#connection, state, `actor = ? AND type = ${typeNumber('usage')}`, actor))
      this.#countsOf(state).countSearches(
        facts.map(({ fact }) => fact),
        -1,
      );
    this.#blank(state, actor);
    state.names.rename(actor, tombstoneId);
    conversations.refresh(said);
  }

  #unite(state: TenantState, actor: number, tombstone: number): void {
    const counts = this.#countsOf(state);
    const conversations = this.#conversationsOf(state);
    const said = conversations.saidWhere('actor IN (?, ?)', [actor, tombstone], [actor, tombstone]);
    for (const facts of factPages(this.#connection, state, 'actor IN (?, ?)', actor, tombstone))
      counts.countFacts(
        facts.map(({ fact }) => fact),
        -1,
      );
    const pairs = new SqliteActorPairs(this.#connection, state);
    const outlived = pairs.takeOut(actor, tombstone);
    pairs.moveActions(actor, tombstone);
    this.#blank(state, actor);
    // What the new actor already has stays behind and is deleted by the second statement.
    this.#connection
      .prepare('UPDATE OR IGNORE fact SET actor = ? WHERE tenant = ? AND actor = ?')
      .run(tombstone, state.number, actor);
    this.#connection.prepare('DELETE FROM fact WHERE tenant = ? AND actor = ?').run(state.number, actor);
    pairs.putIn(tombstone, outlived);
    for (const facts of factPages(this.#connection, state, 'actor = ?', tombstone)) counts.add(facts);
    conversations.refresh(said);
    state.names.erase(actor);
  }

  #blank({ number, names }: TenantState, actor: number): void {
    const rows = this.#connection
      .prepare(`SELECT sequence, ${factColumns} FROM fact WHERE tenant = ? AND actor = ?`)
      .all(number, actor);
    for (const row of rows) {
      const { context, detail }: Fact = withoutText(factOfRow(row, names));
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
}
