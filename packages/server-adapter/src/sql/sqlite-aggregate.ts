import { CollateralError } from '@collateral/sdk/contract';
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type {
  AggregateDimension,
  AggregateGroup,
  AggregateQuery,
  AggregateRow,
  RatingsQuery,
  UsageQuery,
} from '../store/aggregate-query.js';
import { qualifiedViewMs } from '../store/folded-view.js';
import { exclusionOf } from './fact-row.js';
import type { Names } from './names.js';
import { packDay, unpackDay } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { TenantState, Tenants } from './tenants.js';

const columns = { collateralId: 'item', version: 'version', team: 'team', day: 'day' } as const;
const dimensions = Object.keys(columns) as AggregateDimension[];

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Answers aggregate queries from the counts in a SQLite file. */
export class SqliteAggregate {
  readonly #connection: SqliteConnection;
  readonly #tenants: Tenants;

  constructor(connection: SqliteConnection, tenants: Tenants) {
    this.#connection = connection;
    this.#tenants = tenants;
  }

  answer(tenant: string, query: AggregateQuery): readonly AggregateRow[] {
    return this.#connection.read(() => {
      const state = this.#tenants.find(tenant);
      if (state === undefined) return [];
      return query.type === 'usage' ? this.#usage(state, query) : this.#ratings(state, query);
    });
  }

  #usage(state: TenantState, query: UsageQuery): readonly AggregateRow[] {
    const { group, where, parameters } = partsOf(state, query);
    const isFinest = query.by.length === dimensions.length;
    const rows = this.#connection
      .prepare(
        `SELECT ${group}, sum(views) AS views, sum(active_ms) AS active_ms, sum(viewers) AS viewers FROM usage_day
         WHERE ${where} GROUP BY ${group} HAVING sum(views) > 0 OR sum(active_ms) > 0`,
      )
      .all(...parameters);
    // The people of several rows can't be added up: some are the same.
    const viewers = isFinest ? undefined : this.#viewers(state, query);
    return rows.map((row) => ({
      type: 'usage',
      group: groupOf(row, query.by, state.names),
      excluded: exclusionOf(Number(row['excluded'])),
      views: Number(row['views']),
      viewers: viewers === undefined ? Number(row['viewers']) : (viewers.get(keyOf(row, query.by)) ?? 0),
      activeMs: Number(row['active_ms']),
    }));
  }

  #viewers(state: TenantState, query: UsageQuery): ReadonlyMap<string, number> {
    const { group, where, parameters } = partsOf(state, query);
    const rows = this.#connection
      .prepare(
        `SELECT ${group}, count(DISTINCT actor) AS viewers FROM view
         WHERE ${where} AND active_ms >= ${qualifiedViewMs} GROUP BY ${group}`,
      )
      .all(...parameters);
    return new Map(rows.map((row) => [keyOf(row, query.by), Number(row['viewers'])]));
  }

  #ratings(state: TenantState, query: RatingsQuery): readonly AggregateRow[] {
    const { group, where, parameters } = partsOf(state, query);
    const rows = this.#connection
      .prepare(
        `SELECT ${group}, scale, value, count(*) AS ratings FROM live_rating
         WHERE ${where} AND value IS NOT NULL GROUP BY ${group}, scale, value`,
      )
      .all(...parameters);
    return rows.map((row) => ({
      type: 'ratings',
      group: groupOf(row, query.by, state.names),
      excluded: exclusionOf(Number(row['excluded'])),
      scaleId: state.names.text(Number(row['scale'])),
      value: Number(row['value']),
      ratings: Number(row['ratings']),
    }));
  }
}

interface QueryParts {
  readonly group: string;
  readonly where: string;
  readonly parameters: readonly SQLInputValue[];
}

function partsOf({ number, names }: TenantState, query: AggregateQuery): QueryParts {
  const conditions = ['tenant = ?'];
  const parameters: SQLInputValue[] = [number];
  if (query.collateralIds !== undefined) {
    conditions.push('item IN (SELECT value FROM json_each(?))');
    parameters.push(JSON.stringify(query.collateralIds.flatMap((id) => names.find('item', id) ?? [])));
  }
  if (query.type === 'usage' && query.from !== undefined) {
    conditions.push('day >= ?');
    parameters.push(dayBound('from', query.from));
  }
  if (query.type === 'usage' && query.to !== undefined) {
    conditions.push('day < ?');
    parameters.push(dayBound('to', query.to));
  }
  const group = [...dimensions.filter((name) => isAsked(query.by, name)).map((name) => columns[name]), 'excluded'];
  return { group: group.join(', '), where: conditions.join(' AND '), parameters };
}

function dayBound(name: string, day: string): number {
  const packed = packDay(day);
  if (typeof packed === 'number') return packed;
  throw new CollateralError(
    'invalid-option',
    `${name} must be a day such as '2026-05-04', got ${JSON.stringify(day)}.`,
  );
}

function isAsked(by: readonly AggregateDimension[], name: AggregateDimension): boolean {
  return by.includes(name);
}

function keyOf(row: Row, by: readonly AggregateDimension[]): string {
  const asked = dimensions.filter((name) => isAsked(by, name)).map((name) => columns[name]);
  return JSON.stringify([...asked, 'excluded'].map((column) => row[column]));
}

function groupOf(row: Row, by: readonly AggregateDimension[], names: Names): AggregateGroup {
  return {
    ...(isAsked(by, 'collateralId') && { collateralId: names.text(Number(row['item'])) ?? '' }),
    ...(isAsked(by, 'version') && { version: names.text(Number(row['version'])) }),
    ...(isAsked(by, 'team') && { team: names.text(Number(row['team'])) }),
    ...(isAsked(by, 'day') && { day: unpackDay(row['day']) }),
  };
}
