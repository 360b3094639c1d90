import { CountChanges } from './count-changes.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresEngagements } from './postgres-engagements.js';
import { factPages } from './postgres-fact-pages.js';
import { factOfRow } from './postgres-fact-row.js';
import { PostgresRecount } from './postgres-recount.js';
import { countRows, writeRows } from './postgres-write-rows.js';

const everything = { sql: '$2::boolean', value: true };
const engaging = { sql: 'type = ANY($2::text[])', value: ['view', 'usage', 'completion', 'rating'] };

/** Fills tables of a schema that are new from the log, with the code of today (see partition-postgres-facts.ts). */
export async function countMovedFacts(
  run: Run,
  schema: string,
  tenant: string,
  isNew: { readonly conversations: boolean; readonly engagements: boolean },
): Promise<void> {
  const recount = new PostgresRecount(schema);
  // Schemas of version 1 come here with empty tables of counts, later ones with full ones.
  const counted = await run(`SELECT 1 FROM ${schema}.arrival_day WHERE tenant = $1 LIMIT 1`, [tenant]);
  if (counted.length === 0) await recount.add(run, tenant, everything);
  else {
    if (isNew.conversations) await recount.addSearches(run, tenant);
    if (isNew.engagements) await addEngagements(run, schema, tenant);
  }
  const conversations = new PostgresConversations(schema);
  if (isNew.conversations)
    await conversations.refresh(run, tenant, await conversations.saidWhere(run, tenant, everything));
}

async function addEngagements(run: Run, schema: string, tenant: string): Promise<void> {
  const engagements = new PostgresEngagements(schema);
  for await (const rows of factPages(run, schema, tenant, engaging)) {
    const changes = new CountChanges();
    const added = await engagements.rowsOf(run, tenant, rows.map(factOfRow), changes);
    await writeRows(run, schema, tenant, [...added, ...countRows(changes)]);
  }
}
