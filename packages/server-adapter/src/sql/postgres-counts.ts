import type { Fact } from '../store/fact.js';
import { qualifiedViewMs } from '../store/folded-view.js';
import { getOrMake } from '../store/get-or-make.js';
import { CountChanges } from './count-changes.js';
import { countShapes, type CountTableName } from './count-shapes.js';
import { countFact, countSearch } from './fact-counts.js';
import { ItemSpans } from './item-spans.js';
import { changePair, noPair } from './pair-counts.js';
import { postgresCodes } from './postgres-codes.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { noEngagement, uniteEngagements, type Engagement } from './engagement-counts.js';
import { PostgresEngagements, rowsOfChanges, type EngagementChange } from './postgres-engagements.js';
import { changedRows, ratingRows, readPairs, viewRows } from './postgres-pair-rows.js';
import { foldPair, pairOf, unitePairs, type Pair, type Pairing } from './postgres-pairs.js';
import { countRows, spanRows, writeRows } from './postgres-write-rows.js';

/**
 * Keeps the counts of a schema equal to a fold of its log, inside the transaction that changes the log and under its lock: so what
 * is read here is what it changes.
 */
export class PostgresCounts {
  readonly #schema: string;
  readonly #engagements: PostgresEngagements;

  constructor(schema: string) {
    this.#schema = schema;
    this.#engagements = new PostgresEngagements(schema);
  }

  /** Counts facts that are new in the log. */
  add(run: Run, tenant: string, facts: readonly Fact[]): Promise<void> {
    const changes = new CountChanges();
    for (const fact of facts) countFact(changes, postgresCodes, fact, 1);
    return this.#fold(run, tenant, facts, changes);
  }

  /** Counts searches (1), or takes them back (-1), and nothing else. */
  async countSearches(run: Run, tenant: string, facts: readonly Fact[], sign: 1 | -1): Promise<void> {
    const changes = new CountChanges();
    for (const fact of facts) countSearch(changes, postgresCodes, fact, sign);
    await writeRows(run, this.#schema, tenant, countRows(changes));
  }

  /** Takes back what facts count one by one. Their pairs are not looked at. */
  async takeFactsBack(run: Run, tenant: string, facts: readonly Fact[]): Promise<void> {
    const changes = new CountChanges();
    for (const fact of facts) countFact(changes, postgresCodes, fact, -1);
    await writeRows(run, this.#schema, tenant, countRows(changes));
  }

  /** Takes everything back that pairs of people and items count as. */
  async removePairs(run: Run, tenant: string, pairs: readonly Pair[]): Promise<void> {
    const changes = new CountChanges();
    const spans = new ItemSpans();
    for (const before of await readPairs(run, this.#schema, tenant, pairs))
      changePair(changes, spans, before.pair, { before, after: noPair });
    await this.#engagements.remove(run, tenant, pairs, changes);
    for (const table of ['view', 'live_rating'])
      await run(
        `DELETE FROM ${this.#schema}.${table} WHERE tenant = $1
           AND (item, actor) IN (SELECT item, actor FROM jsonb_to_recordset($2::jsonb) AS pair(item text, actor text))`,
        [tenant, JSON.stringify(pairs)],
      );
    await writeRows(run, this.#schema, tenant, [...countRows(changes), spanRows(spans)]);
    await this.#shrink(run, tenant, spans);
  }

  /** Makes pairs that count as nothing count as these parts, of which several may be of one pair. */
  async putPairs(
    run: Run,
    tenant: string,
    parts: readonly (Pairing & { readonly engagement: Engagement })[],
  ): Promise<void> {
    const changes = new CountChanges();
    const spans = new ItemSpans();
    const views: PostgresRow[] = [];
    const ratings: PostgresRow[] = [];
    const engagements: EngagementChange[] = [];
    for (const ofPair of groupsOf(parts)) {
      const after = unitePairs(ofPair);
      const engagement = uniteEngagements(ofPair.map((part) => part.engagement));
      engagements.push({ pair: after.pair, before: noEngagement, after: engagement });
      changePair(changes, spans, after.pair, { before: noPair, after });
      const changed = changedRows({ ...after, views: new Map(), ratings: new Map() }, after);
      views.push(...changed.views);
      ratings.push(...changed.ratings);
    }
    const engaged = rowsOfChanges(engagements, changes);
    const rows = [viewRows(views), ratingRows(ratings), ...engaged, ...countRows(changes), spanRows(spans)];
    await writeRows(run, this.#schema, tenant, rows);
  }

  /** Deletes rows that count nothing any more, and with them the last trace of an erased person. */
  async deleteEmpty(
    run: Run,
    tenant: string,
    tables: readonly CountTableName[] = Object.keys(countShapes) as CountTableName[],
  ): Promise<void> {
    for (const { name, sums } of tables.map((table) => countShapes[table]))
      await run(
        `DELETE FROM ${this.#schema}.${name} WHERE tenant = $1 AND ${sums.map((sum) => `${sum} = 0`).join(' AND ')}`,
        [tenant],
      );
  }

  async #fold(run: Run, tenant: string, facts: readonly Fact[], changes: CountChanges): Promise<void> {
    const news = new Map<string, { readonly pair: Pair; readonly facts: Fact[] }>();
    for (const fact of facts) {
      const pair = pairOf(fact);
      if (pair !== null) getOrMake(news, keyOf(pair), () => ({ pair, facts: [] as Fact[] })).facts.push(fact);
    }
    const spans = new ItemSpans();
    const views: PostgresRow[] = [];
    const ratings: PostgresRow[] = [];
    const pairs = [...news.values()].map(({ pair }) => pair);
    for (const before of pairs.length === 0 ? [] : await readPairs(run, this.#schema, tenant, pairs)) {
      const after = foldPair(before, news.get(keyOf(before.pair))?.facts ?? []);
      changePair(changes, spans, before.pair, { before, after });
      const changed = changedRows(before, after);
      views.push(...changed.views);
      ratings.push(...changed.ratings);
    }
    const engaged = await this.#engagements.rowsOf(run, tenant, facts, changes);
    const rows = [viewRows(views), ratingRows(ratings), ...engaged, ...countRows(changes), spanRows(spans)];
    await writeRows(run, this.#schema, tenant, rows);
    await this.#shrink(run, tenant, spans);
  }

  async #shrink(run: Run, tenant: string, { shrunk }: ItemSpans): Promise<void> {
    if (shrunk.length === 0) return;
    const table = `${this.#schema}.item_span`;
    await run(`DELETE FROM ${table} WHERE tenant = $1 AND item = ANY($2::text[])`, [tenant, shrunk]);
    await run(
      `INSERT INTO ${table} (tenant, item, first_day, last_day)
       SELECT tenant, item, min(day), max(day) FROM ${this.#schema}.view
       WHERE tenant = $1 AND item = ANY($2::text[]) AND excluded = '' AND active_ms >= ${qualifiedViewMs} GROUP BY tenant, item`,
      [tenant, shrunk],
    );
  }
}

function keyOf({ actor, item }: Pair): string {
  return JSON.stringify([actor, item]);
}

function groupsOf<Part extends Pairing>(parts: readonly Part[]): Iterable<readonly [Part, ...Part[]]> {
  const groups = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const known = groups.get(keyOf(part.pair));
    if (known === undefined) groups.set(keyOf(part.pair), [part]);
    else known.push(part);
  }
  return groups.values();
}
