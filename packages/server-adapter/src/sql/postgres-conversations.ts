import type { Fact } from '../store/fact.js';
import { aboutKey } from './postgres-about.js';
import { arrayOf } from './postgres-arrays.js';
import { typeNumber } from './fact-row.js';
import { PostgresCodes } from './postgres-codes.js';
import type { Run } from './postgres-client.js';
import { factsOfRows, typeList } from './postgres-fact-row.js';
import { factPages, type FactCondition } from './postgres-fact-pages.js';
import { idTextOf } from './postgres-ids.js';
import { PostgresMade } from './postgres-made.js';
import type { OpenTenant } from './postgres-tenants.js';
import { SaidFacts, saidTypes, type Said } from './said-facts.js';

const suggestionsPerStep = 500;

/**
 * Keeps the rows of what people said to each other in a schema equal to a fold of its log, inside the transaction that changes the
 * log and under its lock.
 *
 * Whatever changed, a row is written from what the log holds now: the order in which facts come and go makes no difference.
 */
export class PostgresConversations {
  readonly #schema: string;
  readonly #made: PostgresMade;

  constructor(schema: string) {
    this.#schema = schema;
    this.#made = new PostgresMade(schema);
  }

  /** Takes facts in that are new in the log. */
  add(run: Run, tenant: OpenTenant, facts: readonly Fact[]): Promise<void> {
    const said = new SaidFacts();
    for (const fact of facts) said.add(fact, () => [tenant.names.number('actor', fact.actorId)]);
    return this.refresh(run, tenant, said.said());
  }

  /** Gives what facts say that are about to change, and whose votes may change with them: their own people's and some others'. */
  async saidWhere(
    run: Run,
    tenant: OpenTenant,
    { sql, value }: FactCondition,
    others: readonly number[] = [],
  ): Promise<Said> {
    const said = new SaidFacts();
    const condition = { sql: `about IS NOT NULL AND type IN (${typeList(saidTypes)}) AND ${sql}`, value };
    const codes = new PostgresCodes(tenant.names);
    for await (const rows of factPages(run, this.#schema, tenant.number, condition))
      for (const [index, fact] of (await factsOfRows(rows, codes)).entries())
        said.add(fact, () => [Number(rows[index]?.['actor']), ...others]);
    return said.said();
  }

  /** Writes anew what may have changed. */
  async refresh(run: Run, tenant: OpenTenant, said: Said): Promise<void> {
    const all = [...said];
    for (let first = 0; first < all.length; first += suggestionsPerStep) {
      const some = all.slice(first, first + suggestionsPerStep);
      const ids = some.map(([id]) => id);
      await this.#writeVotes(
        run,
        tenant,
        some.flatMap(([id, { voters }]) => [...voters].map((actor) => [id, Number(actor)] as const)),
      );
      await this.#made.write(run, tenant, new Map(some));
      await this.#writeCounts(run, tenant, ids);
    }
  }

  async #writeVotes(
    run: Run,
    tenant: OpenTenant,
    votes: readonly (readonly [id: string, actor: number])[],
  ): Promise<void> {
    if (votes.length === 0) return;
    await run(
      `WITH latest AS MATERIALIZED (
         SELECT ${aboutKey('asked.id')} AS about, asked.actor, vote.effective_at, vote.state
         FROM (SELECT DISTINCT id, actor FROM unnest($2::text[], $3::integer[]) AS row(id, actor)) AS asked
         LEFT JOIN LATERAL (
           SELECT effective_at, (detail::json -> 'on')::text AS state FROM ${this.#schema}.fact
           WHERE tenant = $1 AND about = ${aboutKey('asked.id')} AND type = ${typeNumber('vote')} AND actor = asked.actor
           ORDER BY effective_at DESC, ${idTextOf('id')} DESC LIMIT 1) AS vote ON TRUE),
       gone AS (
         DELETE FROM ${this.#schema}.live_vote AS old USING latest
         WHERE old.tenant = $1 AND old.about = latest.about AND old.actor = latest.actor AND latest.state IS DISTINCT FROM 'true')
       INSERT INTO ${this.#schema}.live_vote (tenant, about, actor, effective_at)
       SELECT $1, about, actor, effective_at FROM latest WHERE state = 'true'
       ON CONFLICT (tenant, about, actor) DO UPDATE SET effective_at = excluded.effective_at`,
      [tenant.number, arrayOf(votes.map(([id]) => id)), arrayOf(votes.map(([, actor]) => actor))],
    );
  }

  async #writeCounts(run: Run, tenant: OpenTenant, ids: readonly string[]): Promise<void> {
    const asked = `about IN (SELECT ${aboutKey('id')} FROM unnest($2::text[]) AS id)`;
    await run(
      `UPDATE ${this.#schema}.suggestion AS row SET
         voters = (SELECT count(*) FROM ${this.#schema}.live_vote AS vote
           WHERE vote.tenant = $1 AND vote.about = row.about AND vote.actor IS DISTINCT FROM row.actor),
         (replies, replied_at) = (SELECT count(DISTINCT id), max(effective_at) FROM ${this.#schema}.fact
           WHERE fact.tenant = $1 AND fact.about = row.about AND fact.type = ${typeNumber('reply')})
       WHERE tenant = $1 AND ${asked}`,
      [tenant.number, ids],
    );
    await run(
      `DELETE FROM ${this.#schema}.suggestion
       WHERE tenant = $1 AND sequence = 0 AND voters = 0 AND replies = 0 AND ${asked}`,
      [tenant.number, ids],
    );
  }
}
