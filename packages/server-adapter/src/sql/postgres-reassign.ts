import type { PruneMarks } from '../store/prune-marks.js';
import { withoutText } from '../store/without-text.js';
import { noEngagement, type Engagement } from './engagement-counts.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresCounts } from './postgres-counts.js';
import { engagementKey, PostgresEngagements } from './postgres-engagements.js';
import { factColumns, factOfRow, rowOfFact } from './postgres-fact-row.js';
import { readPairs } from './postgres-pair-rows.js';
import { outlivedPart, type Pair, type Pairing } from './postgres-pairs.js';
import { PostgresRecount } from './postgres-recount.js';

/** Gives what one person did to another id, in a schema and under its lock. */
export class PostgresReassign {
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

  /** Gives everything of the first of two ids to the second. */
  async reassign(run: Run, tenant: string, marks: PruneMarks, ids: readonly [string, string]): Promise<void> {
    const both = { sql: 'actor_id = ANY($2::text[])', value: ids };
    const said = await this.#conversations.saidWhere(run, tenant, both, ids);
    const pairs = await this.#pairs(run, tenant, ids);
    const outlived = await this.#outlived(run, tenant, marks, pairs);
    await this.#recount.takeBack(run, tenant, both, pairs);
    await this.#moveActions(run, tenant, ids);
    await this.#moveFacts(run, tenant, ids);
    await this.#counts.putPairs(
      run,
      tenant,
      outlived.map((pairing) => ({ ...pairing, pair: { ...pairing.pair, actor: ids[1] } })),
    );
    await this.#recount.add(run, tenant, { sql: 'actor_id = $2', value: ids[1] });
    await this.#conversations.refresh(run, tenant, said);
    await this.#counts.deleteEmpty(run, tenant);
  }

  async #pairs(run: Run, tenant: string, ids: readonly string[]): Promise<readonly Pair[]> {
    const rows = await run(
      ['view', 'live_rating', 'engaged_day', 'rating_day']
        .map(
          (table) => `SELECT actor, item FROM ${this.#schema}.${table} WHERE tenant = $1 AND actor = ANY($2::text[])`,
        )
        .join(' UNION '),
      [tenant, ids],
    );
    return rows.map((row) => ({ actor: String(row['actor']), item: String(row['item']) }));
  }

  /** Gives what pairs count as although no fact in the log tells it any more. Days of use only grow, so all of them are kept. */
  async #outlived(
    run: Run,
    tenant: string,
    marks: PruneMarks,
    pairs: readonly Pair[],
  ): Promise<readonly (Pairing & { readonly engagement: Engagement })[]> {
    const known = await readPairs(run, this.#schema, tenant, pairs);
    const engagements = await new PostgresEngagements(this.#schema).read(run, tenant, pairs);
    return known.map((pairing) => ({
      ...outlivedPart(pairing, marks),
      engagement: engagements.get(engagementKey(pairing.pair)) ?? noEngagement,
    }));
  }

  // What the log knows of these actions was taken back: what is left was pruned.
  async #moveActions(run: Run, tenant: string, [from, to]: readonly [string, string]): Promise<void> {
    const table = `${this.#schema}.action_day`;
    await run(
      `INSERT INTO ${table} AS known (tenant, day, item, action, actor, version, team, excluded, times)
       SELECT tenant, day, item, action, $3, version, team, excluded, times FROM ${table}
       WHERE tenant = $1 AND actor = $2 AND times <> 0
       ON CONFLICT (tenant, day, item, action, actor, version, team, excluded)
       DO UPDATE SET times = known.times + excluded.times`,
      [tenant, from, to],
    );
    await run(`DELETE FROM ${table} WHERE tenant = $1 AND actor = $2`, [tenant, from]);
  }

  async #moveFacts(run: Run, tenant: string, [actorId, tombstoneId]: readonly [string, string]): Promise<void> {
    const fact = `${this.#schema}.fact`;
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
  }
}
