import { aboutKey } from './postgres-about.js';
import type { Run } from './postgres-client.js';
import { saidTypes } from './said-facts.js';

/**
 * Third step of the PostgreSQL schema: tables of what people said to each other, and an index that finds it in the log. The step that
 * moves the log into partitions fills them.
 */
export async function keepPostgresConversations(run: Run, schema: string): Promise<void> {
  await run(tables.replaceAll('$schema', schema));
  await run(
    `UPDATE ${schema}.fact SET about = CASE WHEN type = 'suggestion' THEN ${aboutKey('id')}
       ELSE ${aboutKey("(detail::json ->> 'suggestionId')")} END
     WHERE type = ANY($1::text[])`,
    [[...saidTypes, 'notice-response']],
  );
}

// What the tables are for: keep-conversations.ts.
const tables = `
  ALTER TABLE $schema.fact ADD COLUMN about text COLLATE "C";
  CREATE INDEX fact_about ON $schema.fact (tenant, about, type, actor_id) WHERE about IS NOT NULL;
  CREATE INDEX live_rating_low ON $schema.live_rating (tenant, item) WHERE value <= 2;

  CREATE TABLE $schema.suggestion (
    tenant text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    item text COLLATE "C",
    actor text COLLATE "C",
    version text,
    team text,
    effective_at text COLLATE "C",
    received_at text,
    excluded text,
    withdrawn_at text COLLATE "C",
    words text NOT NULL,
    voters bigint NOT NULL DEFAULT 0,
    replies bigint NOT NULL DEFAULT 0,
    replied_at text COLLATE "C",
    PRIMARY KEY (tenant, about)
  ) WITH (fillfactor = 70);
  CREATE INDEX suggestion_item ON $schema.suggestion (tenant, item);

  CREATE TABLE $schema.live_vote (
    tenant text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    effective_at text NOT NULL,
    PRIMARY KEY (tenant, about, actor)
  );

  CREATE TABLE $schema.suggestion_word (
    tenant text COLLATE "C" NOT NULL,
    word text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY (tenant, word, item, sequence)
  );

  CREATE TABLE $schema.search_day (
    tenant text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    query text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    searches bigint NOT NULL,
    PRIMARY KEY (tenant, day, query, actor)
  ) WITH (fillfactor = 70);`;
