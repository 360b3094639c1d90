import type { Fact } from '../store/fact.js';
import { sequenceOfCursor } from '../store/log-cursor.js';
import type { AppendOutcome, FactFilter, FactPage } from '../store/store.js';
import { withoutText } from '../store/without-text.js';
import { IdRanges } from './id-ranges.js';
import { aboutKey } from './postgres-about.js';
import { appendFacts, type LogState } from './postgres-append.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresCounts } from './postgres-counts.js';
import { factColumns, factOfRow, rowOfFact } from './postgres-fact-row.js';
import { PostgresRecount } from './postgres-recount.js';

const factsPerPage = 500;

/**
 * The log of facts in a PostgreSQL schema. Every method runs inside the transaction of its caller.
 *
 * Whoever changes a tenant's log holds the lock on its row in `tenant_log` until the commit. So numbers are given in the order of
 * the commits, and no reader's cursor can pass a fact that is still to come.
 */
export class PostgresLog {
  readonly #schema: string;
  readonly #counts: PostgresCounts;
  readonly #conversations: PostgresConversations;
  readonly #recount: PostgresRecount;

  constructor(schema: string) {
    this.#schema = schema;
    this.#counts = new PostgresCounts(schema);
    this.#conversations = new PostgresConversations(schema);
    this.#recount = new PostgresRecount(schema);
  }

  async append(run: Run, tenant: string, facts: readonly Fact[]): Promise<readonly AppendOutcome[]> {
    if (facts.length === 0) return [];
    const state = await this.#lock(run, tenant, facts.length);
    const { outcomes, news } = await appendFacts(run, this.#schema, tenant, facts, state);
    if (state.ids.isChanged)
      await run(`UPDATE ${this.#schema}.tenant_log SET id_months = $2 WHERE tenant = $1`, [tenant, state.ids.stored]);
    await this.#counts.add(run, tenant, news);
    await this.#conversations.add(run, tenant, news);
    return outcomes;
  }

  async page(run: Run, tenant: string, filter: FactFilter, cursor: string | undefined): Promise<FactPage> {
    const conditions = ['tenant = $1', 'sequence > $2'];
    const values: unknown[] = [tenant, sequenceOfCursor(cursor)];
    function where(condition: string, value: unknown): void {
      if (value === undefined) return;
      values.push(value);
      conditions.push(condition.replace('?', `$${values.length}`));
    }
    where('collateral_id = ANY(?::text[])', filter.collateralIds);
    where('type = ANY(?::text[])', filter.types);
    where(`about IN (SELECT ${aboutKey('id')} FROM unnest(?::text[]) AS id)`, filter.suggestionIds);
    where('actor_id = ?', filter.actorId);
    where('effective_at >= ?', filter.from);
    where('effective_at < ?', filter.to);
    const rows = await run(
      `SELECT sequence, ${factColumns} FROM ${this.#schema}.fact WHERE ${conditions.join(' AND ')} ORDER BY sequence LIMIT ${factsPerPage}`,
      values,
    );
    const last = rows.at(-1);
    return {
      facts: rows.map(factOfRow),
      cursor: last === undefined ? (cursor ?? '0') : String(Number(last['sequence'])),
    };
  }

  async reassign(run: Run, tenant: string, actorId: string, tombstoneId: string): Promise<void> {
    if (actorId === tombstoneId) return;
    const fact = `${this.#schema}.fact`;
    await this.#lock(run, tenant, 0);
    const both = { sql: 'actor_id = ANY($2::text[])', value: [actorId, tombstoneId] };
    const said = await this.#conversations.saidWhere(run, tenant, both, [actorId, tombstoneId]);
    await this.#recount.takeBack(run, tenant, both, await this.#recount.pairs(run, tenant, both));
    await run(
      `DELETE FROM ${fact} AS old WHERE tenant = $1 AND actor_id = $2
         AND EXISTS (SELECT 1 FROM ${fact} AS kept WHERE kept.tenant = $1 AND kept.actor_id = $3 AND kept.id = old.id)`,
      [tenant, actorId, tombstoneId],
    );
    const rows = await run(`SELECT ${factColumns} FROM ${fact} WHERE tenant = $1 AND actor_id = $2`, [tenant, actorId]);
    const blanked = rows.map((row) => rowOfFact(withoutText(factOfRow(row))));
    await run(
      `UPDATE ${fact} SET actor_id = $3, context = row.context, detail = row.detail
       FROM json_to_recordset($4::json) AS row(id bytea, context text, detail text)
       WHERE fact.tenant = $1 AND fact.actor_id = $2 AND fact.id = row.id`,
      [tenant, actorId, tombstoneId, JSON.stringify(blanked)],
    );
    await this.#recount.add(run, tenant, { sql: 'actor_id = $2', value: tombstoneId });
    await this.#conversations.refresh(run, tenant, said);
    await this.#counts.deleteEmpty(run, tenant);
  }

  async prune(run: Run, tenant: string, before: string): Promise<void> {
    await this.#lock(run, tenant, 0);
    const old = { sql: 'effective_at < $2', value: before };
    const said = await this.#conversations.saidWhere(run, tenant, old);
    const pairs = await this.#recount.pairs(run, tenant, old);
    await this.#recount.takeBack(run, tenant, old, pairs);
    await run(`DELETE FROM ${this.#schema}.fact WHERE tenant = $1 AND effective_at < $2`, [tenant, before]);
    await this.#recount.addToPairs(run, tenant, pairs);
    await this.#conversations.refresh(run, tenant, said);
    await this.#counts.deleteEmpty(run, tenant);
    await run(
      `UPDATE ${this.#schema}.tenant_log SET pruned_before = greatest(pruned_before, $2 COLLATE "C") WHERE tenant = $1`,
      [tenant, before],
    );
  }

  async #lock(run: Run, tenant: string, count: number): Promise<LogState> {
    const [row] = await run(
      `INSERT INTO ${this.#schema}.tenant_log AS log (tenant, last_sequence) VALUES ($1, $2)
       ON CONFLICT (tenant) DO UPDATE SET last_sequence = log.last_sequence + $2
       RETURNING last_sequence, pruned_before, id_months`,
      [tenant, count],
    );
    const prunedBefore = String(row?.['pruned_before']);
    return {
      lastSequence: Number(row?.['last_sequence']),
      isTooOld: ({ effectiveAt }) => effectiveAt < prunedBefore,
      // Only append writes this column.
      ids: new IdRanges(row?.['id_months'] as readonly number[]),
    };
  }
}
