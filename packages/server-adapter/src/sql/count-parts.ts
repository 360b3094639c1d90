import type { CountQuery, RatingsDimension } from '../store/aggregate-query.js';
import type { AggregateGroup } from '../store/aggregate-row.js';
import type { AnswerRow, Code, CountDialect } from './count-codes.js';

/** What a query says, as pieces of SQL. Values travel as parameters only. */
export interface QueryParts {
  /** Columns rows are kept apart by, `excluded` among them. */
  readonly group: string;
  readonly where: string;
  readonly parameters: readonly Code[];
}

const columns = { collateralId: 'item', version: 'version', team: 'team', day: 'day', afterUse: 'after_use' } as const;
const dimensions = Object.keys(columns) as RatingsDimension[];

/** Writes a query as pieces of SQL over a table whose columns have these names. */
export function partsOf(dialect: CountDialect, query: CountQuery): QueryParts {
  const conditions = ['tenant = ?'];
  const parameters = [dialect.tenant];
  function where(condition: string, parameter: Code): void {
    conditions.push(condition);
    parameters.push(parameter);
  }
  if (query.type !== 'arrivals') {
    if (query.collateralIds !== undefined) where(...dialect.isAmong(query.collateralIds));
    if (query.team !== undefined) where('team = ?', dialect.team(query.team));
  }
  if (query.type === 'ratings' && query.actorId !== undefined) where('actor = ?', dialect.actor(query.actorId));
  if (query.type !== 'last-use') {
    if (query.from !== undefined) where('day >= ?', dialect.day('from', query.from));
    if (query.to !== undefined) where('day < ?', dialect.day('to', query.to));
  }
  return { group: groupColumns(query).join(', '), where: conditions.join(' AND '), parameters };
}

/** Gives the text that rows of one group have in common. */
export function groupKey(row: AnswerRow, query: CountQuery): string {
  return JSON.stringify(groupColumns(query).map((column) => row[column]));
}

/** Reads the group of a row. */
export function groupOf(row: AnswerRow, query: CountQuery, dialect: CountDialect): AggregateGroup {
  const by = byOf(query);
  return {
    ...(by.includes('collateralId') && { collateralId: dialect.text('item', row['item']) ?? '' }),
    ...(by.includes('version') && { version: dialect.text('version', row['version']) }),
    ...(by.includes('team') && { team: dialect.text('team', row['team']) }),
    ...(by.includes('day') && { day: dialect.dayText(row['day']) }),
    ...(by.includes('afterUse') && { afterUse: Number(row['after_use']) === 1 }),
  };
}

function byOf(query: CountQuery): readonly RatingsDimension[] {
  return query.type === 'last-use' ? ['collateralId'] : query.by;
}

function groupColumns(query: CountQuery): readonly string[] {
  const by = byOf(query);
  const asked = dimensions.filter((dimension) => by.includes(dimension)).map((dimension) => columns[dimension]);
  return ['excluded', ...asked];
}
