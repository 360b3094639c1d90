import type { CountQuery } from '../store/aggregate-query.js';
import type { CountRow } from '../store/aggregate-row.js';
import { answerQuery } from './count-answers.js';
import { postgresDialect } from './postgres-codes.js';
import type { Run } from './postgres-connection.js';

/** Answers an aggregate query from the counts in a PostgreSQL schema. All statements must see one state of it. */
export async function answerFromPostgres(
  run: Run,
  schema: string,
  tenant: string,
  query: CountQuery,
): Promise<readonly CountRow[]> {
  const steps = answerQuery(postgresDialect(schema, tenant), query);
  let step = steps.next();
  while (step.done !== true) {
    const { sql, parameters } = step.value;
    let number = 0;
    const numbered = sql.replaceAll('?', () => `$${(number += 1)}`);
    step = steps.next(await run(numbered, [...parameters]));
  }
  return step.value;
}
