import type { Fact } from '../store/fact.js';
import { getOrMake } from '../store/get-or-make.js';
import type { CountChanges } from './count-changes.js';
import {
  changeEngagement,
  foldEngagement,
  isAboutEngagement,
  newDays,
  newRatingDays,
  noEngagement,
  type Engagement,
} from './engagement-counts.js';
import { PostgresCodes } from './postgres-codes.js';
import type { Run } from './postgres-client.js';
import { actorOf, engagementKey, engagementsOfRows } from './postgres-engagement-rows.js';
import { arraysOfPairs, type RowsToWrite, type RowToWrite } from './postgres-pair-rows.js';
import type { Pair } from './postgres-pairs.js';
import type { OpenTenant } from './postgres-tenants.js';
import { readTouchedEngagements } from './postgres-touched-engagements.js';

/**
 * Keeps the rows of who really used what and rated it equal to a fold of the log, inside the transaction that changes the log and
 * under its lock.
 */
export class PostgresEngagements {
  readonly #schema: string;

  constructor(schema: string) {
    this.#schema = schema;
  }

  /** Gives what facts that are new in the log add: rows of its own, and changes of counts. */
  async rowsOf(
    run: Run,
    tenant: OpenTenant,
    facts: Iterable<Fact>,
    changes: CountChanges,
  ): Promise<readonly RowsToWrite[]> {
    const codes = new PostgresCodes(tenant.names);
    const news = new Map<string, { readonly pair: Pair; readonly facts: Fact[] }>();
    for (const fact of facts) {
      if (!isAboutEngagement(fact)) continue;
      const pair = { actor: codes.name('actor', fact.actorId), item: codes.name('item', fact.collateralId) };
      getOrMake(news, engagementKey(pair), () => ({ pair, facts: [] as Fact[] })).facts.push(fact);
    }
    if (news.size === 0) return [];
    const added = [...news.values()].map(({ pair, facts: own }) => ({
      pair,
      added: foldEngagement(noEngagement, own, codes),
    }));
    const known = await readTouchedEngagements(run, this.#schema, tenant, added, (pairs) =>
      this.read(run, tenant, pairs),
    );
    return rowsOfChanges(
      [...news].map(([key, { pair, facts: own }]) => {
        const before = known.get(key) ?? noEngagement;
        return { pair, before, after: foldEngagement(before, own, codes) };
      }),
      changes,
      codes,
    );
  }

  /** Takes everything back that pairs of people and items count as. */
  async remove(run: Run, tenant: OpenTenant, pairs: readonly Pair[], changes: CountChanges): Promise<void> {
    for (const [key, before] of await this.read(run, tenant, pairs))
      changeEngagement(changes, new PostgresCodes(tenant.names), actorOf(key), { before, after: noEngagement });
    for (const table of ['engaged_day', 'rating_day'])
      await run(
        `DELETE FROM ${this.#schema}.${table} WHERE tenant = $1
           AND (item, actor) IN (SELECT * FROM unnest($2::integer[], $3::integer[]))`,
        [tenant.number, ...arraysOfPairs(pairs)],
      );
  }

  /** Reads what pairs count as, by {@link engagementKey}. Those that count as nothing are missing. */
  async read(run: Run, tenant: OpenTenant, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Engagement>> {
    // OFFSET 0 keeps the lookup of each pair apart: a planner that has no statistics yet would read the whole table instead.
    const from = (table: string, columns: string): string =>
      `SELECT known.* FROM unnest($2::integer[], $3::integer[]) AS pair(item, actor), LATERAL (
         SELECT item, actor, ${columns} FROM ${this.#schema}.${table}
         WHERE tenant = $1 AND item = pair.item AND actor = pair.actor OFFSET 0) AS known`;
    const rows = await run(
      `${from('engaged_day', 'team, day')} UNION ALL ${from('rating_day', 'NULL::integer AS team, day')}`,
      [tenant.number, ...arraysOfPairs(pairs)],
    );
    return engagementsOfRows(rows, tenant);
  }
}

/** What a pair was and is. */
export interface EngagementChange {
  readonly pair: Pair;
  readonly before: Engagement;
  readonly after: Engagement;
}

/** Gives the rows that changes of pairs write, and adds to the counts what they change. */
export function rowsOfChanges(
  pairs: readonly EngagementChange[],
  changes: CountChanges,
  codes: PostgresCodes,
): readonly RowsToWrite[] {
  const engagedDays: RowToWrite[] = [];
  const ratingDays: RowToWrite[] = [];
  for (const { pair, before, after } of pairs) {
    if (after === before) continue;
    changeEngagement(changes, codes, pair.actor, { before, after });
    for (const [team, day] of newDays(before, after)) engagedDays.push({ ...pair, team, day: codes.day(day) });
    for (const day of newRatingDays(before, after)) ratingDays.push({ ...pair, day: codes.day(day) });
  }
  return [
    { table: 'engaged_day', keys: ['item', 'actor', 'team', 'day'], columns: [], update: String, rows: engagedDays },
    { table: 'rating_day', keys: ['item', 'actor', 'day'], columns: [], update: String, rows: ratingDays },
  ];
}
