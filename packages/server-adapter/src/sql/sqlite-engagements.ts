import type { Fact } from '../store/fact.js';
import { getOrMake } from '../store/get-or-make.js';
import type { ActorItem } from './actor-item.js';
import { CountChanges } from './count-changes.js';
import type { CountCodes } from './count-codes.js';
import {
  changeEngagement,
  foldEngagement,
  isAboutEngagement,
  newDays,
  newRatingDays,
  noEngagement,
  uniteEngagements,
  type Engagement,
} from './engagement-counts.js';
import type { Names } from './names.js';
import { packDay, unpackDay } from './packed-values.js';
import { sqliteCodes } from './sqlite-codes.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { writeCounts } from './sqlite-count-rows.js';

const ofPair = 'tenant = ? AND item = ? AND actor = ?';

/** Keeps the rows of who really used what and rated it equal to a fold of the log, inside the transaction that changes the log. */
export class SqliteEngagements {
  readonly #connection: SqliteConnection;
  readonly #tenant: number;
  readonly #names: Names;
  readonly #codes: CountCodes;

  constructor(connection: SqliteConnection, tenant: number, names: Names) {
    this.#connection = connection;
    this.#tenant = tenant;
    this.#names = names;
    this.#codes = sqliteCodes(names);
  }

  /** Takes facts in that are new in the log. */
  add(facts: Iterable<Fact>): void {
    const news = new Map<string, { readonly pair: ActorItem; readonly facts: Fact[] }>();
    for (const fact of facts) {
      if (!isAboutEngagement(fact)) continue;
      const { actorId, collateralId } = fact;
      const pair = { actor: this.#names.number('actor', actorId), item: this.#names.number('item', collateralId) };
      getOrMake(news, `${pair.actor} ${pair.item}`, () => ({ pair, facts: [] as Fact[] })).facts.push(fact);
    }
    const changes = new CountChanges();
    for (const { pair, facts: own } of news.values()) {
      const before = this.of(pair);
      const after = foldEngagement(before, own, this.#codes);
      if (after === before) continue;
      changeEngagement(changes, this.#codes, pair.actor, { before, after });
      this.#write(pair, before, after);
    }
    writeCounts(this.#connection, this.#tenant, changes);
  }

  /** Takes everything back that pairs of people and items count as. */
  remove(pairs: readonly ActorItem[]): void {
    const changes = new CountChanges();
    for (const pair of pairs) {
      changeEngagement(changes, this.#codes, pair.actor, { before: this.of(pair), after: noEngagement });
      for (const table of ['engaged_day', 'rating_day'])
        this.#connection.prepare(`DELETE FROM ${table} WHERE ${ofPair}`).run(this.#tenant, pair.item, pair.actor);
    }
    writeCounts(this.#connection, this.#tenant, changes);
  }

  /** Makes a pair that counts as nothing count as these parts together. */
  put(pair: ActorItem, parts: Iterable<Engagement>): void {
    const changes = new CountChanges();
    const after = uniteEngagements(parts);
    changeEngagement(changes, this.#codes, pair.actor, { before: noEngagement, after });
    this.#write(pair, noEngagement, after);
    writeCounts(this.#connection, this.#tenant, changes);
  }

  /** Reads what a pair counts as. */
  of({ actor, item }: ActorItem): Engagement {
    const key = [this.#tenant, item, actor] as const;
    const days = new Map<number, string[]>();
    // In the order of the key: team by team, and of each the days one after the other.
    for (const { team, day } of this.#connection
      .prepare(`SELECT team, day FROM engaged_day WHERE ${ofPair} ORDER BY team, day`)
      .all(...key))
      getOrMake(days, Number(team), (): string[] => []).push(unpackDay(day));
    const rated = this.#connection.prepare(`SELECT day FROM rating_day WHERE ${ofPair} ORDER BY day`).all(...key);
    return { days, ratedOn: rated.map(({ day }) => unpackDay(day)) };
  }

  #write({ actor, item }: ActorItem, before: Engagement, after: Engagement): void {
    const insert = this.#connection.prepare(
      'INSERT INTO engaged_day (tenant, item, actor, team, day) VALUES (?, ?, ?, ?, ?)',
    );
    for (const [team, day] of newDays(before, after)) insert.run(this.#tenant, item, actor, team, packDay(day));
    const rate = this.#connection.prepare('INSERT INTO rating_day (tenant, item, actor, day) VALUES (?, ?, ?, ?)');
    for (const day of newRatingDays(before, after)) rate.run(this.#tenant, item, actor, packDay(day));
  }
}
