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
import { checkLimit } from '../store/text-fold.js';
import type { TextHit, TextSearch } from '../store/text-search.js';
import { wordsOf } from '../store/words-of.js';
import { aboutKey, itemCode, itemOfCode } from './postgres-about.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { arrayOf } from './postgres-arrays.js';
import { PostgresCodes } from './postgres-codes.js';
import { factColumns, factsOfRows } from './postgres-fact-row.js';
import { inboxFromPostgres, standingsFromPostgres, type InboxPlaces } from './postgres-inbox.js';
import type { PostgresName } from './postgres-kept-names.js';
import type { OpenTenant } from './postgres-tenants.js';
import { pageFromPostgres } from './postgres-suggestion-pages.js';

/** Answers from the rows of what people said to each other in a PostgreSQL schema. */
export class PostgresConversationAnswers {
  readonly #run: Run;
  readonly #schema: string;
  readonly #tenant: OpenTenant;
  readonly #codes: PostgresCodes;

  constructor(run: Run, schema: string, tenant: OpenTenant) {
    this.#run = run;
    this.#schema = schema;
    this.#tenant = tenant;
    this.#codes = new PostgresCodes(tenant.names);
  }

  /** Gives suggestions with the people and the replies of each. */
  async suggestions({ collateralIds, suggestionIds }: SuggestionsQuery): Promise<readonly SuggestionRow[]> {
    const rows = await this.#run(
      `SELECT * FROM ${this.#schema}.suggestion WHERE tenant = $1
         AND ($2::text[] IS NULL OR item = ANY($2::text[]))
         AND ($3::text[] IS NULL OR about IN (SELECT ${aboutKey('id')} FROM unnest($3::text[]) AS id))`,
      [this.#tenant.number, collateralIds?.map(itemCode) ?? null, suggestionIds ?? null],
    );
    await this.#codes.read(rows);
    return rows.map((row) => suggestionOf(row, this.#codes));
  }

  /** Gives one page of suggestions. */
  page(query: SuggestionPageQuery): Promise<readonly SuggestionPageRow[]> {
    return pageFromPostgres(this.#run, this.#places, query, this.#places.rowsOf);
  }

  /** Gives one page of an inbox. */
  inbox(query: InboxPageQuery): Promise<readonly InboxPageRow[]> {
    return inboxFromPostgres(this.#run, this.#places, query);
  }

  /** Gives where those stand that nobody made. */
  standings(query: StandingsQuery): Promise<readonly StandingRow[]> {
    return standingsFromPostgres(this.#run, this.#places, query);
  }

  /** Gives live votes. */
  async supporters({ suggestionIds, actorId }: SupportersQuery): Promise<readonly SupporterRow[]> {
    const actor = await this.#actor(actorId);
    const rows = await this.#run(
      `SELECT asked.id, vote.actor, vote.effective_at
       FROM (SELECT DISTINCT id FROM unnest($2::text[]) AS id) AS asked
       JOIN ${this.#schema}.live_vote AS vote ON vote.tenant = $1 AND vote.about = ${aboutKey('asked.id')}
       WHERE $3::integer IS NULL OR vote.actor = $3`,
      [this.#tenant.number, suggestionIds, actor],
    );
    await this.#codes.read(rows);
    return rows.map((row) => ({
      type: 'supporters',
      suggestionId: String(row['id']),
      actorId: String(this.#codes.text(row['actor'])),
      effectiveAt: this.#codes.timeText(row['effective_at']),
    }));
  }

  /** Gives low ratings one by one. */
  async lowRatings(query: LowRatingsQuery): Promise<readonly LowRatingRow[]> {
    const { collateralIds, atMost, withReasons = false, actorId } = query;
    await this.#tenant.names.find(collateralIds.map((id): PostgresName => ['item', id]));
    const items = collateralIds.flatMap((id) => this.#tenant.names.known('item', id) ?? []);
    const actor = await this.#actor(actorId);
    const rows = await this.#run(
      // The index of low ratings holds few of all, and serves only who asks for no more than it has.
      `SELECT ${factColumns.replaceAll(/\w+/g, (name) => `fact.${name}`)} FROM ${this.#schema}.live_rating AS live
         JOIN ${this.#schema}.fact ON fact.tenant = live.tenant AND fact.actor = live.actor AND fact.id = live.id
       WHERE live.tenant = $1 AND live.item = ANY($2::integer[]) AND live.value <= $3 ${atMost <= 2 ? 'AND live.value <= 2' : ''} ${withReasons ? 'AND live.says_why = 1' : ''}
         AND ($4::integer IS NULL OR live.actor = $4)`,
      [this.#tenant.number, arrayOf(items), atMost, actor],
    );
    const facts = await factsOfRows(rows, this.#codes);
    return facts
      .flatMap((fact) => lowRatingRow(fact, fact.collateralId ?? '') ?? [])
      .filter((row) => isAsked(row, query));
  }

  get #places(): InboxPlaces {
    const codes = this.#codes;
    const rowsOf: InboxPlaces['rowsOf'] = async (rows) => {
      await codes.read(rows);
      return rows.map((row) => suggestionOf(row, codes));
    };
    return { schema: this.#schema, tenant: this.#tenant.number, codes, rowsOf };
  }

  /** Gives the number of an actor asked for; null when nobody is, and none a row has when nothing is stored of them. */
  async #actor(actorId: string | undefined): Promise<number | null> {
    if (actorId === undefined) return null;
    await this.#tenant.names.find([['actor', actorId]]);
    return this.#tenant.names.known('actor', actorId) ?? -1;
  }

  /** Finds suggestions by their words. */
  async search({ text, collateralIds, limit }: TextSearch): Promise<readonly TextHit[]> {
    checkLimit(limit);
    const words = [...wordsOf(text)];
    const begun = words.pop();
    if (begun === undefined) return [];
    const ofWords = `SELECT $word FROM ${this.#schema}.suggestion_word
      WHERE tenant = $1 AND ($6::text[] IS NULL OR item = ANY($6::text[]))`;
    const rows = await this.#run(
      `WITH used AS (
         ${ofWords.replace('$word', 'sequence')} AND word = ANY($2::text[])
         UNION ALL
         ${ofWords.replace('$word', 'DISTINCT sequence')} AND word >= $3 AND word < $4),
       found AS MATERIALIZED (SELECT sequence, count(*) AS words FROM used GROUP BY sequence),
       enough AS (SELECT words, sum(count(*)) OVER (ORDER BY words DESC) AS up_to_here FROM found GROUP BY words),
       bound AS (SELECT coalesce((SELECT max(words) FROM enough WHERE up_to_here >= $5), 1) AS words)
       SELECT suggestion.id, found.words FROM found
         JOIN ${this.#schema}.suggestion ON suggestion.tenant = $1 AND suggestion.sequence = found.sequence
       WHERE found.words >= (SELECT words FROM bound)
       ORDER BY found.words DESC, suggestion.effective_at DESC, suggestion.id LIMIT $5`,
      // No character comes behind the last one.
      [this.#tenant.number, words, begun, `${begun}\u{10ffff}`, limit, collateralIds?.map(itemCode) ?? null],
    );
    return rows.map((row) => ({ suggestionId: String(row['id']), words: Number(row['words']) }));
  }
}

function suggestionOf(row: PostgresRow, codes: PostgresCodes): SuggestionRow {
  const timeOf = (column: string): string | null => (row[column] === null ? null : codes.timeText(row[column]));
  const changes = [timeOf('effective_at'), timeOf('replied_at')].filter((time) => time !== null).toSorted();
  return {
    type: 'suggestions',
    suggestionId: String(row['id']),
    made: Number(row['sequence']) === 0 ? null : madeOf(row, codes),
    withdrawnAt: timeOf('withdrawn_at'),
    voters: Number(row['voters']),
    replies: Number(row['replies']),
    changedAt: changes.at(-1) ?? null,
  };
}

function madeOf(row: PostgresRow, codes: PostgresCodes): SuggestionMade {
  const { version, team, excluded } = row;
  const actorId = codes.text(row['actor']);
  const [effectiveAt, receivedAt] = [codes.timeText(row['effective_at']), codes.timeText(row['received_at'])];
  const collateralId = itemOfCode(row['item']);
  // Rows are written from facts only, so each column has the type of its field.
  return { actorId, collateralId, version, team, effectiveAt, receivedAt, excluded } as SuggestionMade;
}
