import { CollateralError } from '@collateral/sdk/contract';
import type { AggregateQuery } from '../store/aggregate-query.js';
import type { AggregateRow } from '../store/aggregate-row.js';
import { checkSuggestionsQuery } from '../store/suggestion-fold.js';
import { checkSuggestionPage } from '../store/suggestion-page.js';
import { checkLimit } from '../store/text-fold.js';
import type { TextHit, TextSearch } from '../store/text-search.js';
import { answerQuery } from './count-answers.js';
import type { CountDialect, CountSteps } from './count-codes.js';
import { actionOf } from './sqlite-codes.js';
import { answerEngagement } from './engagement-answers.js';
import { exclusionOf } from './fact-row.js';
import { packDay, unpackDay } from './packed-values.js';
import { answerSearches } from './search-answers.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteConversationAnswers } from './sqlite-conversation-answers.js';
import { SqliteSearch } from './sqlite-search.js';
import type { TenantState, Tenants } from './tenants.js';

/** Answers aggregate queries from the counts in a SQLite file. */
export class SqliteAggregate {
  readonly #connection: SqliteConnection;
  readonly #tenants: Tenants;

  constructor(connection: SqliteConnection, tenants: Tenants) {
    this.#connection = connection;
    this.#tenants = tenants;
  }

  answer(tenant: string, query: AggregateQuery): readonly AggregateRow[] {
    return this.#connection.read(() => {
      const state = this.#tenants.find(tenant);
      if (query.type === 'suggestions') checkSuggestionsQuery(query);
      if (query.type === 'suggestion-page' || query.type === 'inbox-page') checkSuggestionPage(query);
      return state === undefined ? [] : this.#rowsOf(state, query);
    });
  }

  search(tenant: string, query: TextSearch): readonly TextHit[] {
    checkLimit(query.limit);
    return this.#connection.read(() => {
      const state = this.#tenants.find(tenant);
      return state === undefined ? [] : new SqliteSearch(this.#connection, state).find(query);
    });
  }

  #rowsOf(state: TenantState, query: AggregateQuery): readonly AggregateRow[] {
    const said = new SqliteConversationAnswers(this.#connection, state);
    switch (query.type) {
      case 'suggestions':
        return said.suggestions(query);
      case 'suggestion-page':
        return said.page(query);
      case 'inbox-page':
        return said.inbox(query);
      case 'standings':
        return said.standings(query);
      case 'supporters':
        return said.supporters(query);
      case 'low-ratings':
        return said.lowRatings(query);
      case 'searches':
        return this.#run(answerSearches(dialectOf(state), query));
      case 'participation':
      case 'low-raters':
      case 'first-engaged':
        return this.#run(answerEngagement(dialectOf(state), query));
      default:
        return this.#run(answerQuery(dialectOf(state), query));
    }
  }

  #run<Found>(steps: CountSteps<Found>): Found {
    let step = steps.next();
    while (step.done !== true) {
      const { sql, parameters } = step.value;
      step = steps.next(this.#connection.prepare(sql).all(...parameters));
    }
    return step.value;
  }
}

function dialectOf({ number, names }: TenantState): CountDialect {
  return {
    tenant: number,
    table: (name) => name,
    // A name nobody has stored has no number, and no facts.
    isAmong: (ids) => [
      'item IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids.flatMap((id) => names.find('item', id) ?? [])),
    ],
    team: (team) => (team === null ? 0 : (names.find('team', team) ?? -1)),
    actor: (actorId) => names.find('actor', actorId) ?? -1,
    day: dayBound,
    daysBehind: (last, to) => (typeof last === 'number' ? last + 1 - dayBound('to', to) : Number.POSITIVE_INFINITY),
    addsUpPeople: false,
    exclusions: ['0', '1', '2', '3'],
    text: (_kind, value) => names.text(Number(value)),
    dayText: (value) => unpackDay(typeof value === 'number' ? value : String(value)),
    exclusionOf: (value) => exclusionOf(Number(value)),
    actionOf: (value) => actionOf(Number(value)),
  };
}

function dayBound(name: string, day: string): number {
  const packed = packDay(day);
  if (typeof packed === 'number') return packed;
  throw new CollateralError(
    'invalid-option',
    `${name} must be a day such as '2026-05-04', got ${JSON.stringify(day)}.`,
  );
}
