import type { UsageEventType } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { sequenceOfCursor } from '../store/log-cursor.js';
import { PruneMarks } from '../store/prune-marks.js';
import type { AppendOutcome, FactFilter, FactPage, PruneOptions, PruneOutcome } from '../store/store.js';
import { IdRanges } from './id-ranges.js';
import { aboutKey } from './postgres-about.js';
import { appendFacts, type LogState } from './postgres-append.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresCounts } from './postgres-counts.js';
import { factColumns, factOfRow } from './postgres-fact-row.js';
import { PostgresPrune } from './postgres-prune.js';
import { PostgresReassign } from './postgres-reassign.js';

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

  constructor(schema: string) {
    this.#schema = schema;
    this.#counts = new PostgresCounts(schema);
    this.#conversations = new PostgresConversations(schema);
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
    const { marks } = await this.#lock(run, tenant, 0);
    await new PostgresReassign(this.#schema).reassign(run, tenant, marks, [actorId, tombstoneId]);
  }

  async prune(run: Run, tenant: string, before: string, options: PruneOptions): Promise<PruneOutcome> {
    const { lastSequence, marks } = await this.#lock(run, tenant, 0);
    marks.raise(before, options.types);
    await run(`UPDATE ${this.#schema}.tenant_log SET pruned_before = $2, pruned_types = $3 WHERE tenant = $1`, [
      tenant,
      marks.ofAll,
      JSON.stringify(marks.ofTypes),
    ]);
    const first = sequenceOfCursor(options.cursor);
    const last = options.limit === undefined ? lastSequence : first + options.limit;
    const removed = await new PostgresPrune(this.#schema).prune(run, tenant, before, { ...options, first, last });
    return { removed, ...(last < lastSequence && { nextCursor: String(last) }) };
  }

  async #lock(run: Run, tenant: string, count: number): Promise<LogState & { readonly marks: PruneMarks }> {
    const [row] = await run(
      `INSERT INTO ${this.#schema}.tenant_log AS log (tenant, last_sequence) VALUES ($1, $2)
       ON CONFLICT (tenant) DO UPDATE SET last_sequence = log.last_sequence + $2
       RETURNING last_sequence, pruned_before, pruned_types, id_months`,
      [tenant, count],
    );
    const marks = new PruneMarks();
    marks.raise(String(row?.['pruned_before']));
    // Only prune writes this column.
    const ofTypes = JSON.parse(String(row?.['pruned_types'])) as Readonly<Record<UsageEventType, string>>;
    for (const [type, before] of Object.entries(ofTypes)) marks.raise(before, [type as UsageEventType]);
    return {
      marks,
      lastSequence: Number(row?.['last_sequence']),
      isTooOld: (fact) => marks.isBehind(fact),
      // Only append writes this column.
      ids: new IdRanges(row?.['id_months'] as readonly number[]),
    };
  }
}
