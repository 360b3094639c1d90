import { ratedOn } from '../store/is-engaged.js';
import { CountChanges } from './count-changes.js';
import { changeEngagement } from './engagement-counts.js';
import type { Run } from './postgres-client.js';
import { postgresCodes } from './postgres-codes.js';
import { actorOf, PostgresEngagements } from './postgres-engagements.js';
import { factPages } from './postgres-fact-pages.js';
import { factOfRow } from './postgres-fact-row.js';
import { countRows, writeRows } from './postgres-write-rows.js';

const pairsPerStep = 1_000;

/**
 * Seventh step of the PostgreSQL schema: every day of a rating is kept in place of the first one, and who rated what they used is
 * counted anew (keep-rating-days.ts).
 */
export async function keepPostgresRatingDays(run: Run, schema: string): Promise<void> {
  const [old] = await run(`SELECT to_regclass('${schema}.first_rating') IS NOT NULL AS is_there`);
  if (old?.['is_there'] !== true) return;
  await run(
    `CREATE TABLE $schema.rating_day (LIKE $schema.first_rating, PRIMARY KEY (tenant, item, actor, day));
     INSERT INTO $schema.rating_day SELECT tenant, item, actor, day FROM $schema.first_rating;
     INSERT INTO $schema.rating_day SELECT DISTINCT tenant, item, actor, day FROM $schema.live_rating
       WHERE value IS NOT NULL AND excluded = '' AND day ~ '^\\d{4}-\\d\\d-\\d\\d$' ON CONFLICT DO NOTHING;
     DROP TABLE $schema.first_rating;
     UPDATE $schema.participation_day SET rated = 0 WHERE rated <> 0;`.replaceAll('$schema', schema),
  );
  for (const row of await run(`SELECT tenant FROM ${schema}.tenant_log`)) {
    const tenant = String(row['tenant']);
    await addFromLog(run, schema, tenant);
    await countRated(run, schema, tenant);
  }
}

async function addFromLog(run: Run, schema: string, tenant: string): Promise<void> {
  for await (const page of factPages(run, schema, tenant, { sql: 'type = $2', value: 'rating' })) {
    const rows = page.map(factOfRow).flatMap((fact) => {
      const day = ratedOn(fact);
      return day === null ? [] : [{ item: fact.collateralId, actor: fact.actorId, day }];
    });
    await writeRows(run, schema, tenant, [
      { table: 'rating_day', keys: ['item', 'actor', 'day'], columns: [], update: String, rows },
    ]);
  }
}

async function countRated(run: Run, schema: string, tenant: string): Promise<void> {
  const engagements = new PostgresEngagements(schema);
  const pairs = (await run(`SELECT DISTINCT item, actor FROM ${schema}.rating_day WHERE tenant = $1`, [tenant])).map(
    (row) => ({ item: String(row['item']), actor: String(row['actor']) }),
  );
  for (let first = 0; first < pairs.length; first += pairsPerStep) {
    const changes = new CountChanges();
    for (const [key, after] of await engagements.read(run, tenant, pairs.slice(first, first + pairsPerStep)))
      changeEngagement(changes, postgresCodes, actorOf(key), { before: { ...after, ratedOn: [] }, after });
    await writeRows(run, schema, tenant, countRows(changes));
  }
}
