import type { SQLInputValue } from 'node:sqlite';
import type { Fact } from '../store/fact.js';
import { isReceivedFirst } from '../store/suggestion-fold.js';
import { bodyWords } from '../store/text-fold.js';
import { exclusionNumber, factColumns, factOfRow, typeNumber } from './fact-row.js';
import type { Names } from './names.js';
import { packId, packInstant, unpackId } from './packed-values.js';
import { SaidFacts, saidTypes, type Said } from './said-facts.js';
import type { SqliteConnection } from './sqlite-connection.js';
import type { NumberedFact } from './sqlite-counts.js';
import { writeWords } from './suggestion-words.js';

const named = "fact INDEXED BY fact_about WHERE tenant = ?1 AND detail ->> '$.suggestionId' = ?2";
const ofType = (type: (typeof saidTypes)[number]): string => `type = ${typeNumber(type)}`;
const columns =
  'tenant, id, sequence, item, actor, version, team, effective_at, received_at, excluded, withdrawn_at, words, document, voters, replies';

/**
 * Keeps the rows of what people said to each other equal to a fold of the log, inside the transaction that changes the log.
 *
 * Whatever changed, a row is written from what the log holds now: the order in which facts come and go makes no difference.
 */
export class SqliteConversations {
  readonly #connection: SqliteConnection;
  readonly #tenant: number;
  readonly #names: Names;

  constructor(connection: SqliteConnection, tenant: number, names: Names) {
    this.#connection = connection;
    this.#tenant = tenant;
    this.#names = names;
  }

  /** Takes facts in that are new in the log. */
  add(facts: readonly NumberedFact[]): void {
    const said = new SaidFacts();
    for (const { fact } of facts) said.add(fact, () => [this.#names.number('actor', fact.actorId)]);
    this.refresh(said.said());
  }

  /** Gives what facts say that are about to change, and whose votes may change with them: their own people's and some others'. */
  saidWhere(condition: string, parameters: readonly SQLInputValue[], others: readonly number[] = []): Said {
    const said = new SaidFacts();
    const types = saidTypes.map(typeNumber).join(', ');
    const rows = this.#connection
      .prepare(`SELECT ${factColumns} FROM fact WHERE tenant = ? AND type IN (${types}) AND ${condition}`)
      .iterate(this.#tenant, ...parameters);
    for (const row of rows) said.add(factOfRow(row, this.#names), () => [Number(row['actor']), ...others]);
    return said.said();
  }

  /** Writes anew what may have changed. */
  refresh(said: Said): void {
    for (const [id, { isMade, voters }] of said) {
      for (const actor of voters) this.#writeVote(id, Number(actor));
      const known = this.#find(id);
      if (isMade || known === undefined) this.#writeMade(id, known);
      this.#writeCounts(id);
    }
  }

  #writeVote(id: string, actor: number): void {
    const votes = this.#connection
      .prepare(
        `SELECT effective_at, id, json_type(detail, '$.on') AS state FROM ${named} AND ${ofType('vote')} AND actor = ?3
         ORDER BY effective_at DESC`,
      )
      .all(this.#tenant, id, actor);
    const [first] = votes;
    // Several of one instant are rare: the greatest id of those is the latest.
    const [latest] = votes
      .filter((vote) => vote['effective_at'] === first?.['effective_at'])
      .toSorted((one, other) => (unpackId(one['id']) < unpackId(other['id']) ? 1 : -1));
    const key = [this.#tenant, packId(id), actor] as const;
    if (latest?.['state'] === 'true')
      this.#connection
        .prepare('INSERT OR REPLACE INTO live_vote (tenant, suggestion, actor, effective_at) VALUES (?, ?, ?, ?)')
        .run(...key, Number(latest['effective_at']));
    else
      this.#connection.prepare('DELETE FROM live_vote WHERE tenant = ? AND suggestion = ? AND actor = ?').run(...key);
  }

  #find(id: string): KnownSuggestion | undefined {
    const row = this.#connection
      .prepare('SELECT words, document FROM suggestion WHERE tenant = ? AND id = ?')
      .get(this.#tenant, packId(id));
    if (row === undefined) return undefined;
    const { words, document } = row;
    // Only the code below writes this column.
    return { words: JSON.parse(String(words)) as readonly string[], document: Number(document) };
  }

  #writeMade(id: string, known: KnownSuggestion | undefined): void {
    const made = this.#madeOf(id);
    const withdrawnAt = made === null ? null : this.#withdrawnAt(id, made.fact);
    const words = made === null || withdrawnAt !== null ? [] : bodyWords(made.fact);
    const before = known?.words ?? [];
    const document = before.length > 0 ? (known?.document ?? 0) : this.#nextDocument();
    writeWords(this.#connection, this.#tenant, document, { before, after: words });
    this.#connection
      .prepare(`INSERT OR REPLACE INTO suggestion (${columns}) VALUES (${columns.replaceAll(/\w+/g, '?')})`)
      .run(
        this.#tenant,
        packId(id),
        made?.sequence ?? 0,
        made === null ? null : this.#names.number('item', made.fact.collateralId),
        ...this.#placeOf(made?.fact),
        withdrawnAt,
        JSON.stringify(words),
        words.length > 0 ? document : null,
        0,
        0,
      );
  }

  // A number nobody has: words never point at it, because a suggestion gives its number back only with its last word.
  #nextDocument(): number {
    const row = this.#connection
      .prepare('SELECT max(document) AS last FROM suggestion WHERE tenant = ? AND document IS NOT NULL')
      .get(this.#tenant);
    return Number(row?.['last'] ?? -1) + 1;
  }

  #madeOf(id: string): NumberedFact | null {
    return this.#connection
      .prepare(
        `SELECT sequence, ${factColumns} FROM fact INDEXED BY fact_suggestion WHERE tenant = ? AND ${ofType('suggestion')} AND id = ?`,
      )
      .all(this.#tenant, packId(id))
      .map((row) => ({ sequence: Number(row['sequence']), fact: factOfRow(row, this.#names) }))
      .reduce<NumberedFact | null>(
        (first, one) => (first === null || isReceivedFirst(one.fact, first.fact) ? one : first),
        null,
      );
  }

  #withdrawnAt(id: string, { actorId }: Fact): number | null {
    const row = this.#connection
      .prepare(`SELECT min(effective_at) AS at FROM ${named} AND ${ofType('suggestion-withdrawal')} AND actor = ?3`)
      .get(this.#tenant, id, this.#names.number('actor', actorId));
    return typeof row?.['at'] === 'number' ? row['at'] : null;
  }

  #placeOf(made: Fact | undefined): readonly SQLInputValue[] {
    if (made === undefined) return [0, 0, 0, null, null, 0];
    return [
      this.#names.number('actor', made.actorId),
      this.#names.number('version', made.version),
      this.#names.number('team', made.team),
      packInstant(made.effectiveAt),
      packInstant(made.receivedAt),
      exclusionNumber(made.excluded),
    ];
  }

  #writeCounts(id: string): void {
    this.#connection
      .prepare(
        `UPDATE suggestion SET
           voters = (SELECT count(*) FROM live_vote WHERE tenant = ?1 AND suggestion = ?3 AND live_vote.actor <> suggestion.actor),
           (replies, replied_at) = (SELECT count(DISTINCT id), max(effective_at) FROM ${named} AND ${ofType('reply')})
         WHERE tenant = ?1 AND id = ?3`,
      )
      .run(this.#tenant, id, packId(id));
    this.#connection
      .prepare('DELETE FROM suggestion WHERE tenant = ? AND id = ? AND sequence = 0 AND voters = 0 AND replies = 0')
      .run(this.#tenant, packId(id));
  }
}

interface KnownSuggestion {
  /** The words a search finds it by. */
  readonly words: readonly string[];
  /** Its number there; nothing when it has no words. */
  readonly document: number;
}
