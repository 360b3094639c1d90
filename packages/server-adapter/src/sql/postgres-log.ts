import type { UsageEventType } from '@collateral/sdk/contract';
import { suggestionOf } from '../store/about-suggestion.js';
import type { Fact } from '../store/fact.js';
import { factContent } from '../store/fact-content.js';
import { sequenceOfCursor } from '../store/log-cursor.js';
import { PruneMarks } from '../store/prune-marks.js';
import type { AppendOutcome, FactFilter, FactPage, PruneOptions, PruneOutcome } from '../store/store.js';
import { aboutKey } from './postgres-about.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresCounts } from './postgres-counts.js';
import { factColumns, factOfRow, rowOfFact } from './postgres-fact-row.js';
import { PostgresPrune } from './postgres-prune.js';
import { PostgresReassign } from './postgres-reassign.js';

const factsPerPage = 500;
const typedColumns = factColumns.replaceAll(/\w+/g, (name) => `${name} ${name === 'slot' ? 'bigint' : 'text'}`);

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
    const { lastSequence, marks } = await this.#lock(run, tenant, facts.length);
    const rows = facts.map((fact, index) => ({
      ...rowOfFact(fact),
      about: suggestionOf(fact),
      sequence: lastSequence - facts.length + 1 + index,
      isOld: marks.isBehind(fact),
    }));
    const young = rows.filter(({ isOld }) => !isOld);
    const inserted = await run(
      `INSERT INTO ${this.#schema}.fact (tenant, sequence, about, ${factColumns})
       SELECT $1, sequence, ${aboutKey('about')}, ${factColumns} FROM jsonb_to_recordset($2::jsonb) AS row(sequence bigint, about text, ${typedColumns})
       ORDER BY sequence
       ON CONFLICT (tenant, actor_id, id) DO NOTHING RETURNING sequence`,
      [tenant, JSON.stringify(young)],
    );
    const added = new Set(inserted.map((row) => Number(row['sequence'])));
    const isAdded = facts.map((_, index) => added.has(rows[index]?.sequence ?? 0));
    const news = facts.filter((_, index) => isAdded[index] === true);
    await this.#counts.add(run, tenant, news);
    await this.#conversations.add(run, tenant, news);
    const others = facts.filter((_, index) => isAdded[index] !== true);
    const first = others.length === 0 ? new Map<string, Fact>() : await this.#find(run, tenant, others);
    const seen = new Set(first.keys());
    // What came in with this call is known only to the facts behind it.
    for (const [index, fact] of facts.entries()) if (isAdded[index] === true) seen.delete(identityOf(fact));
    return facts.map((fact, index) => {
      const identity = identityOf(fact);
      if (isAdded[index] === true) {
        seen.add(identity);
        return 'new';
      }
      const known = seen.has(identity) ? first.get(identity) : undefined;
      // Its id may have been pruned with its first copy, so taking it could count it twice.
      if (known === undefined) return 'too-old';
      return factContent(known) === factContent(fact) ? 'duplicate' : 'conflict';
    });
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

  async #lock(run: Run, tenant: string, count: number): Promise<{ lastSequence: number; marks: PruneMarks }> {
    const [row] = await run(
      `INSERT INTO ${this.#schema}.tenant_log AS log (tenant, last_sequence) VALUES ($1, $2)
       ON CONFLICT (tenant) DO UPDATE SET last_sequence = log.last_sequence + $2 RETURNING last_sequence, pruned_before, pruned_types`,
      [tenant, count],
    );
    const marks = new PruneMarks();
    marks.raise(String(row?.['pruned_before']));
    // Only prune writes this column.
    const ofTypes = JSON.parse(String(row?.['pruned_types'])) as Readonly<Record<UsageEventType, string>>;
    for (const [type, before] of Object.entries(ofTypes)) marks.raise(before, [type as UsageEventType]);
    return { lastSequence: Number(row?.['last_sequence']), marks };
  }

  async #find(run: Run, tenant: string, facts: readonly Fact[]): Promise<ReadonlyMap<string, Fact>> {
    const wanted = facts.map(({ actorId, id }) => ({ actor_id: actorId, id }));
    const rows = await run(
      `SELECT fact.* FROM jsonb_to_recordset($2::jsonb) AS wanted(actor_id text, id text), LATERAL (
         SELECT ${factColumns} FROM ${this.#schema}.fact
         WHERE tenant = $1 AND actor_id = wanted.actor_id AND id = wanted.id OFFSET 0) AS fact`,
      [tenant, JSON.stringify(wanted)],
    );
    return new Map(rows.map(factOfRow).map((fact) => [identityOf(fact), fact]));
  }
}

function identityOf({ actorId, id }: Fact): string {
  return JSON.stringify([actorId, id]);
}
