import { typeNumber } from './fact-row.js';
import { saidTypes } from './said-facts.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteConversations } from './sqlite-conversations.js';
import { SqliteCounts } from './sqlite-counts.js';
import { factPages } from './sqlite-fact-pages.js';
import type { TenantState } from './tenants.js';

const saidAndSearched = (['usage', ...saidTypes] as const).map(typeNumber).join(', ');

/** Counts every fact of a tenant whose tables of counts are empty, but not what people said to each other. Needs a write transaction. */
export function countAll(connection: SqliteConnection, state: TenantState): void {
  const counts = new SqliteCounts(connection, state.number, state.names);
  for (const facts of factPages(connection, state, 'TRUE')) counts.add(facts);
}

/** Counts what people said to each other and, if asked, what they searched for. Needs a write transaction. */
export function countConversations(
  connection: SqliteConnection,
  state: TenantState,
  { searches }: { readonly searches: boolean },
): void {
  const counts = new SqliteCounts(connection, state.number, state.names);
  const conversations = new SqliteConversations(connection, state.number, state.names);
  for (const facts of factPages(connection, state, `type IN (${saidAndSearched})`)) {
    if (searches)
      counts.countSearches(
        facts.map(({ fact }) => fact),
        1,
      );
    conversations.add(facts);
  }
}
