import { convertFacts } from './convert-facts.js';
import { countTables } from './count-tables.js';
import { keepConversations } from './keep-conversations.js';
import { keepEngagements } from './keep-engagements.js';
import { keepRatingDays } from './keep-rating-days.js';
import { keepStandings, keepSteps } from './keep-standings.js';
import { keepSuggestionPages } from './keep-suggestion-pages.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** One step to the next version of the tables: SQL, or work on the rows as well. */
export type SchemaStep = string | ((connection: SqliteConnection) => void);

/**
 * The steps that lead from an empty file to the current tables. A step is never changed once released, only added.
 *
 * Musts of the tables:
 * - the tenant comes first in every key;
 * - `sequence` only ever grows within a tenant, also after a prune: readers' cursors depend on it.
 */
export const schemaSteps: readonly SchemaStep[] = Object.freeze([
  `CREATE TABLE tenant_log (
     tenant TEXT NOT NULL PRIMARY KEY,
     last_sequence INTEGER NOT NULL DEFAULT 0,
     pruned_before TEXT NOT NULL DEFAULT ''
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE fact (
     tenant TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     actor_id TEXT NOT NULL,
     id TEXT NOT NULL,
     type TEXT NOT NULL,
     collateral_id TEXT,
     version TEXT,
     occurred_at TEXT NOT NULL,
     received_at TEXT NOT NULL,
     effective_at TEXT NOT NULL,
     day TEXT NOT NULL,
     slot INTEGER NOT NULL,
     team TEXT,
     excluded TEXT,
     context TEXT,
     detail TEXT NOT NULL,
     PRIMARY KEY (tenant, sequence)
   ) STRICT, WITHOUT ROWID;

   CREATE UNIQUE INDEX fact_identity ON fact (tenant, actor_id, id);
   CREATE INDEX fact_item ON fact (tenant, collateral_id, type, sequence);
   CREATE INDEX fact_time ON fact (tenant, effective_at);

   CREATE TABLE document (
     tenant TEXT NOT NULL,
     collection TEXT NOT NULL,
     key TEXT NOT NULL,
     revision INTEGER NOT NULL,
     body TEXT NOT NULL,
     PRIMARY KEY (tenant, collection, key)
   ) STRICT, WITHOUT ROWID;`,
  convertFacts,
  countTables,
  keepConversations,
  keepEngagements,
  `CREATE TABLE prune_mark (
     tenant INTEGER NOT NULL,
     type INTEGER NOT NULL,
     before TEXT NOT NULL,
     PRIMARY KEY (tenant, type)
   ) STRICT, WITHOUT ROWID;`,
  keepRatingDays,
  keepSuggestionPages,
  // Low ratings that say why, which is few of them: suggestions are made of those.
  'CREATE INDEX live_rating_why ON live_rating (tenant, item, value) WHERE value <= 2 AND says_why = 1',
  keepStandings,
  keepSteps,
]);
