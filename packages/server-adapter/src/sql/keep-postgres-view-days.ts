import type { Run } from './postgres-client.js';

/**
 * Eleventh step of the PostgreSQL schema: views of a pair in the order of their days, so that its latest ones are read alone. The step
 * before it makes the table as it is today, so it may be so already.
 */
export async function keepPostgresViewDays(run: Run, schema: string): Promise<void> {
  await keyViewsBy(run, schema, 'item, actor, day, view_id');
}

/** Gives the table of views another key. */
export async function keyViewsBy(run: Run, schema: string, columns: string): Promise<void> {
  const [row] = await run(`SELECT conname FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'p'`, [
    `${schema}.view`,
  ]);
  await run(
    `ALTER TABLE ${schema}.view DROP CONSTRAINT ${String(row?.['conname'])}, ADD CONSTRAINT view_key PRIMARY KEY (tenant, ${columns})`,
  );
}
