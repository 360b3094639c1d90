import type { Fact } from '../store/fact.js';
import { viewOf, type FoldedView } from '../store/folded-view.js';
import { getOrMake } from '../store/get-or-make.js';
import { isAboutRating } from '../store/live-rating.js';
import type { ActorItem } from './actor-item.js';
import { FactCounts } from './fact-counts.js';
import { LiveRatingTable } from './live-rating-table.js';
import type { Names } from './names.js';
import { noPair, PairCounts, usedFrom, type PairState } from './pair-counts.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { ViewTable } from './view-table.js';

/** A fact with its place in the log. */
export interface NumberedFact {
  readonly sequence: number;
  readonly fact: Fact;
}

/**
 * Keeps the counts of one tenant equal to a fold of its log, inside the transaction that changes the log.
 *
 * Views and ratings count by pair of a person and an item (see pair-counts.ts), everything else fact by fact.
 */
export class SqliteCounts {
  readonly #connection: SqliteConnection;
  readonly #tenant: number;
  readonly #names: Names;
  readonly #views: ViewTable;
  readonly #ratings: LiveRatingTable;

  constructor(connection: SqliteConnection, tenant: number, names: Names) {
    this.#connection = connection;
    this.#tenant = tenant;
    this.#names = names;
    this.#views = new ViewTable(connection, tenant, names);
    this.#ratings = new LiveRatingTable(connection, tenant, names);
  }

  /** Counts facts that are new in the log. */
  add(facts: readonly NumberedFact[]): void {
    this.countFacts(
      facts.map(({ fact }) => fact),
      1,
    );
    this.addToPairs(facts);
  }

  /** Counts facts one by one (1), or takes them back (-1). Their pairs are not looked at. */
  countFacts(facts: Iterable<Fact>, sign: 1 | -1): void {
    const counts = new FactCounts(this.#names);
    for (const fact of facts) counts.count(fact, sign);
    counts.write(this.#connection, this.#tenant);
  }

  /** Counts views and ratings of pairs. */
  addToPairs(facts: readonly NumberedFact[]): void {
    const changes = new PairCounts();
    for (const news of this.#newsOfPairs(facts)) {
      const { pair, views, ratings } = news;
      const before = this.#stateOf(pair);
      const viewsAfter = this.#views.fold(before.views, views);
      const ratingsAfter = this.#ratings.fold(before.ratings, ratings, usedFrom(viewsAfter.values()));
      this.#views.write(pair, before.views, viewsAfter);
      this.#ratings.write(pair, before.ratings, ratingsAfter);
      changes.change(pair, before, { views: viewsAfter, ratings: ratingsAfter });
    }
    changes.write(this.#connection, this.#tenant);
  }

  /** Takes everything back that pairs of people and items count as. */
  removePairs(pairs: readonly ActorItem[]): void {
    const changes = new PairCounts();
    for (const pair of pairs) {
      changes.change(pair, this.#stateOf(pair), noPair);
      this.#views.remove(pair);
      this.#ratings.remove(pair);
    }
    changes.write(this.#connection, this.#tenant);
  }

  #stateOf(pair: ActorItem): PairState {
    return { views: this.#views.rowsOf(pair), ratings: this.#ratings.rowsOf(pair) };
  }

  #newsOfPairs(facts: readonly NumberedFact[]): Iterable<NewsOfPair> {
    const pairs = new Map<string, NewsOfPair>();
    for (const { sequence, fact } of facts) {
      const view = viewOf(fact);
      if (view === null && !isAboutRating(fact)) continue;
      const pair = this.#pairOf(fact);
      const news = getOrMake(pairs, `${pair.actor} ${pair.item}`, () => ({ pair, views: [], ratings: [] }));
      if (view !== null) news.views.push([view, sequence]);
      else news.ratings.push([fact, sequence]);
    }
    return pairs.values();
  }

  #pairOf({ actorId, collateralId }: Fact): ActorItem {
    return { actor: this.#names.number('actor', actorId), item: this.#names.number('item', collateralId) };
  }
}

interface NewsOfPair {
  readonly pair: ActorItem;
  readonly views: [view: FoldedView, sequence: number][];
  readonly ratings: [fact: Fact, sequence: number][];
}
