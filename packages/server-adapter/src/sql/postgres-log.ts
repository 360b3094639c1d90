import type { UsageEventType } from '@collateral/sdk/contract';
import type { Fact } from '../store/fact.js';
import { sequenceOfCursor } from '../store/log-cursor.js';
import { PruneMarks } from '../store/prune-marks.js';
import type { AppendOutcome, FactFilter, FactPage, PruneOptions, PruneOutcome } from '../store/store.js';
import { IdRanges } from './id-ranges.js';
import { appendFacts, type LogState } from './postgres-append.js';
import { PostgresCodes } from './postgres-codes.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresCounts } from './postgres-counts.js';
import { factQuery } from './postgres-fact-query.js';
import { factsOfRows } from './postgres-fact-row.js';
import { PostgresPrune } from './postgres-prune.js';
import { PostgresReassign } from './postgres-reassign.js';
import type { OpenTenant, PostgresTenants } from './postgres-tenants.js';

/**
 * The log of facts in a PostgreSQL schema. Every method runs inside the transaction of its caller.
 *
 * Whoever changes a tenant's log holds the lock on its row in `tenant_log` until the commit. So numbers are given in the order of
 * the commits, and no reader's cursor can pass a fact that is still to come.
 */
export class PostgresLog {
  readonly #schema: string;
  readonly #tenants: PostgresTenants;
  readonly #counts: PostgresCounts;
  readonly #conversations: PostgresConversations;

  constructor(schema: string, tenants: PostgresTenants) {
    this.#schema = schema;
    this.#tenants = tenants;
    this.#counts = new PostgresCounts(schema);
    this.#conversations = new PostgresConversations(schema);
  }

  async append(run: Run, name: string, facts: readonly Fact[]): Promise<readonly AppendOutcome[]> {
    if (facts.length === 0) return [];
    const { tenant, state } = await this.#lock(run, name, facts.length);
    const { outcomes, news } = await appendFacts(run, this.#schema, tenant, facts, state);
    if (state.ids.isChanged)
      await run(`UPDATE ${this.#schema}.tenant_log SET id_months = $2 WHERE tenant = $1`, [name, state.ids.stored]);
    await this.#counts.add(run, tenant, news);
    await this.#conversations.add(run, tenant, news);
    return outcomes;
  }

  async page(run: Run, name: string, filter: FactFilter, cursor: string | undefined): Promise<FactPage> {
    const first = sequenceOfCursor(cursor);
    const tenant = await this.#tenants.find(run, name);
    const query = tenant && (await factQuery(this.#schema, tenant, filter, first));
    const rows = query === undefined ? [] : await run(query.sql, [...query.values]);
    const last = rows.at(-1);
    if (tenant === undefined || last === undefined) return { facts: [], cursor: cursor ?? '0' };
    return {
      facts: await factsOfRows(rows, new PostgresCodes(tenant.names)),
      cursor: String(Number(last['sequence'])),
    };
  }

  async reassign(run: Run, name: string, actorId: string, tombstoneId: string): Promise<void> {
    if (actorId === tombstoneId) return;
    const { tenant, marks } = await this.#lock(run, name, 0);
    await new PostgresReassign(this.#schema).reassign(run, tenant, marks, [actorId, tombstoneId]);
  }

  async prune(run: Run, name: string, before: string, options: PruneOptions): Promise<PruneOutcome> {
    const { tenant, marks, state } = await this.#lock(run, name, 0);
    const { lastSequence } = state;
    marks.raise(before, options.types);
    await run(`UPDATE ${this.#schema}.tenant_log SET pruned_before = $2, pruned_types = $3 WHERE tenant = $1`, [
      name,
      marks.ofAll,
      JSON.stringify(marks.ofTypes),
    ]);
    const first = sequenceOfCursor(options.cursor);
    const last = options.limit === undefined ? lastSequence : first + options.limit;
    const removed = await new PostgresPrune(this.#schema).prune(run, tenant, before, { ...options, first, last });
    if (last < lastSequence) return { removed, nextCursor: String(last) };
    await tenant.names.eraseUnusedContexts();
    return { removed };
  }

  async #lock(run: Run, name: string, places: number): Promise<LockedLog> {
    const tenant = await this.#tenants.lock(run, name, places);
    const { row } = tenant;
    const marks = new PruneMarks();
    marks.raise(String(row['pruned_before']));
    // Only prune writes this column.
    const ofTypes = JSON.parse(String(row['pruned_types'])) as Readonly<Record<UsageEventType, string>>;
    for (const [type, before] of Object.entries(ofTypes)) marks.raise(before, [type as UsageEventType]);
    const state = {
      lastSequence: Number(row['last_sequence']),
      isTooOld: (fact: Fact) => marks.isBehind(fact),
      // Only append writes this column.
      ids: new IdRanges(row['id_months'] as readonly number[]),
    };
    return { tenant, marks, state };
  }
}

interface LockedLog {
  readonly tenant: OpenTenant;
  readonly marks: PruneMarks;
  readonly state: LogState;
}
