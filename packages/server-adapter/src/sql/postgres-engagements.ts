import type { Fact } from '../store/fact.js';
import { getOrMake } from '../store/get-or-make.js';
import type { CountChanges } from './count-changes.js';
import type { Code } from './count-codes.js';
import {
  changeEngagement,
  foldEngagement,
  isAboutEngagement,
  newDays,
  newRatingDays,
  noEngagement,
  type Engagement,
} from './engagement-counts.js';
import { postgresCodes } from './postgres-codes.js';
import type { PostgresRow, Run } from './postgres-client.js';
import type { RowsToWrite } from './postgres-pair-rows.js';
import type { Pair } from './postgres-pairs.js';

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
    tenant: string,
    facts: Iterable<Fact>,
    changes: CountChanges,
  ): Promise<readonly RowsToWrite[]> {
    const news = new Map<string, { readonly pair: Pair; readonly facts: Fact[] }>();
    for (const fact of facts) {
      if (!isAboutEngagement(fact)) continue;
      const pair = { actor: fact.actorId, item: fact.collateralId };
      getOrMake(news, engagementKey(pair), () => ({ pair, facts: [] as Fact[] })).facts.push(fact);
    }
    if (news.size === 0) return [];
    const known = await this.read(
      run,
      tenant,
      [...news.values()].map(({ pair }) => pair),
    );
    return rowsOfChanges(
      [...news].map(([key, { pair, facts: own }]) => {
        const before = known.get(key) ?? noEngagement;
        return { pair, before, after: foldEngagement(before, own, postgresCodes) };
      }),
      changes,
    );
  }

  /** Takes everything back that pairs of people and items count as. */
  async remove(run: Run, tenant: string, pairs: readonly Pair[], changes: CountChanges): Promise<void> {
    for (const [key, before] of await this.read(run, tenant, pairs))
      changeEngagement(changes, postgresCodes, actorOf(key), { before, after: noEngagement });
    for (const table of ['engaged_day', 'rating_day'])
      await run(
        `DELETE FROM ${this.#schema}.${table} WHERE tenant = $1
           AND (item, actor) IN (SELECT item, actor FROM jsonb_to_recordset($2::jsonb) AS pair(item text, actor text))`,
        [tenant, JSON.stringify(pairs)],
      );
  }

  /** Reads what pairs count as, by {@link engagementKey}. Those that count as nothing are missing. */
  async read(run: Run, tenant: string, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Engagement>> {
    // OFFSET 0 keeps the lookup of each pair apart: a planner that has no statistics yet would read the whole table instead.
    const from = (table: string, columns: string): string =>
      `SELECT known.* FROM jsonb_to_recordset($2::jsonb) AS pair(item text, actor text), LATERAL (
         SELECT item, actor, ${columns} FROM ${this.#schema}.${table}
         WHERE tenant = $1 AND item = pair.item AND actor = pair.actor OFFSET 0) AS known`;
    const rows = await run(`${from('engaged_day', 'team, day')} UNION ALL ${from('rating_day', 'NULL AS team, day')}`, [
      tenant,
      JSON.stringify(pairs),
    ]);
    const found = new Map<string, { readonly days: Map<Code, readonly string[]>; ratedOn: readonly string[] }>();
    for (const row of rows) {
      const [item, actor, day] = [row['item'], row['actor'], row['day']].map(String) as [string, string, string];
      const key = engagementKey({ item, actor });
      const state = getOrMake(found, key, () => ({ days: new Map<Code, readonly string[]>(), ratedOn: [] }));
      const { team } = row;
      if (typeof team === 'string') state.days.set(team, [...(state.days.get(team) ?? []), day].toSorted());
      else state.ratedOn = [...state.ratedOn, day].toSorted();
    }
    return found;
  }
}

/** Gives the text that stands for a pair. */
export function engagementKey({ actor, item }: Pair): string {
  return JSON.stringify([actor, item]);
}

/** Gives the person of a pair that {@link engagementKey} wrote. */
export function actorOf(key: string): string {
  // Only engagementKey makes them.
  return (JSON.parse(key) as readonly [string, string])[0];
}

/** What a pair was and is. */
export interface EngagementChange {
  readonly pair: Pair;
  readonly before: Engagement;
  readonly after: Engagement;
}

/** Gives the rows that changes of pairs write, and adds to the counts what they change. */
export function rowsOfChanges(pairs: readonly EngagementChange[], changes: CountChanges): readonly RowsToWrite[] {
  const engagedDays: PostgresRow[] = [];
  const ratingDays: PostgresRow[] = [];
  for (const { pair, before, after } of pairs) {
    if (after === before) continue;
    changeEngagement(changes, postgresCodes, pair.actor, { before, after });
    for (const [team, day] of newDays(before, after)) engagedDays.push({ ...pair, team, day });
    for (const day of newRatingDays(before, after)) ratingDays.push({ ...pair, day });
  }
  return [
    { table: 'engaged_day', keys: ['item', 'actor', 'team', 'day'], columns: [], update: String, rows: engagedDays },
    { table: 'rating_day', keys: ['item', 'actor', 'day'], columns: [], update: String, rows: ratingDays },
  ];
}
