import type { SqliteConnection } from './sqlite-connection.js';
import { countConversations } from './sqlite-recount.js';
import { Tenants } from './tenants.js';

/**
 * Fourth step of the schema: tables of what people said to each other, filled from the log, and indexes that find it there.
 *
 * It counts with the code of today. A later step that changes these tables has to take a copy of that code here, or to count anew
 * itself and leave these empty.
 */
export function keepConversations(connection: SqliteConnection): void {
  connection.run(tables);
  const tenants = new Tenants(connection);
  for (const { name } of connection.prepare('SELECT name FROM tenant').all()) {
    const state = tenants.open(String(name));
    // Files of version 1 and 2 come here with empty tables of counts, which a later step fills; those of version 3 with full ones.
    const counted = connection.prepare('SELECT 1 FROM arrival_day WHERE tenant = ? LIMIT 1').get(state.number);
    countConversations(connection, state, { searches: counted !== undefined });
  }
}

/*
 * suggestion: one row for each that was made, voted for or replied to; `sequence` is the place of the suggestion itself in the log,
 *   0 while it is not there, and then `item` is null. `words` are those a search finds it by, and `document` its number there.
 * live_vote: votes that are on.
 * suggestion_word: which documents use a word, some thousand numbers a row (see document-set.ts).
 */
const tables = `
  CREATE INDEX fact_about ON fact (tenant, detail ->> '$.suggestionId', type, actor, effective_at)
    WHERE detail ->> '$.suggestionId' IS NOT NULL;
  CREATE INDEX fact_suggestion ON fact (tenant, id) WHERE type = 5;
  CREATE INDEX live_rating_low ON live_rating (tenant, item, value) WHERE value <= 2;

  CREATE TABLE suggestion (
    tenant INTEGER NOT NULL,
    id BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    item INTEGER,
    actor INTEGER NOT NULL,
    version INTEGER NOT NULL,
    team INTEGER NOT NULL,
    effective_at INTEGER,
    received_at,
    excluded INTEGER NOT NULL,
    withdrawn_at INTEGER,
    voters INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    replied_at INTEGER,
    words TEXT NOT NULL,
    document INTEGER,
    PRIMARY KEY (tenant, id)
  ) WITHOUT ROWID;
  CREATE INDEX suggestion_item ON suggestion (tenant, item, document);
  CREATE INDEX suggestion_document ON suggestion (tenant, document) WHERE document IS NOT NULL;
  CREATE INDEX suggestion_newest ON suggestion (tenant, effective_at, document) WHERE document IS NOT NULL;

  CREATE TABLE live_vote (
    tenant INTEGER NOT NULL,
    suggestion BLOB NOT NULL,
    actor INTEGER NOT NULL,
    effective_at INTEGER NOT NULL,
    PRIMARY KEY (tenant, suggestion, actor)
  ) WITHOUT ROWID;

  CREATE TABLE suggestion_word (
    tenant INTEGER NOT NULL,
    word TEXT NOT NULL,
    block INTEGER NOT NULL,
    documents BLOB NOT NULL,
    PRIMARY KEY (tenant, word, block)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE search_day (
    tenant INTEGER NOT NULL,
    day INTEGER NOT NULL,
    query TEXT NOT NULL,
    actor INTEGER NOT NULL,
    searches INTEGER NOT NULL,
    PRIMARY KEY (tenant, day, query, actor)
  ) WITHOUT ROWID;`;
