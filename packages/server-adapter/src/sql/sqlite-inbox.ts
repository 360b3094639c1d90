import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { InboxPageQuery } from '../store/conversation-query.js';
import type { InboxPageRow, SuggestionRow } from '../store/conversation-row.js';
import type { FactRow } from './fact-row.js';
import { doubtful, partOf, promisedFor } from './keep-standings.js';
import { packId, packInstant, unpackId, unpackInstant } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { partNumber, textOrNull } from './standing-parts.js';
import type { TenantState } from './tenants.js';

/** Items up to which each is asked for its oldest; of more, everybody's oldest are gone through. */
const mostItemsOneByOne = 200;

/** Cuts pages out of an inbox in a SQLite file. Needs a transaction: its statements must see one state. */
export class SqliteInbox {
  readonly #connection: SqliteConnection;
  readonly #state: TenantState;
  readonly #rowOf: (row: FactRow) => SuggestionRow;

  /** @param rowOf - reads a row of the table of suggestions. */
  constructor(connection: SqliteConnection, state: TenantState, rowOf: (row: FactRow) => SuggestionRow) {
    this.#connection = connection;
    this.#state = state;
    this.#rowOf = rowOf;
  }

  /** Gives one page, and how much there is in all parts. */
  page(query: InboxPageQuery): readonly InboxPageRow[] {
    const items = this.#itemsOf(query.collateralIds);
    const list = JSON.stringify(items);
    // Nothing that waits was given to anybody.
    const waits = query.assignee === undefined ? this.#oldest('waiting', items) : none;
    const promises = this.#promises(query, list);
    const over = query.part === 'closed' ? this.#oldest('closed', items, query.assignee) : none;
    const doubts = query.assignee === undefined ? this.#doubtful(list) : [];
    if (waits.count + promises.count + over.count + doubts.length === 0) return [];
    const total = {
      open: waits.count + promises.count,
      waiting: waits.count,
      promised: promises.count,
      overdue: promises.overdue,
      closed: over.count,
    }[query.part];
    return [
      {
        type: 'inbox-page',
        waiting: waits.count,
        promised: promises.count,
        overdue: promises.overdue,
        waitingSince: waits.since === null ? null : unpackInstant(waits.since),
        dueSince: promises.since,
        total,
        suggestions: this.#suggestions(query, items),
        doubtful: doubts,
      },
    ];
  }

  #itemsOf(collateralIds: readonly (string | null)[]): readonly number[] {
    const { names } = this.#state;
    return [...new Set(collateralIds)].flatMap((id) => (id === null ? 0 : (names.find('item', id) ?? [])));
  }

  #oldest(part: 'waiting' | 'closed', items: readonly number[], assignee?: string): Counted {
    const index = items.length > mostItemsOneByOne ? 'suggestion_oldest' : 'suggestion_part';
    const ofOne = assignee === undefined ? '' : 'AND assignee = ?';
    const row = this.#connection
      .prepare(
        `SELECT count(*) AS count, min(effective_at) AS since FROM suggestion INDEXED BY ${index}
         WHERE tenant = ? AND ${partOf} = ? AND item IN (SELECT value FROM json_each(?)) ${ofOne}`,
      )
      .get(this.#state.number, partNumber(part), JSON.stringify(items), ...(assignee === undefined ? [] : [assignee]));
    return { count: Number(row?.['count']), since: row?.['since'] ?? null };
  }

  #promises(
    { assignee, today }: InboxPageQuery,
    list: string,
  ): { count: number; overdue: number; since: string | null } {
    const ofOne = assignee === undefined ? '' : 'AND assignee = ?';
    const row = this.#connection
      .prepare(
        `SELECT count(*) AS count, count(*) FILTER (WHERE ${promisedFor} < ?) AS overdue, min(${promisedFor}) AS since
         FROM suggestion INDEXED BY suggestion_due
         WHERE tenant = ? AND ${promisedFor} > '' AND item IN (SELECT value FROM json_each(?)) ${ofOne}`,
      )
      .get(today, this.#state.number, list, ...(assignee === undefined ? [] : [assignee]));
    return { count: Number(row?.['count']), overdue: Number(row?.['overdue']), since: textOrNull(row?.['since']) };
  }

  #doubtful(list: string): readonly string[] {
    return this.#connection
      .prepare(
        `SELECT id FROM suggestion INDEXED BY suggestion_doubtful
         WHERE tenant = ? AND item IN (SELECT value FROM json_each(?)) AND ${doubtful}`,
      )
      .all(this.#state.number, list)
      .map((row) => unpackId(row['id']));
  }

  #suggestions(query: InboxPageQuery, items: readonly number[]): readonly SuggestionRow[] {
    const { part, limit, assignee, after } = query;
    if (part === 'closed') return this.#pageOf('closed', query, items, limit);
    const first = part === 'waiting' || after?.dueAt === null ? [] : this.#promisedPage(query, items);
    const isMixed = part === 'open' && first.length < limit;
    const rest = (isMixed || part === 'waiting') && assignee === undefined;
    return rest ? [...first, ...this.#pageOf('waiting', query, items, limit - first.length)] : first;
  }

  #promisedPage(
    { part, today, assignee, after, limit }: InboxPageQuery,
    items: readonly number[],
  ): readonly SuggestionRow[] {
    const conditions = [`${promisedFor} > ''`, 'item IN (SELECT value FROM json_each(?))'];
    const parameters: SQLInputValue[] = [this.#state.number, JSON.stringify(items)];
    function where(condition: string, ...values: readonly SQLInputValue[]): void {
      conditions.push(condition);
      parameters.push(...values);
    }
    if (part === 'overdue') where(`${promisedFor} < ?`, today);
    if (assignee !== undefined) where('assignee = ?', assignee);
    if (after !== undefined) {
      const time = packInstant(after.at);
      const behind = `${promisedFor} >= ? AND (due_at > ? OR effective_at > ? OR (effective_at = ? AND id > ?))`;
      where(behind, after.dueAt, after.dueAt, time, time, packId(after.suggestionId));
    }
    return this.#connection
      .prepare(
        `SELECT * FROM suggestion INDEXED BY suggestion_due WHERE tenant = ? AND ${conditions.join(' AND ')}
         ORDER BY ${promisedFor}, effective_at, id LIMIT ?`,
      )
      .all(...parameters, limit)
      .map(this.#rowOf);
  }

  #pageOf(
    part: 'waiting' | 'closed',
    { assignee, after }: InboxPageQuery,
    items: readonly number[],
    limit: number,
  ): readonly SuggestionRow[] {
    const ofOne = assignee === undefined ? '' : 'AND assignee = ?';
    const isBehind = after?.dueAt === null ? 'AND effective_at >= ? AND (effective_at > ? OR id > ?)' : '';
    const time = packInstant(after?.at ?? '');
    const place = after?.dueAt === null ? [time, time, packId(after.suggestionId)] : [];
    const parameters = [...(assignee === undefined ? [] : [assignee]), ...place, limit];
    const ask = (index: string, ofItems: string, asked: SQLInputValue): readonly FactRow[] =>
      this.#connection
        .prepare(
          `SELECT * FROM suggestion INDEXED BY ${index} WHERE tenant = ? AND ${partOf} = ? AND ${ofItems}
           ${ofOne} ${isBehind} ORDER BY effective_at, id LIMIT ?`,
        )
        .all(this.#state.number, partNumber(part), asked, ...parameters);
    if (items.length > mostItemsOneByOne)
      return ask('suggestion_oldest', 'item IN (SELECT value FROM json_each(?))', JSON.stringify(items)).map(
        this.#rowOf,
      );
    return items
      .flatMap((item) => ask('suggestion_part', 'item = ?', item))
      .toSorted(compareRows)
      .slice(0, limit)
      .map(this.#rowOf);
  }
}

interface Counted {
  readonly count: number;
  readonly since: SQLOutputValue;
}

const none: Counted = Object.freeze({ count: 0, since: null });

// As SQLite orders them: numbers before texts, and bytes by their order.
function compareRows(one: FactRow, other: FactRow): number {
  const [first, second] = [one['effective_at'], other['effective_at']];
  if (first !== second) {
    if (typeof first !== typeof second) return typeof first === 'number' ? -1 : 1;
    return Number(first) < Number(second) || String(first) < String(second) ? -1 : 1;
  }
  return unpackId(one['id'] ?? null) < unpackId(other['id'] ?? null) ? -1 : 1;
}
