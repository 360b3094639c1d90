import type { PruneOptions } from '../store/store.js';
import { aboutKey } from './postgres-about.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresCounts } from './postgres-counts.js';
import { factPages, type FactCondition } from './postgres-fact-pages.js';
import { instantBound } from './packed-values.js';
import { typeNumber } from './fact-row.js';
import { PostgresCodes } from './postgres-codes.js';
import { factsOfRows } from './postgres-fact-row.js';
import type { OpenTenant } from './postgres-tenants.js';

/** Part of the log a step looks at: places behind the first, up to the last. */
export interface PruneStep extends PruneOptions {
  readonly first: number;
  readonly last: number;
}

/** Deletes old facts from a schema. Counts outlive them; what tells what people wrote does not. */
export class PostgresPrune {
  readonly #schema: string;
  readonly #counts: PostgresCounts;
  readonly #conversations: PostgresConversations;

  constructor(schema: string) {
    this.#schema = schema;
    this.#counts = new PostgresCounts(schema);
    this.#conversations = new PostgresConversations(schema);
  }

  /** Deletes the facts of one step and tells how many there were. */
  async prune(run: Run, tenant: OpenTenant, before: string, step: PruneStep): Promise<number> {
    const old = conditionOf(before, step);
    const said = await this.#conversations.saidWhere(run, tenant, old);
    const codes = new PostgresCodes(tenant.names);
    const searches = { sql: `type = ${typeNumber('usage')} AND ${old.sql}`, value: old.value };
    for await (const rows of factPages(run, this.#schema, tenant.number, searches))
      await this.#counts.countSearches(run, tenant, await factsOfRows(rows, codes), -1);
    const [row] = await run(
      `WITH gone AS (DELETE FROM ${this.#schema}.fact WHERE tenant = $1 AND ${old.sql} RETURNING 1)
       SELECT count(*) AS removed FROM gone`,
      [tenant.number, old.value],
    );
    await this.#conversations.refresh(run, tenant, said);
    await this.#counts.deleteEmpty(run, tenant, ['searchDay']);
    return Number(row?.['removed']);
  }
}

// A condition has one parameter, so everything travels in it.
function conditionOf(before: string, { types, suggestionIds, first, last }: PruneStep): FactCondition {
  const conditions = [
    `sequence > ($2::jsonb ->> 'first')::bigint AND sequence <= ($2::jsonb ->> 'last')::bigint`,
    `effective_at < ($2::jsonb ->> 'before')::bigint`,
  ];
  if (types !== undefined)
    conditions.push(`type IN (SELECT jsonb_array_elements_text($2::jsonb -> 'types')::smallint)`);
  if (suggestionIds !== undefined)
    conditions.push(
      `about IN (SELECT ${aboutKey('asked.id')} FROM jsonb_array_elements_text($2::jsonb -> 'suggestionIds') AS asked(id))`,
    );
  return {
    sql: conditions.join(' AND '),
    value: JSON.stringify({ before: instantBound(before), types: types?.map(typeNumber), suggestionIds, first, last }),
  };
}
