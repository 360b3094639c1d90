import type { PruneMarks } from '../store/prune-marks.js';
import { withoutText } from '../store/without-text.js';
import { noEngagement, type Engagement } from './engagement-counts.js';
import { arrayOf } from './postgres-arrays.js';
import { PostgresCodes } from './postgres-codes.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresCounts } from './postgres-counts.js';
import { engagementKey } from './postgres-engagement-rows.js';
import { PostgresEngagements } from './postgres-engagements.js';
import { factColumns, factsOfRows } from './postgres-fact-row.js';
import { packedId } from './postgres-ids.js';
import { readPairs } from './postgres-pair-rows.js';
import { outlivedPart, type Pair, type Pairing } from './postgres-pairs.js';
import { PostgresRecount } from './postgres-recount.js';
import type { OpenTenant } from './postgres-tenants.js';

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
  async reassign(run: Run, tenant: OpenTenant, marks: PruneMarks, ids: readonly [string, string]): Promise<void> {
    const { names } = tenant;
    await names.find([['actor', ids[0]]]);
    const from = names.known('actor', ids[0]);
    if (from === undefined) return;
    await names.intern([['actor', ids[1]]]);
    const to = names.number('actor', ids[1]);
    const actors = [from, to] as const;
    const both = { sql: 'actor = ANY($2::integer[])', value: arrayOf(actors) };
    const said = await this.#conversations.saidWhere(run, tenant, both, actors);
    const pairs = await this.#pairs(run, tenant, both.value);
    const outlived = await this.#outlived(run, tenant, marks, pairs);
    await this.#recount.takeBack(run, tenant, both, pairs);
    await this.#moveActions(run, tenant, actors);
    await this.#moveFacts(run, tenant, actors);
    await this.#counts.putPairs(
      run,
      tenant,
      outlived.map((pairing) => ({ ...pairing, pair: { ...pairing.pair, actor: to } })),
    );
    await this.#recount.add(run, tenant, { sql: 'actor = $2', value: to });
    await this.#conversations.refresh(run, tenant, said);
    await this.#counts.deleteEmpty(run, tenant);
    await names.erase(from);
    await names.eraseUnusedContexts();
  }

  async #pairs(run: Run, { number }: OpenTenant, actors: string): Promise<readonly Pair[]> {
    const rows = await run(
      ['view', 'live_rating', 'engaged_day', 'rating_day']
        .map(
          (table) =>
            `SELECT actor, item FROM ${this.#schema}.${table} WHERE tenant = $1 AND actor = ANY($2::integer[])`,
        )
        .join(' UNION '),
      [number, actors],
    );
    return rows.map((row) => ({ actor: Number(row['actor']), item: Number(row['item']) }));
  }

  /** Gives what pairs count as although no fact in the log tells it any more. Days of use only grow, so all of them are kept. */
  async #outlived(
    run: Run,
    tenant: OpenTenant,
    marks: PruneMarks,
    pairs: readonly Pair[],
  ): Promise<readonly (Pairing & { readonly engagement: Engagement })[]> {
    const known = await readPairs(run, this.#schema, tenant, pairs, new PostgresCodes(tenant.names));
    const engagements = await new PostgresEngagements(this.#schema).read(run, tenant, pairs);
    return known.map((pairing) => ({
      ...outlivedPart(pairing, marks),
      engagement: engagements.get(engagementKey(pairing.pair)) ?? noEngagement,
    }));
  }

  // What the log knows of these actions was taken back: what is left was pruned.
  async #moveActions(run: Run, { number }: OpenTenant, [from, to]: readonly [number, number]): Promise<void> {
    const table = `${this.#schema}.action_day`;
    await run(
      `INSERT INTO ${table} AS known (tenant, day, item, action, actor, version, team, excluded, times)
       SELECT tenant, day, item, action, $3, version, team, excluded, times FROM ${table}
       WHERE tenant = $1 AND actor = $2 AND times <> 0
       ON CONFLICT (tenant, day, item, action, actor, version, team, excluded)
       DO UPDATE SET times = known.times + excluded.times`,
      [number, from, to],
    );
    await run(`DELETE FROM ${table} WHERE tenant = $1 AND actor = $2`, [number, from]);
  }

  async #moveFacts(run: Run, { number, names }: OpenTenant, [from, to]: readonly [number, number]): Promise<void> {
    const fact = `${this.#schema}.fact`;
    await run(
      `DELETE FROM ${fact} AS old WHERE tenant = $1 AND actor = $2
         AND EXISTS (SELECT 1 FROM ${fact} AS kept WHERE kept.tenant = $1 AND kept.actor = $3 AND kept.id = old.id)`,
      [number, from, to],
    );
    const rows = await run(`SELECT ${factColumns} FROM ${fact} WHERE tenant = $1 AND actor = $2`, [number, from]);
    const codes = new PostgresCodes(names);
    const blanked = (await factsOfRows(rows, codes)).map(withoutText);
    await codes.intern(blanked);
    await run(
      `UPDATE ${fact} SET actor = $3, context = row.context, detail = row.detail
       FROM unnest($4::bytea[], $5::integer[], $6::text[]) AS row(id, context, detail)
       WHERE fact.tenant = $1 AND fact.actor = $2 AND fact.id = row.id`,
      [
        ...[number, from, to],
        arrayOf(blanked.map(({ id }) => packedId(id))),
        arrayOf(
          blanked.map(({ context }) => (context === null ? null : codes.name('context', JSON.stringify(context)))),
        ),
        // The columns of a view hold no text.
        arrayOf(blanked.map(({ detail }, index) => (rows[index]?.['detail'] === null ? null : JSON.stringify(detail)))),
      ],
    );
  }
}
