import type { UsageEventType } from '@collateral/sdk/contract';
import { PruneMarks } from '../store/prune-marks.js';
import { typeNumber, typeOf } from './fact-row.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { TenantState } from './tenants.js';

/** Reads before which instants facts of a tenant were deleted. */
export function readMarks(connection: SqliteConnection, { number, prunedBefore }: TenantState): PruneMarks {
  const marks = new PruneMarks();
  marks.raise(prunedBefore);
  for (const row of connection.prepare('SELECT type, before FROM prune_mark WHERE tenant = ?').all(number))
    marks.raise(String(row['before']), [typeOf(Number(row['type']))]);
  return marks;
}

/** Writes that facts from before an instant are deleted: of some types, or of all. */
export function raiseMarks(
  connection: SqliteConnection,
  { number }: TenantState,
  before: string,
  types: readonly UsageEventType[] | undefined,
): void {
  if (types === undefined)
    connection.prepare('UPDATE tenant SET pruned_before = max(pruned_before, ?) WHERE number = ?').run(before, number);
  for (const type of types ?? [])
    connection
      .prepare(
        `INSERT INTO prune_mark (tenant, type, before) VALUES (?, ?, ?)
         ON CONFLICT (tenant, type) DO UPDATE SET before = max(before, excluded.before)`,
      )
      .run(number, typeNumber(type), before);
}
