import type { PruneMarks } from '../store/prune-marks.js';
import type { ActorItem } from './actor-item.js';
import { instantBound } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteCounts, type PairRows } from './sqlite-counts.js';
import { readMarks } from './sqlite-marks.js';
import type { TenantState } from './tenants.js';

/** What counts of two people although its facts were pruned: by item. */
export type OutlivedPairs = ReadonlyMap<number, readonly PairRows[]>;

/** Makes the counts of one person out of those of two. */
export class SqliteActorPairs {
  readonly #connection: SqliteConnection;
  readonly #state: TenantState;
  readonly #counts: SqliteCounts;

  constructor(connection: SqliteConnection, state: TenantState) {
    this.#connection = connection;
    this.#state = state;
    this.#counts = new SqliteCounts(connection, state.number, state.names);
  }

  /** Takes out what two people count as with items, and gives what no fact in the log tells any more. */
  takeOut(...actors: readonly number[]): OutlivedPairs {
    const outlived = new Map<number, PairRows[]>();
    const marks = readMarks(this.#connection, this.#state);
    for (const actor of actors) {
      const pairs = this.#pairsOf(actor);
      for (const pair of pairs)
        outlived.set(pair.item, [...(outlived.get(pair.item) ?? []), this.#outlived(pair, marks)]);
      this.#counts.removePairs(pairs);
    }
    return outlived;
  }

  /** Puts in for one person what was taken out. */
  putIn(actor: number, outlived: OutlivedPairs): void {
    for (const [item, parts] of outlived) this.#counts.putPair({ actor, item }, parts);
  }

  /** Gives what is still counted of one person's actions to another. */
  moveActions(from: number, to: number): void {
    const { number } = this.#state;
    this.#connection
      .prepare(
        `INSERT INTO action_day (tenant, day, item, action, actor, version, team, excluded, times)
         SELECT tenant, day, item, action, ?, version, team, excluded, times FROM action_day WHERE tenant = ? AND actor = ?
         ON CONFLICT DO UPDATE SET times = times + excluded.times`,
      )
      .run(to, number, from);
    this.#connection.prepare('DELETE FROM action_day WHERE tenant = ? AND actor = ?').run(number, from);
  }

  #outlived(pair: ActorItem, marks: PruneMarks): PairRows {
    const { views, ratings, engagement } = this.#counts.rowsOf(pair);
    const seenBefore = instantBound(marks.of('view'));
    const ratedBefore = instantBound(marks.of('rating'));
    const takenBackBefore = instantBound(marks.of('rating-withdrawal'));
    return {
      // Days of use and of ratings only grow.
      engagement,
      views: new Map([...views].filter(([, { effectiveAt }]) => effectiveAt < seenBefore)),
      ratings: new Map(
        [...ratings].filter(
          ([, { effectiveAt, value }]) => effectiveAt < (value === null ? takenBackBefore : ratedBefore),
        ),
      ),
    };
  }

  #pairsOf(actor: number): readonly ActorItem[] {
    const ofTables = ['view', 'live_rating', 'engaged_day', 'rating_day'].map(
      (table) => `SELECT item FROM ${table} WHERE tenant = ?1 AND actor = ?2`,
    );
    return this.#connection
      .prepare(ofTables.join(' UNION '))
      .all(this.#state.number, actor)
      .map((row) => ({ actor, item: Number(row['item']) }));
  }
}
