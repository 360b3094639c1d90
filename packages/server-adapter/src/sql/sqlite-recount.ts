import { typeNumber } from './fact-row.js';
import { saidTypes } from './said-facts.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteConversations } from './sqlite-conversations.js';
import { SqliteCounts } from './sqlite-counts.js';
import { factPages } from './sqlite-fact-pages.js';
import type { TenantState } from './tenants.js';

const saidAndSearched = (['usage', ...saidTypes] as const).map(typeNumber).join(', ');

/** Counts every fact of a tenant whose tables of counts are empty. Needs a write transaction. */
export function countAll(connection: SqliteConnection, state: TenantState): void {
  const counts = new SqliteCounts(connection, state.number, state.names);
  const conversations = new SqliteConversations(connection, state.number, state.names);
  for (const facts of factPages(connection, state, 'TRUE')) {
    counts.add(facts);
    conversations.add(facts);
  }
}

/** Counts what people said to each other and searched for, of a tenant where everything else is counted. Needs a write transaction. */
export function countConversations(connection: SqliteConnection, state: TenantState): void {
  const counts = new SqliteCounts(connection, state.number, state.names);
  const conversations = new SqliteConversations(connection, state.number, state.names);
  for (const facts of factPages(connection, state, `type IN (${saidAndSearched})`)) {
    counts.countSearches(
      facts.map(({ fact }) => fact),
      1,
    );
    conversations.add(facts);
  }
}
