import type {
  AggregateQuery,
  ArrivalsQuery,
  LastUseQuery,
  RatingsQuery,
  UsageQuery,
} from '../store/aggregate-query.js';
import type { ActionsQuery } from '../store/aggregate-query.js';
import type { AggregateRow } from '../store/aggregate-row.js';
import { lateAfterMs } from '../store/arrival-fold.js';
import { qualifiedViewMs } from '../store/folded-view.js';
import type { ItemAction } from '../store/item-action.js';
import { groupKey, groupOf, partsOf, type AnswerRow } from './aggregate-parts.js';
import { exclusionOf, typeNumber } from './fact-row.js';
import { unpackDay } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { TenantState, Tenants } from './tenants.js';

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
          return this.#usage(state, query);
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

  #usage(state: TenantState, query: UsageQuery): readonly AggregateRow[] {
    const { group, where, parameters } = partsOf(state, query);
    const rows = this.#connection
      .prepare(
        `SELECT ${group}, sum(views) AS views, sum(active_ms) AS active_ms FROM usage_day
         WHERE ${where} GROUP BY ${group} HAVING sum(views) > 0 OR sum(active_ms) > 0`,
      )
      .all(...parameters);
    const people = this.#people(state, query);
    return rows.map((row) => {
      const { viewers = 0, pairs = 0, rated = 0 } = people.get(groupKey(row, query)) ?? {};
      return {
        type: 'usage',
        group: groupOf(row, query, state.names),
        excluded: exclusionOf(Number(row['excluded'])),
        views: Number(row['views']),
        viewers: Number(viewers),
        pairs: Number(pairs),
        ratedPairs: Number(rated),
        activeMs: Number(row['active_ms']),
      };
    });
  }

  // The people of several rows of usage_day can't be added up: some are the same.
  #people(state: TenantState, query: UsageQuery): ReadonlyMap<string, AnswerRow> {
    const { group, where, parameters } = partsOf(state, query);
    const isRated = `EXISTS (SELECT 1 FROM live_rating WHERE live_rating.tenant = view.tenant AND live_rating.item = view.item
      AND live_rating.actor = view.actor AND live_rating.value IS NOT NULL)`;
    const pair = `item << 32 | actor`;
    const rows = this.#connection
      .prepare(
        `SELECT ${group}, count(DISTINCT actor) AS viewers, count(DISTINCT ${pair}) AS pairs,
           count(DISTINCT CASE WHEN ${isRated} THEN ${pair} END) AS rated
         FROM view WHERE ${where} AND active_ms >= ${qualifiedViewMs} GROUP BY ${group}`,
      )
      .all(...parameters);
    return new Map(rows.map((row) => [groupKey(row, query), row]));
  }

  #ratings(state: TenantState, query: RatingsQuery): readonly AggregateRow[] {
    const { group, where, parameters } = partsOf(state, query);
    const afterUse = `EXISTS (SELECT 1 FROM view WHERE view.tenant = live_rating.tenant AND view.item = live_rating.item
      AND view.actor = live_rating.actor AND view.active_ms >= ${qualifiedViewMs} AND view.effective_at <= live_rating.effective_at)`;
    const rows = this.#connection
      .prepare(
        `SELECT ${group}, scale, value, count(*) AS ratings FROM (
           SELECT live_rating.*, ${dayColumn} AS day, ${afterUse} AS after_use FROM live_rating JOIN fact USING (tenant, sequence))
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
        `SELECT ${group}, action, count(*) AS times, count(DISTINCT actor) AS people FROM (
           SELECT tenant, item, version, team, actor, ${dayColumn} AS day, flags & 3 AS excluded,
             CASE type WHEN ${typeNumber('completion')} THEN 'complete' ELSE detail ->> '$.action' END AS action
           FROM fact WHERE type IN (${typeNumber('usage')}, ${typeNumber('completion')}) AND item > 0)
         WHERE ${where} AND action IN ('download', 'share', 'present', 'complete') GROUP BY ${group}, action`,
      )
      .all(...parameters);
    return rows.map((row) => ({
      type: 'actions',
      group: groupOf(row, query, state.names),
      excluded: exclusionOf(Number(row['excluded'])),
      // The statement lets no others through.
      action: String(row['action']) as ItemAction,
      times: Number(row['times']),
      people: Number(row['people']),
    }));
  }

  #lastUse(state: TenantState, query: LastUseQuery): readonly AggregateRow[] {
    const { where, parameters } = partsOf(state, query);
    return this.#connection
      .prepare(
        `SELECT item, min(day) AS first_day, max(day) AS last_day FROM view
         WHERE ${where} AND excluded = 0 AND active_ms >= ${qualifiedViewMs} GROUP BY item`,
      )
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
        `SELECT ${day} AS day, count(*) AS facts, sum(received_at > ${lateAfterMs}) AS late FROM (
           SELECT tenant, received_at, ${dayColumn} AS day FROM fact) WHERE ${where} GROUP BY 1`,
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

// The log writes a day as its distance from the one that follows from the time.
const dayColumn = `CASE typeof(fact.day) WHEN 'text' THEN fact.day ELSE fact.day + CAST(floor(fact.effective_at / 86400000.0) AS INTEGER) END`;
