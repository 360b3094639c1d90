import type { AggregateQuery } from '../store/aggregate-query.js';
import type { AggregateRow } from '../store/aggregate-row.js';
import { checkSuggestionsQuery } from '../store/suggestion-fold.js';
import { checkSuggestionPage } from '../store/suggestion-page.js';
import { answerQuery } from './count-answers.js';
import { answerEngagement } from './engagement-answers.js';
import type { CountSteps } from './count-codes.js';
import { PostgresCodes, postgresDialect } from './postgres-codes.js';
import type { Run } from './postgres-client.js';
import type { PostgresName } from './postgres-kept-names.js';
import { NameSet } from './postgres-name-set.js';
import { PostgresConversationAnswers } from './postgres-conversation-answers.js';
import type { OpenTenant, PostgresTenants } from './postgres-tenants.js';
import { answerSearches } from './search-answers.js';

/** Answers an aggregate query from the counts in a PostgreSQL schema. All statements must see one state of it. */
export async function answerFromPostgres(
  run: Run,
  schema: string,
  { tenants, tenant: name }: { readonly tenants: PostgresTenants; readonly tenant: string },
  query: AggregateQuery,
): Promise<readonly AggregateRow[]> {
  if (query.type === 'suggestions') checkSuggestionsQuery(query);
  if (query.type === 'suggestion-page' || query.type === 'inbox-page') checkSuggestionPage(query);
  const tenant = await tenants.find(run, name);
  if (tenant === undefined) return [];
  await tenant.names.find(namesIn(query));
  const said = new PostgresConversationAnswers(run, schema, tenant);
  const dialect = postgresDialect(schema, tenant);
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
      return runSteps(run, tenant, answerSearches(dialect, query));
    case 'participation':
    case 'low-raters':
    case 'first-engaged':
      return runSteps(run, tenant, answerEngagement(dialect, query));
    default:
      return runSteps(run, tenant, answerQuery(dialect, query));
  }
}

/** Gives the names a query is answered with. */
function namesIn(query: AggregateQuery): readonly PostgresName[] {
  const names = new NameSet();
  // Rows of suggestions know their items by what they are called.
  const isNumbered = query.type !== 'inbox-page' && query.type !== 'standings';
  if (isNumbered && 'collateralIds' in query) for (const id of query.collateralIds ?? []) names.add('item', id);
  if ('team' in query) names.add('team', query.team ?? null);
  if (query.type === 'ratings' && query.actorId !== undefined) names.add('actor', query.actorId);
  if ('teams' in query) for (const team of query.teams ?? []) names.add('team', team);
  return names.all();
}

async function runSteps<Found>(run: Run, { names }: OpenTenant, steps: CountSteps<Found>): Promise<Found> {
  const codes = new PostgresCodes(names);
  let step = steps.next();
  while (step.done !== true) {
    const { sql, parameters } = step.value;
    let number = 0;
    const numbered = sql.replaceAll('?', () => `$${(number += 1)}`);
    const rows = await run(numbered, [...parameters]);
    await codes.read(rows);
    step = steps.next(rows);
  }
  return step.value;
}
