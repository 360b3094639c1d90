import type { Fact } from '../store/fact.js';
import { viewOf, type FoldedView } from '../store/folded-view.js';
import { getOrMake } from '../store/get-or-make.js';
import { isAboutRating } from '../store/live-rating.js';
import type { ActorItem } from './actor-item.js';
import { CountChanges } from './count-changes.js';
import type { Engagement } from './engagement-counts.js';
import { countFact, countSearch } from './fact-counts.js';
import { ItemSpans } from './item-spans.js';
import { LiveRatingTable, type RatingRows } from './live-rating-table.js';
import type { Names } from './names.js';
import { changePair, noPair, usedFrom } from './pair-counts.js';
import { sqliteCodes } from './sqlite-codes.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { writeCounts } from './sqlite-count-rows.js';
import { SqliteEngagements } from './sqlite-engagements.js';
import { writeSpans } from './sqlite-span-rows.js';
import { uniteRatings, uniteViews } from './unite-pairs.js';
import { ViewTable, type ViewRows } from './view-table.js';

/** A fact with its place in the log. */
export interface NumberedFact {
  readonly sequence: number;
  readonly fact: Fact;
}

/** What a pair of a person and an item counts as. */
export interface PairRows {
  readonly views: ViewRows;
  readonly ratings: RatingRows;
  readonly engagement: Engagement;
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
  readonly #engagements: SqliteEngagements;

  constructor(connection: SqliteConnection, tenant: number, names: Names) {
    this.#connection = connection;
    this.#tenant = tenant;
    this.#names = names;
    this.#views = new ViewTable(connection, tenant, names);
    this.#ratings = new LiveRatingTable(connection, tenant, names);
    this.#engagements = new SqliteEngagements(connection, tenant, names);
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
    const changes = new CountChanges();
    const codes = sqliteCodes(this.#names);
    for (const fact of facts) countFact(changes, codes, fact, sign);
    writeCounts(this.#connection, this.#tenant, changes);
  }

  /** Counts searches (1), or takes them back (-1), and nothing else. */
  countSearches(facts: Iterable<Fact>, sign: 1 | -1): void {
    const changes = new CountChanges();
    for (const fact of facts) countSearch(changes, sqliteCodes(this.#names), fact, sign);
    writeCounts(this.#connection, this.#tenant, changes);
  }

  /** Counts views, ratings and real use of pairs. */
  addToPairs(facts: readonly NumberedFact[]): void {
    this.#engagements.add(facts.map(({ fact }) => fact));
    const changes = new CountChanges();
    const spans = new ItemSpans();
    for (const { pair, views, ratings } of this.#newsOfPairs(facts)) {
      const { usedFrom: usedBefore, ...before } = this.#stateTouchedBy(pair, views, ratings);
      const viewsAfter = this.#views.fold(before.views, views);
      // The first use is never later than it was: views only grow.
      const from = Math.min(usedBefore, usedFrom(viewsAfter.values()) ?? Number.POSITIVE_INFINITY);
      const after = { views: viewsAfter, ratings: this.#ratings.fold(before.ratings, ratings, from) };
      this.#views.write(pair, before.views, after.views);
      this.#ratings.write(pair, before.ratings, after.ratings);
      changePair(changes, spans, pair, { before, after });
    }
    this.#write(changes, spans);
  }

  /** Takes everything back that pairs of people and items count as. */
  removePairs(pairs: readonly ActorItem[]): void {
    this.#engagements.remove(pairs);
    const changes = new CountChanges();
    const spans = new ItemSpans();
    for (const pair of pairs) {
      changePair(changes, spans, pair, { before: this.#stateOf(pair), after: noPair });
      this.#views.remove(pair);
      this.#ratings.remove(pair);
    }
    this.#write(changes, spans);
  }

  /** Reads what a pair counts as. */
  rowsOf(pair: ActorItem): PairRows {
    return { ...this.#stateOf(pair), engagement: this.#engagements.of(pair) };
  }

  /** Makes a pair that counts as nothing count as all these parts together. */
  putPair(pair: ActorItem, parts: readonly PairRows[]): void {
    const changes = new CountChanges();
    const spans = new ItemSpans();
    const views = uniteViews(parts.map((part) => part.views));
    const from = usedFrom(views.values()) ?? Number.POSITIVE_INFINITY;
    const after = {
      views,
      ratings: uniteRatings(
        parts.map((part) => part.ratings),
        from,
      ),
    };
    this.#views.write(pair, new Map(), after.views);
    this.#ratings.write(pair, new Map(), after.ratings);
    changePair(changes, spans, pair, { before: noPair, after });
    this.#write(changes, spans);
    this.#engagements.put(
      pair,
      parts.map((part) => part.engagement),
    );
  }

  #stateOf(pair: ActorItem): Omit<PairRows, 'engagement'> {
    return { views: this.#views.rowsOf(pair), ratings: this.#ratings.rowsOf(pair) };
  }

  #write(changes: CountChanges, spans: ItemSpans): void {
    writeCounts(this.#connection, this.#tenant, changes);
    writeSpans(this.#connection, this.#tenant, spans);
  }

  // A rating may make every pair of a person and an item a rated one, on all its days; views change the days they are on.
  #stateTouchedBy(pair: ActorItem, views: NewsOfPair['views'], ratings: NewsOfPair['ratings']): StateTouched {
    const touched = ratings.length > 0 ? null : this.#views.rowsTouchedBy(pair, views);
    if (touched === null) return { ...this.#stateOf(pair), usedFrom: Number.POSITIVE_INFINITY };
    return { views: touched.rows, ratings: this.#ratings.rowsOf(pair), usedFrom: touched.usedFrom };
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

interface StateTouched {
  readonly views: ViewRows;
  readonly ratings: RatingRows;
  /** When the first qualified view began that may not be among these; infinite when all are. */
  readonly usedFrom: number;
}

interface NewsOfPair {
  readonly pair: ActorItem;
  readonly views: [view: FoldedView, sequence: number][];
  readonly ratings: [fact: Fact, sequence: number][];
}
