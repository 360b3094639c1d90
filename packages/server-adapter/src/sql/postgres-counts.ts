import type { Fact } from '../store/fact.js';
import { qualifiedViewMs } from '../store/folded-view.js';
import { getOrMake } from '../store/get-or-make.js';
import { CountChanges } from './count-changes.js';
import { countShapes, type CountTableName } from './count-shapes.js';
import { countFact, countSearch } from './fact-counts.js';
import { ItemSpans } from './item-spans.js';
import { changePair, noPair } from './pair-counts.js';
import { PostgresCodes } from './postgres-codes.js';
import type { Run } from './postgres-client.js';
import { noEngagement, uniteEngagements, type Engagement } from './engagement-counts.js';
import { PostgresEngagements, rowsOfChanges, type EngagementChange } from './postgres-engagements.js';
import {
  arraysOfPairs,
  changedRows,
  pairKey,
  ratingRows,
  readPairs,
  viewRows,
  type RowToWrite,
} from './postgres-pair-rows.js';
import { foldPair, pairOf, unitePairs, type Pair, type Pairing } from './postgres-pairs.js';
import type { OpenTenant } from './postgres-tenants.js';
import { readTouchedPairs } from './postgres-touched-pairs.js';
import { countRows, deleteViews, spanRows, writeRows } from './postgres-write-rows.js';

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
  async add(run: Run, tenant: OpenTenant, facts: readonly Fact[]): Promise<void> {
    const codes = await this.#codesOf(tenant, facts);
    const changes = new CountChanges();
    for (const fact of facts) countFact(changes, codes, fact, 1);
    await this.#fold(run, tenant, facts, changes);
  }

  /** Counts searches (1), or takes them back (-1), and nothing else. */
  async countSearches(run: Run, tenant: OpenTenant, facts: readonly Fact[], sign: 1 | -1): Promise<void> {
    const codes = await this.#codesOf(tenant, facts);
    const changes = new CountChanges();
    for (const fact of facts) countSearch(changes, codes, fact, sign);
    await writeRows(run, this.#schema, tenant.number, countRows(changes));
  }

  /** Takes back what facts count one by one. Their pairs are not looked at. */
  async takeFactsBack(run: Run, tenant: OpenTenant, facts: readonly Fact[]): Promise<void> {
    const codes = await this.#codesOf(tenant, facts);
    const changes = new CountChanges();
    for (const fact of facts) countFact(changes, codes, fact, -1);
    await writeRows(run, this.#schema, tenant.number, countRows(changes));
  }

  /** Takes everything back that pairs of people and items count as. */
  async removePairs(run: Run, tenant: OpenTenant, pairs: readonly Pair[]): Promise<void> {
    const changes = new CountChanges();
    const spans = new ItemSpans();
    const codes = new PostgresCodes(tenant.names);
    for (const before of await readPairs(run, this.#schema, tenant, pairs, codes))
      changePair(changes, spans, before.pair, { before, after: noPair });
    await this.#engagements.remove(run, tenant, pairs, changes);
    for (const table of ['view', 'live_rating'])
      await run(
        `DELETE FROM ${this.#schema}.${table} WHERE tenant = $1
           AND (item, actor) IN (SELECT * FROM unnest($2::integer[], $3::integer[]))`,
        [tenant.number, ...arraysOfPairs(pairs)],
      );
    await writeRows(run, this.#schema, tenant.number, [...countRows(changes), spanRows(spans)]);
    await this.#shrink(run, tenant, spans);
  }

  /** Makes pairs that count as nothing count as these parts, of which several may be of one pair. */
  async putPairs(
    run: Run,
    tenant: OpenTenant,
    parts: readonly (Pairing & { readonly engagement: Engagement })[],
  ): Promise<void> {
    const changes = new CountChanges();
    const spans = new ItemSpans();
    const views: RowToWrite[] = [];
    const ratings: RowToWrite[] = [];
    const engagements: EngagementChange[] = [];
    const codes = new PostgresCodes(tenant.names);
    for (const ofPair of groupsOf(parts)) {
      const after = unitePairs(ofPair, codes);
      const engagement = uniteEngagements(ofPair.map((part) => part.engagement));
      engagements.push({ pair: after.pair, before: noEngagement, after: engagement });
      changePair(changes, spans, after.pair, { before: noPair, after });
      const changed = changedRows({ ...after, views: new Map(), ratings: new Map() }, after, codes);
      views.push(...changed.views);
      ratings.push(...changed.ratings);
    }
    const engaged = rowsOfChanges(engagements, changes, codes);
    const rows = [viewRows(views), ratingRows(ratings), ...engaged, ...countRows(changes), spanRows(spans)];
    await writeRows(run, this.#schema, tenant.number, rows);
  }

  /** Deletes rows that count nothing any more, and with them the last trace of an erased person. */
  async deleteEmpty(
    run: Run,
    tenant: OpenTenant,
    tables: readonly CountTableName[] = Object.keys(countShapes) as CountTableName[],
  ): Promise<void> {
    for (const { name, sums } of tables.map((table) => countShapes[table]))
      await run(
        `DELETE FROM ${this.#schema}.${name} WHERE tenant = $1 AND ${sums.map((sum) => `${sum} = 0`).join(' AND ')}`,
        [tenant.number],
      );
  }

  async #fold(run: Run, tenant: OpenTenant, facts: readonly Fact[], changes: CountChanges): Promise<void> {
    const codes = new PostgresCodes(tenant.names);
    const news = new Map<string, { readonly pair: Pair; readonly facts: Fact[] }>();
    for (const fact of facts) {
      const pair = pairOf(fact, codes);
      if (pair !== null) getOrMake(news, pairKey(pair), () => ({ pair, facts: [] as Fact[] })).facts.push(fact);
    }
    const spans = new ItemSpans();
    const moved: RowToWrite[] = [];
    const views: RowToWrite[] = [];
    const ratings: RowToWrite[] = [];
    for (const touched of await readTouchedPairs(run, this.#schema, tenant, [...news.values()], codes)) {
      const { before, facts: own, isWhole } = touched;
      const after = foldPair(before, own, codes, isWhole);
      changePair(changes, spans, before.pair, { before, after });
      const changed = changedRows(before, after, codes);
      moved.push(...changed.moved);
      views.push(...changed.views);
      ratings.push(...changed.ratings);
    }
    await deleteViews(run, this.#schema, tenant.number, moved);
    const engaged = await this.#engagements.rowsOf(run, tenant, facts, changes);
    const rows = [viewRows(views), ratingRows(ratings), ...engaged, ...countRows(changes), spanRows(spans)];
    await writeRows(run, this.#schema, tenant.number, rows);
    await this.#shrink(run, tenant, spans);
  }

  async #shrink(run: Run, tenant: OpenTenant, { shrunk }: ItemSpans): Promise<void> {
    if (shrunk.length === 0) return;
    const table = `${this.#schema}.item_span`;
    await run(`DELETE FROM ${table} WHERE tenant = $1 AND item = ANY($2::integer[])`, [tenant.number, shrunk]);
    await run(
      `INSERT INTO ${table} (tenant, item, first_day, last_day)
       SELECT tenant, item, min(day), max(day) FROM ${this.#schema}.view
       WHERE tenant = $1 AND item = ANY($2::integer[]) AND excluded = 0 AND active_ms >= ${qualifiedViewMs} GROUP BY tenant, item`,
      [tenant.number, shrunk],
    );
  }

  async #codesOf({ names }: OpenTenant, facts: readonly Fact[]): Promise<PostgresCodes> {
    const codes = new PostgresCodes(names);
    await codes.intern(facts);
    return codes;
  }
}

function groupsOf<Part extends Pairing>(parts: readonly Part[]): Iterable<readonly [Part, ...Part[]]> {
  const groups = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const known = groups.get(pairKey(part.pair));
    if (known === undefined) groups.set(pairKey(part.pair), [part]);
    else known.push(part);
  }
  return groups.values();
}
