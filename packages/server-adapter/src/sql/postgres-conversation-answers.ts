import type {
  LowRatingsQuery,
  SuggestionPageQuery,
  SuggestionsQuery,
  SupportersQuery,
} from '../store/conversation-query.js';
import type {
  LowRatingRow,
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
import { factColumns, factOfRow } from './postgres-fact-row.js';
import { pageFromPostgres } from './postgres-suggestion-pages.js';

/** Answers from the rows of what people said to each other in a PostgreSQL schema. */
export class PostgresConversationAnswers {
  readonly #run: Run;
  readonly #schema: string;
  readonly #tenant: string;

  constructor(run: Run, schema: string, tenant: string) {
    this.#run = run;
    this.#schema = schema;
    this.#tenant = tenant;
  }

  /** Gives suggestions with the people and the replies of each. */
  async suggestions({ collateralIds, suggestionIds }: SuggestionsQuery): Promise<readonly SuggestionRow[]> {
    const rows = await this.#run(
      `SELECT * FROM ${this.#schema}.suggestion WHERE tenant = $1
         AND ($2::text[] IS NULL OR item = ANY($2::text[]))
         AND ($3::text[] IS NULL OR about IN (SELECT ${aboutKey('id')} FROM unnest($3::text[]) AS id))`,
      [this.#tenant, collateralIds?.map(itemCode) ?? null, suggestionIds ?? null],
    );
    return rows.map(suggestionOf);
  }

  /** Gives one page of suggestions. */
  page(query: SuggestionPageQuery): Promise<readonly SuggestionPageRow[]> {
    return pageFromPostgres(this.#run, { schema: this.#schema, tenant: this.#tenant }, query, suggestionOf);
  }

  /** Gives live votes. */
  async supporters({ suggestionIds, actorId }: SupportersQuery): Promise<readonly SupporterRow[]> {
    const rows = await this.#run(
      `SELECT asked.id, vote.actor, vote.effective_at
       FROM (SELECT DISTINCT id FROM unnest($2::text[]) AS id) AS asked
       JOIN ${this.#schema}.live_vote AS vote ON vote.tenant = $1 AND vote.about = ${aboutKey('asked.id')}
       WHERE $3::text IS NULL OR vote.actor = $3`,
      [this.#tenant, suggestionIds, actorId ?? null],
    );
    return rows.map((row) => ({
      type: 'supporters',
      suggestionId: String(row['id']),
      actorId: String(row['actor']),
      effectiveAt: String(row['effective_at']),
    }));
  }

  /** Gives low ratings one by one. */
  async lowRatings(query: LowRatingsQuery): Promise<readonly LowRatingRow[]> {
    const { collateralIds, atMost, withReasons = false, actorId } = query;
    const rows = await this.#run(
      // The index of low ratings holds few of all, and serves only who asks for no more than it has.
      `SELECT ${factColumns.replaceAll(/\w+/g, (name) => `fact.${name}`)} FROM ${this.#schema}.live_rating AS live
         JOIN ${this.#schema}.fact ON fact.tenant = live.tenant AND fact.actor_id = live.actor AND fact.id = live.id
       WHERE live.tenant = $1 AND live.item = ANY($2::text[]) AND live.value <= $3 ${atMost <= 2 ? 'AND live.value <= 2' : ''} ${withReasons ? 'AND live.says_why = 1' : ''}
         AND ($4::text IS NULL OR live.actor = $4)`,
      [this.#tenant, collateralIds, atMost, actorId ?? null],
    );
    return rows
      .map(factOfRow)
      .flatMap((fact) => lowRatingRow(fact, fact.collateralId ?? '') ?? [])
      .filter((row) => isAsked(row, query));
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
      [this.#tenant, words, begun, `${begun}\u{10ffff}`, limit, collateralIds?.map(itemCode) ?? null],
    );
    return rows.map((row) => ({ suggestionId: String(row['id']), words: Number(row['words']) }));
  }
}

function suggestionOf(row: PostgresRow): SuggestionRow {
  const { id, effective_at: madeAt, withdrawn_at: withdrawnAt, replied_at: repliedAt } = row;
  const changes = [madeAt, repliedAt].filter((time) => typeof time === 'string').toSorted();
  return {
    type: 'suggestions',
    suggestionId: String(id),
    made: Number(row['sequence']) === 0 ? null : madeOf(row),
    withdrawnAt: typeof withdrawnAt === 'string' ? withdrawnAt : null,
    voters: Number(row['voters']),
    replies: Number(row['replies']),
    changedAt: changes.at(-1) ?? null,
  };
}

function madeOf(row: PostgresRow): SuggestionMade {
  const { actor: actorId, version, team, effective_at: effectiveAt, received_at: receivedAt, excluded } = row;
  const collateralId = itemOfCode(row['item']);
  // Rows are written from facts only, so each column has the type of its field.
  return { actorId, collateralId, version, team, effectiveAt, receivedAt, excluded } as SuggestionMade;
}
