import type { Run } from './postgres-client.js';

/**
 * Seventh step of the PostgreSQL schema: every day of a rating is kept in place of the first one, and who rated what they used is
 * counted anew (keep-rating-days.ts). The next step adds the days only the log knows, and counts.
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
}
