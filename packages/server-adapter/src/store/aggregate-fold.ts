import { ActionFold } from './action-fold.js';
import type { AggregateQuery } from './aggregate-query.js';
import type { AggregateRow } from './aggregate-row.js';
import { ArrivalFold } from './arrival-fold.js';
import { EngagementFold, lowRaterRows } from './engagement-fold.js';
import type { Fact } from './fact.js';
import { inboxPageRows, standingRows } from './inbox-page.js';
import { lowRatingRows } from './low-rating-rows.js';
import { RatingFold } from './rating-fold.js';
import { SearchFold } from './search-fold.js';
import { standingsOf } from './standings.js';
import type { Standing } from './conversation-row.js';
import type { StoredDocument } from './store.js';
import { SuggestionFold } from './suggestion-fold.js';
import { suggestionPageRows } from './suggestion-page.js';
import { ViewFold } from './view-fold.js';

/**
 * Answers aggregate queries from the facts themselves, and where a query asks what was decided from the steps of suggestions. Both may
 * come in any order, each of them once.
 *
 * This is what the figures mean. A store with the capability `aggregate` keeps counts instead, and must give the same rows.
 */
export class AggregateFold {
  readonly #views = new ViewFold();
  readonly #ratings = new RatingFold();
  readonly #actions = new ActionFold();
  readonly #arrivals = new ArrivalFold();
  readonly #suggestions = new SuggestionFold();
  readonly #searches = new SearchFold();
  readonly #engagement = new EngagementFold();
  readonly #standings = new Map<string, Standing>();

  /** Takes one fact in, whatever its type. */
  add(fact: Fact): void {
    this.#views.add(fact);
    this.#ratings.add(fact);
    this.#actions.add(fact);
    this.#arrivals.add(fact);
    this.#suggestions.add(fact);
    this.#searches.add(fact);
    this.#engagement.add(fact);
  }

  /** Takes a document of the collection `suggestions` in; each key once. */
  addDocument({ key, document }: Pick<StoredDocument, 'key' | 'document'>): void {
    for (const standing of standingsOf(key, document)) this.#standings.set(standing.suggestionId, standing);
  }

  /**
   * Answers a query from what was added.
   *
   * @throws CollateralError `invalid-option` for a suggestions query without any list.
   */
  answer(query: AggregateQuery): readonly AggregateRow[] {
    switch (query.type) {
      case 'usage':
        return this.#views.usage(query, (...pair) => this.#ratings.hasRated(...pair));
      case 'ratings':
        return this.#ratings.rows(query, (...use) => this.#views.hasUsed(...use));
      case 'actions':
        return this.#actions.rows(query);
      case 'last-use':
        return this.#views.lastUse(query);
      case 'arrivals':
        return this.#arrivals.rows(query);
      case 'suggestions':
        return this.#suggestions.suggestions(query);
      case 'suggestion-page':
        return suggestionPageRows(this.#suggestions.all(), query);
      case 'inbox-page':
        return inboxPageRows(this.#suggestions.all(), this.#standings, query);
      case 'standings':
        return standingRows(this.#standings, query);
      case 'supporters':
        return this.#suggestions.supporters(query);
      case 'low-ratings':
        return lowRatingRows(this.#ratings.latest(), query);
      case 'searches':
        return this.#searches.rows(query);
      case 'participation':
        return this.#engagement.participation(query);
      case 'first-engaged':
        return this.#engagement.firstEngaged(query);
      case 'low-raters':
        return lowRaterRows(this.#ratings.latest(), query);
    }
  }
}
