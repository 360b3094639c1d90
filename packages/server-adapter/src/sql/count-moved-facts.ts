import { CountChanges } from './count-changes.js';
import type { Run } from './postgres-client.js';
import { PostgresConversations } from './postgres-conversations.js';
import { PostgresEngagements } from './postgres-engagements.js';
import { factPages } from './postgres-fact-pages.js';
import { typeNumber } from './fact-row.js';
import { arrayOf } from './postgres-arrays.js';
import { PostgresCodes } from './postgres-codes.js';
import { factsOfRows } from './postgres-fact-row.js';
import { PostgresRecount } from './postgres-recount.js';
import type { OpenTenant } from './postgres-tenants.js';
import { countRows, writeRows } from './postgres-write-rows.js';

const everything = { sql: '$2::boolean', value: true };
const engaging = {
  sql: 'type = ANY($2::smallint[])',
  value: arrayOf((['view', 'usage', 'completion', 'rating'] as const).map(typeNumber)),
};

/** Fills tables of a schema that are new from the log, with the code of today (see number-postgres-names.ts). */
export async function countMovedFacts(
  run: Run,
  schema: string,
  tenant: OpenTenant,
  isNew: { readonly conversations: boolean; readonly engagements: boolean },
): Promise<void> {
  const recount = new PostgresRecount(schema);
  // Schemas of version 1 come here with empty tables of counts, later ones with full ones.
  const counted = await run(`SELECT 1 FROM ${schema}.arrival_day WHERE tenant = $1 LIMIT 1`, [tenant.number]);
  if (counted.length === 0) await recount.add(run, tenant, everything);
  else {
    if (isNew.conversations) await recount.addSearches(run, tenant);
    if (isNew.engagements) await addEngagements(run, schema, tenant);
  }
  const conversations = new PostgresConversations(schema);
  if (isNew.conversations)
    await conversations.refresh(run, tenant, await conversations.saidWhere(run, tenant, everything));
}

async function addEngagements(run: Run, schema: string, tenant: OpenTenant): Promise<void> {
  const codes = new PostgresCodes(tenant.names);
  const engagements = new PostgresEngagements(schema);
  for await (const rows of factPages(run, schema, tenant.number, engaging)) {
    const changes = new CountChanges();
    const facts = await factsOfRows(rows, codes);
    await codes.intern(facts);
    const added = await engagements.rowsOf(run, tenant, facts, changes);
    await writeRows(run, schema, tenant.number, [...added, ...countRows(changes)]);
  }
}
