import type { SQLInputValue } from 'node:sqlite';
import type { SuggestionOrder, SuggestionPageQuery, SuggestionPlace } from '../store/conversation-query.js';
import type { SuggestionPageRow, SuggestionRow } from '../store/conversation-row.js';
import type { FactRow } from './fact-row.js';
import { changedAt, fallen, standing } from './keep-suggestion-pages.js';
import { packedIds, packIds } from './packed-ids.js';
import { packId, packInstant } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { TenantState } from './tenants.js';

/** Cuts pages out of the suggestions of a SQLite file. Needs a transaction: its statements must see one state. */
export class SqliteSuggestionPages {
  readonly #connection: SqliteConnection;
  readonly #state: TenantState;
  readonly #rowOf: (row: FactRow) => SuggestionRow;

  /** @param rowOf - reads a row of the table. */
  constructor(connection: SqliteConnection, state: TenantState, rowOf: (row: FactRow) => SuggestionRow) {
    this.#connection = connection;
    this.#state = state;
    this.#rowOf = rowOf;
  }

  /** Gives one page, and how many there are on all. */
  page(query: SuggestionPageQuery): readonly SuggestionPageRow[] {
    const { collateralId } = query;
    const item = collateralId === null ? 0 : this.#state.names.find('item', collateralId);
    if (item === undefined) return [];
    const total = this.#total(item, query.without ?? []);
    return total === 0 ? [] : [{ type: 'suggestion-page', total, suggestions: this.#suggestions(item, query) }];
  }

  #total(item: number, without: readonly string[]): number {
    const { number } = this.#state;
    const all = this.#count('INDEXED BY suggestion_item WHERE tenant = ? AND item = ?', number, item);
    const gone = this.#count(`INDEXED BY suggestion_fallen WHERE tenant = ? AND item = ? AND ${fallen}`, number, item);
    if (without.length === 0) return all - gone;
    const among = `NOT INDEXED WHERE tenant = ? AND item = ? AND ${standing} AND id IN ${packedIds}`;
    return all - gone - this.#count(among, number, item, ...packIds(without));
  }

  #count(which: string, ...parameters: readonly SQLInputValue[]): number {
    const row = this.#connection.prepare(`SELECT count(*) AS count FROM suggestion ${which}`).get(...parameters);
    return Number(row?.['count']);
  }

  #suggestions(item: number, { order, without = [], after, limit }: SuggestionPageQuery): readonly SuggestionRow[] {
    const { index, by, behind } = orders[order];
    const conditions = ['tenant = ?', 'item = ?', standing];
    const parameters: SQLInputValue[] = [this.#state.number, item];
    if (after !== undefined) {
      conditions.push(behind);
      parameters.push(...placeOf(after, order));
    }
    if (without.length > 0) {
      conditions.push(`id NOT IN ${packedIds}`);
      parameters.push(...packIds(without));
    }
    return this.#connection
      .prepare(
        `SELECT * FROM suggestion INDEXED BY ${index} WHERE ${conditions.join(' AND ')} ORDER BY ${by}, id LIMIT ?`,
      )
      .all(...parameters, limit)
      .map(this.#rowOf);
  }
}

interface Order {
  readonly index: string;
  readonly by: string;
  /** What stands behind a place. The first comparison lets the index begin there. */
  readonly behind: string;
}

const orders: Readonly<Record<SuggestionOrder, Order>> = Object.freeze({
  voters: {
    index: 'suggestion_voters',
    by: 'voters DESC, effective_at DESC',
    behind: 'voters <= ? AND (voters < ? OR effective_at < ? OR (effective_at = ? AND id > ?))',
  },
  newest: {
    index: 'suggestion_made',
    by: 'effective_at DESC',
    behind: 'effective_at <= ? AND (effective_at < ? OR id > ?)',
  },
  oldest: {
    index: 'suggestion_made',
    by: 'effective_at',
    behind: 'effective_at >= ? AND (effective_at > ? OR id > ?)',
  },
  changed: {
    index: 'suggestion_changed',
    by: `${changedAt} DESC`,
    behind: `${changedAt} <= ? AND (${changedAt} < ? OR id > ?)`,
  },
});

function placeOf({ voters, at, suggestionId }: SuggestionPlace, order: SuggestionOrder): readonly SQLInputValue[] {
  const time = packInstant(at);
  return [...(order === 'voters' ? [voters, voters] : []), time, time, packId(suggestionId)];
}
