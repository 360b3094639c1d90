import { ratedOn } from '../store/is-engaged.js';
import { CountChanges } from './count-changes.js';
import { changeEngagement } from './engagement-counts.js';
import { typeNumber } from './fact-row.js';
import type { Run } from './postgres-client.js';
import { PostgresCodes } from './postgres-codes.js';
import { actorOf } from './postgres-engagement-rows.js';
import { PostgresEngagements } from './postgres-engagements.js';
import { factPages } from './postgres-fact-pages.js';
import { factsOfRows } from './postgres-fact-row.js';
import type { OpenTenant } from './postgres-tenants.js';
import { countRows, writeRows } from './postgres-write-rows.js';

const pairsPerStep = 1_000;

/** Does what keep-postgres-rating-days.ts left, with the code of today. */
export async function countRatingDays(run: Run, schema: string, tenant: OpenTenant): Promise<void> {
  await addFromLog(run, schema, tenant);
  await countRated(run, schema, tenant);
}

async function addFromLog(run: Run, schema: string, { number, names }: OpenTenant): Promise<void> {
  const codes = new PostgresCodes(names);
  for await (const page of factPages(run, schema, number, { sql: 'type = $2', value: typeNumber('rating') })) {
    const facts = await factsOfRows(page, codes);
    const rows = facts.flatMap((fact, index) => {
      const day = ratedOn(fact);
      if (day === null) return [];
      return [{ item: Number(page[index]?.['item']), actor: Number(page[index]?.['actor']), day: codes.day(day) }];
    });
    await writeRows(run, schema, number, [
      { table: 'rating_day', keys: ['item', 'actor', 'day'], columns: [], update: String, rows },
    ]);
  }
}

async function countRated(run: Run, schema: string, tenant: OpenTenant): Promise<void> {
  const engagements = new PostgresEngagements(schema);
  const rows = await run(`SELECT DISTINCT item, actor FROM ${schema}.rating_day WHERE tenant = $1`, [tenant.number]);
  const pairs = rows.map((row) => ({ item: Number(row['item']), actor: Number(row['actor']) }));
  const codes = new PostgresCodes(tenant.names);
  for (let first = 0; first < pairs.length; first += pairsPerStep) {
    const changes = new CountChanges();
    for (const [key, after] of await engagements.read(run, tenant, pairs.slice(first, first + pairsPerStep)))
      changeEngagement(changes, codes, actorOf(key), { before: { ...after, ratedOn: [] }, after });
    await writeRows(run, schema, tenant.number, countRows(changes));
  }
}
