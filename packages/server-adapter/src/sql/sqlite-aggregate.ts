import type {
  ActionsQuery,
  AggregateQuery,
  ArrivalsQuery,
  LastUseQuery,
  RatingsQuery,
} from '../store/aggregate-query.js';
import type { AggregateRow } from '../store/aggregate-row.js';
import { groupOf, partsOf } from './aggregate-parts.js';
import { actionOf } from './fact-counts.js';
import { exclusionOf } from './fact-row.js';
import { unpackDay } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { TenantState, Tenants } from './tenants.js';
import { answerUsage } from './usage-answer.js';

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
      switch (query.type) {
        case 'usage':
          return answerUsage(this.#connection, state, query);
        case 'ratings':
          return this.#ratings(state, query);
        case 'actions':
          return this.#actions(state, query);
        case 'last-use':
          return this.#lastUse(state, query);
        case 'arrivals':
          return this.#arrivals(state, query);
      }
    });
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
      group: groupOf(row, query, state.names),
      excluded: exclusionOf(Number(row['excluded'])),
      scaleId: state.names.text(Number(row['scale'])),
      value: Number(row['value']),
      ratings: Number(row['ratings']),
    }));
  }

  #actions(state: TenantState, query: ActionsQuery): readonly AggregateRow[] {
    const { group, where, parameters } = partsOf(state, query);
    const rows = this.#connection
      .prepare(
        `SELECT ${group}, action, sum(times) AS times, count(DISTINCT actor) AS people FROM action_day
         WHERE ${where} GROUP BY ${group}, action`,
      )
      .all(...parameters);
    return rows.map((row) => ({
      type: 'actions',
      group: groupOf(row, query, state.names),
      excluded: exclusionOf(Number(row['excluded'])),
      action: actionOf(Number(row['action'])),
      times: Number(row['times']),
      people: Number(row['people']),
    }));
  }

  #lastUse(state: TenantState, query: LastUseQuery): readonly AggregateRow[] {
    const { where, parameters } = partsOf(state, query);
    const ofTeam = `SELECT item, min(day) AS first_day, max(day) AS last_day FROM viewer_day
      WHERE ${where} AND excluded = 0 AND views > 0 GROUP BY item`;
    const ofAll = `SELECT item, first_day, last_day FROM item_span WHERE ${where}`;
    return this.#connection
      .prepare(query.team === undefined ? ofAll : ofTeam)
      .all(...parameters)
      .map((row) => ({
        type: 'last-use',
        group: { collateralId: state.names.text(Number(row['item'])) ?? '' },
        firstDay: unpackDay(row['first_day']),
        lastDay: unpackDay(row['last_day']),
      }));
  }

  #arrivals(state: TenantState, query: ArrivalsQuery): readonly AggregateRow[] {
    const { where, parameters } = partsOf(state, query);
    const day = query.by.includes('day') ? 'day' : 'NULL';
    return this.#connection
      .prepare(
        `SELECT ${day} AS day, sum(facts) AS facts, sum(late) AS late FROM arrival_day WHERE ${where} GROUP BY 1`,
      )
      .all(...parameters)
      .map((row) => ({
        type: 'arrivals',
        group: groupOf(row, query, state.names),
        facts: Number(row['facts']),
        late: Number(row['late']),
      }));
  }
}
