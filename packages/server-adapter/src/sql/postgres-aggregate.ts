import type { AggregateQuery } from '../store/aggregate-query.js';
import type { AggregateRow } from '../store/aggregate-row.js';
import { checkSuggestionsQuery } from '../store/suggestion-fold.js';
import { checkSuggestionPage } from '../store/suggestion-page.js';
import { answerQuery } from './count-answers.js';
import { answerEngagement } from './engagement-answers.js';
import type { CountSteps } from './count-codes.js';
import { postgresDialect } from './postgres-codes.js';
import type { Run } from './postgres-client.js';
import { PostgresConversationAnswers } from './postgres-conversation-answers.js';
import { answerSearches } from './search-answers.js';

/** Answers an aggregate query from the counts in a PostgreSQL schema. All statements must see one state of it. */
export async function answerFromPostgres(
  run: Run,
  schema: string,
  tenant: string,
  query: AggregateQuery,
): Promise<readonly AggregateRow[]> {
  const said = new PostgresConversationAnswers(run, schema, tenant);
  const dialect = postgresDialect(schema, tenant);
  switch (query.type) {
    case 'suggestions':
      checkSuggestionsQuery(query);
      return said.suggestions(query);
    case 'suggestion-page':
      checkSuggestionPage(query);
      return said.page(query);
    case 'supporters':
      return said.supporters(query);
    case 'low-ratings':
      return said.lowRatings(query);
    case 'searches':
      return runSteps(run, answerSearches(dialect, query));
    case 'participation':
    case 'low-raters':
    case 'first-engaged':
      return runSteps(run, answerEngagement(dialect, query));
    default:
      return runSteps(run, answerQuery(dialect, query));
  }
}

async function runSteps<Found>(run: Run, steps: CountSteps<Found>): Promise<Found> {
  let step = steps.next();
  while (step.done !== true) {
    const { sql, parameters } = step.value;
    let number = 0;
    const numbered = sql.replaceAll('?', () => `$${(number += 1)}`);
    step = steps.next(await run(numbered, [...parameters]));
  }
  return step.value;
}
