import type { Fact } from '../store/fact.js';
import { factContent } from '../store/fact-content.js';
import { sequenceOfCursor } from '../store/log-cursor.js';
import type { AppendOutcome, FactFilter, FactPage } from '../store/store.js';
import { withoutText } from '../store/without-text.js';
import type { PostgresRow, Run } from './postgres-connection.js';

const factsPerPage = 500;
const columns =
  'actor_id, id, type, collateral_id, version, occurred_at, received_at, effective_at, day, slot, team, excluded, context, detail';
const typedColumns = columns.replaceAll(/\w+/g, (name) => `${name} ${name === 'slot' ? 'bigint' : 'text'}`);

/**
 * The log of facts in a PostgreSQL schema. Every method runs inside the transaction of its caller.
 *
 * Whoever changes a tenant's log holds the lock on its row in `tenant_log` until the commit. So numbers are given in the order of
 * the commits, and no reader's cursor can pass a fact that is still to come.
 */
export class PostgresLog {
  readonly #schema: string;

  constructor(schema: string) {
    this.#schema = schema;
  }

  async append(run: Run, tenant: string, facts: readonly Fact[]): Promise<readonly AppendOutcome[]> {
    if (facts.length === 0) return [];
    const { lastSequence, prunedBefore } = await this.#lock(run, tenant, facts.length);
    const rows = facts.map((fact, index) => ({
      ...rowOfFact(fact),
      sequence: lastSequence - facts.length + 1 + index,
    }));
    const inserted = await run(
      `INSERT INTO ${this.#schema}.fact (tenant, sequence, ${columns})
       SELECT $1, sequence, ${columns} FROM jsonb_to_recordset($2::jsonb) AS row(sequence bigint, ${typedColumns})
       WHERE effective_at COLLATE "C" >= $3 ORDER BY actor_id, id, sequence
       ON CONFLICT (tenant, actor_id, id) DO NOTHING RETURNING sequence`,
      [tenant, JSON.stringify(rows), prunedBefore],
    );
    const added = new Set(inserted.map((row) => Number(row['sequence'])));
    const isAdded = facts.map((_, index) => added.has(rows[index]?.sequence ?? 0));
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
    where('actor_id = ?', filter.actorId);
    where('effective_at >= ?', filter.from);
    where('effective_at < ?', filter.to);
    const rows = await run(
      `SELECT sequence, ${columns} FROM ${this.#schema}.fact WHERE ${conditions.join(' AND ')} ORDER BY sequence LIMIT ${factsPerPage}`,
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
    await run(
      `DELETE FROM ${fact} AS old WHERE tenant = $1 AND actor_id = $2
         AND EXISTS (SELECT 1 FROM ${fact} AS kept WHERE kept.tenant = $1 AND kept.actor_id = $3 AND kept.id = old.id)`,
      [tenant, actorId, tombstoneId],
    );
    const rows = await run(`SELECT ${columns} FROM ${fact} WHERE tenant = $1 AND actor_id = $2`, [tenant, actorId]);
    const blanked = rows.map((row) => rowOfFact(withoutText(factOfRow(row))));
    await run(
      `UPDATE ${fact} SET actor_id = $3, context = row.context, detail = row.detail
       FROM jsonb_to_recordset($4::jsonb) AS row(id text, context text, detail text)
       WHERE fact.tenant = $1 AND fact.actor_id = $2 AND fact.id = row.id`,
      [tenant, actorId, tombstoneId, JSON.stringify(blanked)],
    );
  }

  async prune(run: Run, tenant: string, before: string): Promise<void> {
    await this.#lock(run, tenant, 0);
    await run(`DELETE FROM ${this.#schema}.fact WHERE tenant = $1 AND effective_at < $2`, [tenant, before]);
    await run(
      `UPDATE ${this.#schema}.tenant_log SET pruned_before = greatest(pruned_before, $2 COLLATE "C") WHERE tenant = $1`,
      [tenant, before],
    );
  }

  async #lock(run: Run, tenant: string, count: number): Promise<{ lastSequence: number; prunedBefore: string }> {
    const [row] = await run(
      `INSERT INTO ${this.#schema}.tenant_log AS log (tenant, last_sequence) VALUES ($1, $2)
       ON CONFLICT (tenant) DO UPDATE SET last_sequence = log.last_sequence + $2 RETURNING last_sequence, pruned_before`,
      [tenant, count],
    );
    return { lastSequence: Number(row?.['last_sequence']), prunedBefore: String(row?.['pruned_before']) };
  }

  async #find(run: Run, tenant: string, facts: readonly Fact[]): Promise<ReadonlyMap<string, Fact>> {
    const wanted = facts.map(({ actorId, id }) => ({ actor_id: actorId, id }));
    const rows = await run(
      `SELECT ${columns} FROM ${this.#schema}.fact WHERE tenant = $1
         AND (actor_id, id) IN (SELECT actor_id, id FROM jsonb_to_recordset($2::jsonb) AS row(actor_id text, id text))`,
      [tenant, JSON.stringify(wanted)],
    );
    return new Map(rows.map(factOfRow).map((fact) => [identityOf(fact), fact]));
  }
}

function identityOf({ actorId, id }: Fact): string {
  return JSON.stringify([actorId, id]);
}

function rowOfFact(fact: Fact): PostgresRow {
  return {
    actor_id: fact.actorId,
    id: fact.id,
    type: fact.type,
    collateral_id: fact.collateralId,
    version: fact.version,
    occurred_at: fact.occurredAt,
    received_at: fact.receivedAt,
    effective_at: fact.effectiveAt,
    day: fact.day,
    slot: fact.slot,
    team: fact.team,
    excluded: fact.excluded,
    context: fact.context === null ? null : JSON.stringify(fact.context),
    detail: JSON.stringify(fact.detail),
  };
}

function factOfRow(row: PostgresRow): Fact {
  // Rows are written from facts only, so each column has the type of its field.
  return {
    id: row['id'],
    actorId: row['actor_id'],
    type: row['type'],
    collateralId: row['collateral_id'],
    version: row['version'],
    occurredAt: row['occurred_at'],
    receivedAt: row['received_at'],
    effectiveAt: row['effective_at'],
    day: row['day'],
    slot: Number(row['slot']),
    team: row['team'],
    excluded: row['excluded'],
    context: typeof row['context'] === 'string' ? (JSON.parse(row['context']) as unknown) : null,
    detail: JSON.parse(String(row['detail'])) as unknown,
  } as Fact;
}
