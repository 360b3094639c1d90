import { CollateralError } from '@collateral/sdk/contract';
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { AggregateQuery, RatingsDimension } from '../store/aggregate-query.js';
import type { AggregateGroup } from '../store/aggregate-row.js';
import type { Names } from './names.js';
import { packDay, unpackDay } from './packed-values.js';
import type { TenantState } from './tenants.js';

/** One row of an answer as SQLite gives it. */
export type AnswerRow = Readonly<Record<string, SQLOutputValue>>;

/** What a query says, as pieces of SQL. Values travel as parameters only. */
export interface QueryParts {
  /** Columns rows are kept apart by, `excluded` among them. */
  readonly group: string;
  readonly where: string;
  readonly parameters: readonly SQLInputValue[];
}

const columns = { collateralId: 'item', version: 'version', team: 'team', day: 'day', afterUse: 'after_use' } as const;
const dimensions = Object.keys(columns) as RatingsDimension[];

/** Writes a query as pieces of SQL over a table whose columns have these names. */
export function partsOf({ number, names }: TenantState, query: AggregateQuery): QueryParts {
  const conditions = ['tenant = ?'];
  const parameters: SQLInputValue[] = [number];
  function where(condition: string, parameter: SQLInputValue | undefined): void {
    if (parameter === undefined) return;
    conditions.push(condition);
    parameters.push(parameter);
  }
  if (query.type !== 'arrivals') {
    // A name nobody has stored has no number, and no facts.
    const items = query.collateralIds?.flatMap((id) => names.find('item', id) ?? []);
    where('item IN (SELECT value FROM json_each(?))', items && JSON.stringify(items));
    where('team = ?', query.team === undefined ? undefined : teamNumber(names, query.team));
  }
  if (query.type !== 'last-use') {
    where('day >= ?', query.from === undefined ? undefined : dayBound('from', query.from));
    where('day < ?', query.to === undefined ? undefined : dayBound('to', query.to));
  }
  const group = groupColumns(query).join(', ');
  return { group, where: conditions.join(' AND '), parameters };
}

/** Gives the text that rows of one group have in common. */
export function groupKey(row: AnswerRow, query: AggregateQuery): string {
  return JSON.stringify(groupColumns(query).map((column) => row[column]));
}

/** Reads the group of a row. */
export function groupOf(row: AnswerRow, query: AggregateQuery, names: Names): AggregateGroup {
  const by = byOf(query);
  return {
    ...(by.includes('collateralId') && { collateralId: names.text(Number(row['item'])) ?? '' }),
    ...(by.includes('version') && { version: names.text(Number(row['version'])) }),
    ...(by.includes('team') && { team: names.text(Number(row['team'])) }),
    ...(by.includes('day') && { day: unpackDay(row['day']) }),
    ...(by.includes('afterUse') && { afterUse: row['after_use'] === 1 }),
  };
}

function byOf(query: AggregateQuery): readonly RatingsDimension[] {
  return query.type === 'last-use' ? ['collateralId'] : query.by;
}

function groupColumns(query: AggregateQuery): readonly string[] {
  const by = byOf(query);
  const asked = dimensions.filter((dimension) => by.includes(dimension)).map((dimension) => columns[dimension]);
  return ['excluded', ...asked];
}

function teamNumber(names: Names, team: string | null): number {
  return team === null ? 0 : (names.find('team', team) ?? -1);
}

/** Writes the end of a window as SQLite keeps days. */
export function dayBound(name: string, day: string): number {
  const packed = packDay(day);
  if (typeof packed === 'number') return packed;
  throw new CollateralError(
    'invalid-option',
    `${name} must be a day such as '2026-05-04', got ${JSON.stringify(day)}.`,
  );
}
