import type { Fact } from '../store/fact.js';
import { aboutKey } from './postgres-about.js';
import type { Run } from './postgres-client.js';
import { factOfRow } from './postgres-fact-row.js';
import { factPages, type FactCondition } from './postgres-fact-pages.js';
import { idTextOf } from './postgres-ids.js';
import { PostgresMade } from './postgres-made.js';
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
  add(run: Run, tenant: string, facts: readonly Fact[]): Promise<void> {
    const said = new SaidFacts();
    for (const fact of facts) said.add(fact, () => [fact.actorId]);
    return this.refresh(run, tenant, said.said());
  }

  /** Gives what facts say that are about to change, and whose votes may change with them: their own people's and some others'. */
  async saidWhere(
    run: Run,
    tenant: string,
    { sql, value }: FactCondition,
    others: readonly string[] = [],
  ): Promise<Said> {
    const said = new SaidFacts();
    const types = saidTypes.map((type) => `'${type}'`).join(', ');
    const condition = { sql: `about IS NOT NULL AND type IN (${types}) AND ${sql}`, value };
    for await (const rows of factPages(run, this.#schema, tenant, condition))
      for (const fact of rows.map(factOfRow)) said.add(fact, () => [fact.actorId, ...others]);
    return said.said();
  }

  /** Writes anew what may have changed. */
  async refresh(run: Run, tenant: string, said: Said): Promise<void> {
    const all = [...said];
    for (let first = 0; first < all.length; first += suggestionsPerStep) {
      const some = all.slice(first, first + suggestionsPerStep);
      const ids = some.map(([id]) => id);
      await this.#writeVotes(
        run,
        tenant,
        some.flatMap(([id, { voters }]) => [...voters].map((actor) => ({ id, actor }))),
      );
      await this.#made.write(run, tenant, new Map(some));
      await this.#writeCounts(run, tenant, ids);
    }
  }

  async #writeVotes(run: Run, tenant: string, votes: readonly object[]): Promise<void> {
    if (votes.length === 0) return;
    await run(
      `WITH latest AS MATERIALIZED (
         SELECT ${aboutKey('asked.id')} AS about, asked.actor, vote.effective_at, vote.state
         FROM (SELECT DISTINCT id, actor FROM jsonb_to_recordset($2::jsonb) AS row(id text, actor text)) AS asked
         LEFT JOIN LATERAL (
           SELECT effective_at, (detail::json -> 'on')::text AS state FROM ${this.#schema}.fact
           WHERE tenant = $1 AND about = ${aboutKey('asked.id')} AND type = 'vote' AND actor_id = asked.actor
           ORDER BY effective_at DESC, ${idTextOf('id')} DESC LIMIT 1) AS vote ON TRUE),
       gone AS (
         DELETE FROM ${this.#schema}.live_vote AS old USING latest
         WHERE old.tenant = $1 AND old.about = latest.about AND old.actor = latest.actor AND latest.state IS DISTINCT FROM 'true')
       INSERT INTO ${this.#schema}.live_vote (tenant, about, actor, effective_at)
       SELECT $1, about, actor, effective_at FROM latest WHERE state = 'true'
       ON CONFLICT (tenant, about, actor) DO UPDATE SET effective_at = excluded.effective_at`,
      [tenant, JSON.stringify(votes)],
    );
  }

  async #writeCounts(run: Run, tenant: string, ids: readonly string[]): Promise<void> {
    const asked = `about IN (SELECT ${aboutKey('id')} FROM unnest($2::text[]) AS id)`;
    await run(
      `UPDATE ${this.#schema}.suggestion AS row SET
         voters = (SELECT count(*) FROM ${this.#schema}.live_vote AS vote
           WHERE vote.tenant = $1 AND vote.about = row.about AND vote.actor IS DISTINCT FROM row.actor),
         (replies, replied_at) = (SELECT count(DISTINCT id), max(effective_at) FROM ${this.#schema}.fact
           WHERE fact.tenant = $1 AND fact.about = row.about AND fact.type = 'reply')
       WHERE tenant = $1 AND ${asked}`,
      [tenant, ids],
    );
    await run(
      `DELETE FROM ${this.#schema}.suggestion
       WHERE tenant = $1 AND sequence = 0 AND voters = 0 AND replies = 0 AND ${asked}`,
      [tenant, ids],
    );
  }
}
