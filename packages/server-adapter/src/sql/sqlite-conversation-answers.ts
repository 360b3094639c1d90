import type { SQLInputValue } from 'node:sqlite';
import type {
  InboxPageQuery,
  LowRatingsQuery,
  StandingsQuery,
  SuggestionPageQuery,
  SuggestionsQuery,
  SupportersQuery,
} from '../store/conversation-query.js';
import type {
  InboxPageRow,
  LowRatingRow,
  StandingRow,
  SuggestionMade,
  SuggestionPageRow,
  SuggestionRow,
  SupporterRow,
} from '../store/conversation-row.js';
import { isAsked, lowRatingRow } from '../store/low-rating-rows.js';
import { exclusionOf, factColumns, factOfRow, type FactRow } from './fact-row.js';
import { packedIds, packIds } from './packed-ids.js';
import { unpackId, unpackInstant } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { SqliteInbox } from './sqlite-inbox.js';
import { SqliteSuggestionPages } from './sqlite-suggestion-pages.js';
import { standingRow } from './standing-parts.js';
import type { TenantState } from './tenants.js';

/** Answers from the rows of what people said to each other in a SQLite file. */
export class SqliteConversationAnswers {
  readonly #connection: SqliteConnection;
  readonly #state: TenantState;

  constructor(connection: SqliteConnection, state: TenantState) {
    this.#connection = connection;
    this.#state = state;
  }

  /** Gives suggestions with the people and the replies of each. */
  suggestions(query: SuggestionsQuery): readonly SuggestionRow[] {
    const { collateralIds, suggestionIds } = query;
    const conditions = ['tenant = ?'];
    const parameters: SQLInputValue[] = [this.#state.number];
    if (collateralIds !== undefined) {
      conditions.push('item IN (SELECT value FROM json_each(?))');
      parameters.push(itemNumbers(this.#state, collateralIds));
    }
    if (suggestionIds !== undefined) {
      conditions.push(`id IN ${packedIds}`);
      parameters.push(...packIds(suggestionIds));
    }
    // Without statistics the planner reads all suggestions of the tenant.
    const indexed = suggestionIds === undefined ? 'INDEXED BY suggestion_item' : 'NOT INDEXED';
    return this.#connection
      .prepare(`SELECT ${suggestionColumns} FROM suggestion ${indexed} WHERE ${conditions.join(' AND ')}`)
      .all(...parameters)
      .map((row) => this.#suggestionOf(row));
  }

  /** Gives one page of suggestions. */
  page(query: SuggestionPageQuery): readonly SuggestionPageRow[] {
    return new SqliteSuggestionPages(this.#connection, this.#state, (row) => this.#suggestionOf(row)).page(query);
  }

  /** Gives one page of an inbox. */
  inbox(query: InboxPageQuery): readonly InboxPageRow[] {
    return new SqliteInbox(this.#connection, this.#state, (row) => this.#suggestionOf(row)).page(query);
  }

  /** Gives where suggestions stand. */
  standings(query: StandingsQuery): readonly StandingRow[] {
    const { number, names } = this.#state;
    return this.#standingRows(query, number).map((row) =>
      standingRow(
        {
          suggestionId: unpackId(row['id']),
          root: unpackId(row['root']),
          collateralId: names.text(Number(row['item'])),
        },
        row,
      ),
    );
  }

  #standingRows({ collateralIds = [], suggestionIds }: StandingsQuery, tenant: number): readonly FactRow[] {
    if (suggestionIds !== undefined)
      return this.#connection
        .prepare(
          `SELECT * FROM standing NOT INDEXED WHERE tenant = ? AND id IN ${packedIds}
           UNION SELECT * FROM standing INDEXED BY standing_root WHERE tenant = ? AND root IN ${packedIds}`,
        )
        .all(tenant, ...packIds(suggestionIds), tenant, ...packIds(suggestionIds));
    return this.#connection
      .prepare(
        `SELECT * FROM standing NOT INDEXED WHERE tenant = ? AND id >= 'low:' AND id < 'low;'
           AND item IN (SELECT value FROM json_each(?))`,
      )
      .all(tenant, itemNumbers(this.#state, collateralIds));
  }

  /** Gives live votes. */
  supporters({ suggestionIds, actorId }: SupportersQuery): readonly SupporterRow[] {
    const { number, names } = this.#state;
    const ofActor = actorId === undefined ? [] : [names.find('actor', actorId) ?? -1];
    return this.#connection
      .prepare(
        `SELECT suggestion, actor, effective_at FROM live_vote
         WHERE tenant = ? AND suggestion IN ${packedIds} ${ofActor.length === 0 ? '' : 'AND actor = ?'}`,
      )
      .all(number, ...packIds(suggestionIds), ...ofActor)
      .map((row) => ({
        type: 'supporters',
        suggestionId: unpackId(row['suggestion']),
        actorId: names.text(Number(row['actor'])) ?? '',
        effectiveAt: unpackInstant(row['effective_at']),
      }));
  }

  /** Gives low ratings one by one. */
  lowRatings(query: LowRatingsQuery): readonly LowRatingRow[] {
    const { collateralIds, atMost, withReasons = false, actorId } = query;
    const { number, names } = this.#state;
    const ofActor = actorId === undefined ? [] : [names.find('actor', actorId) ?? -1];
    // The indexes of low ratings hold few of all, and serve only who asks for no more than they have.
    const isLow = atMost <= 2;
    const indexed = isLow ? `INDEXED BY live_rating_${withReasons ? 'why' : 'low'}` : '';
    const rows = this.#connection
      .prepare(
        `SELECT ${factColumns.replaceAll(/\w+/g, (name) => `fact.${name}`)} FROM live_rating AS live ${indexed}
           CROSS JOIN fact ON fact.tenant = live.tenant AND fact.sequence = live.sequence
         WHERE live.tenant = ? AND live.item IN (SELECT value FROM json_each(?)) AND live.value <= ?
           ${isLow ? 'AND live.value <= 2' : ''} ${withReasons ? 'AND live.says_why = 1' : ''}
           ${ofActor.length === 0 ? '' : 'AND live.actor = ?'}`,
      )
      .all(number, itemNumbers(this.#state, collateralIds), atMost, ...ofActor);
    return rows.flatMap((row) => {
      const fact = factOfRow(row, names);
      const rating = lowRatingRow(fact, fact.collateralId ?? '');
      // Who only wrote a comment says why as well.
      return rating !== null && isAsked(rating, query) ? [rating] : [];
    });
  }

  #suggestionOf(row: FactRow): SuggestionRow {
    const { sequence, effective_at: madeAt, withdrawn_at: withdrawnAt, replied_at: repliedAt } = row;
    const made = sequence === 0 ? null : this.#madeOf(row);
    const isReplyLater = typeof repliedAt === 'number' && !(Number(madeAt) >= repliedAt && made !== null);
    return {
      type: 'suggestions',
      suggestionId: unpackId(row['id']),
      made,
      withdrawnAt: withdrawnAt === null ? null : unpackInstant(withdrawnAt),
      voters: Number(row['voters']),
      replies: Number(row['replies']),
      changedAt: isReplyLater ? unpackInstant(repliedAt) : (made?.effectiveAt ?? null),
    };
  }

  #madeOf(row: FactRow): SuggestionMade {
    const { names } = this.#state;
    const { effective_at: madeAt, received_at: receivedAt } = row;
    // Writing instants is most of the work for an item with thousands, and most are received when they are made.
    const effectiveAt = unpackInstant(madeAt);
    return {
      actorId: names.text(Number(row['actor'])) ?? '',
      collateralId: names.text(Number(row['item'])),
      version: names.text(Number(row['version'])),
      team: names.text(Number(row['team'])),
      effectiveAt,
      receivedAt: receivedAt === madeAt ? effectiveAt : unpackInstant(receivedAt),
      excluded: exclusionOf(Number(row['excluded'])),
    };
  }
}

const suggestionColumns =
  'id, sequence, item, actor, version, team, effective_at, received_at, excluded, withdrawn_at, voters, replies, replied_at';

/** Writes items as one parameter; null, which stands for requests, is 0. A name nobody has stored has no number, and no rows. */
export function itemNumbers({ names }: TenantState, collateralIds: readonly (string | null)[]): string {
  return JSON.stringify(collateralIds.flatMap((id) => (id === null ? 0 : (names.find('item', id) ?? []))));
}
