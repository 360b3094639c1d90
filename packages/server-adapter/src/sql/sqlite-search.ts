import { compareCodePoints } from '../store/code-point-order.js';
import type { TextHit, TextSearch } from '../store/text-search.js';
import { wordsOf } from '../store/words-of.js';
import { eachDocument } from './document-set.js';
import { unpackId } from './packed-values.js';
import type { SqliteConnection } from './sqlite-connection.js';
import { itemNumbers } from './sqlite-conversation-answers.js';
import type { TenantState } from './tenants.js';

/** Documents that are looked up one by one; more of them are met soon when all are gone through. */
const mostLookedUp = 2_000;

/** Finds suggestions by their words in a SQLite file. Needs a transaction: its statements must see one state. */
export class SqliteSearch {
  readonly #connection: SqliteConnection;
  readonly #state: TenantState;

  constructor(connection: SqliteConnection, state: TenantState) {
    this.#connection = connection;
    this.#state = state;
  }

  /** Gives the suggestions that use most of the words. */
  find({ text, collateralIds, limit }: TextSearch): readonly TextHit[] {
    const counts = this.#countWords(wordsOf(text), this.#scopeOf(collateralIds));
    const levels: Set<number>[] = [];
    for (const [document, words] of counts.entries()) if (words > 0) (levels[words] ??= new Set()).add(document);
    const hits: TextHit[] = [];
    for (let words = levels.length - 1; words > 0 && hits.length < limit; words -= 1) {
      const ids = this.#newestOf(levels[words] ?? new Set(), limit - hits.length);
      hits.push(...ids.map((suggestionId) => ({ suggestionId, words })));
    }
    return hits;
  }

  /** Which documents may be found; null means all. */
  #scopeOf(collateralIds: TextSearch['collateralIds']): ReadonlySet<number> | null {
    if (collateralIds === undefined) return null;
    const row = this.#connection
      .prepare(
        `SELECT json_group_array(document) AS documents FROM suggestion
         WHERE tenant = ? AND item IN (SELECT value FROM json_each(?)) AND document IS NOT NULL`,
      )
      .get(this.#state.number, itemNumbers(this.#state, collateralIds));
    return new Set(JSON.parse(String(row?.['documents'])) as readonly number[]);
  }

  /** How many of the words each document uses. The last one may be half a word. */
  #countWords(words: readonly string[], scope: ReadonlySet<number> | null): Uint8Array {
    const { number } = this.#state;
    const last = this.#connection
      .prepare('SELECT max(document) AS last FROM suggestion WHERE tenant = ? AND document IS NOT NULL')
      .get(number);
    const counts = new Uint8Array(Number(last?.['last'] ?? -1) + 1);
    // The number of the last word that was counted, so that nobody counts twice who uses two words that begin alike.
    const countedAt = new Uint8Array(counts.length);
    for (const [index, word] of words.entries()) {
      const end = index === words.length - 1 ? `${word}\u{10ffff}` : word;
      const rows = this.#connection
        .prepare('SELECT block, documents FROM suggestion_word WHERE tenant = ? AND word BETWEEN ? AND ?')
        .iterate(number, word, end);
      for (const { block, documents } of rows) {
        if (!(documents instanceof Uint8Array)) continue;
        eachDocument(documents, Number(block), (document) => {
          if (countedAt[document] === index + 1 || scope?.has(document) === false) return;
          countedAt[document] = index + 1;
          counts[document] = (counts[document] ?? 0) + 1;
        });
      }
    }
    return counts;
  }

  /** Gives the ids of the newest of some documents, the smallest id first where they are equally new. */
  #newestOf(documents: ReadonlySet<number>, count: number): readonly string[] {
    const found: { readonly id: string; readonly effectiveAt: number }[] = [];
    for (const row of documents.size > mostLookedUp ? this.#newestFirst() : this.#lookUp(documents)) {
      const effectiveAt = Number(row['effective_at']);
      // Ids decide among those of one instant, so all of that instant are needed.
      if (found.length >= count && effectiveAt < (found[count - 1]?.effectiveAt ?? 0)) break;
      if (documents.has(Number(row['document']))) found.push({ id: unpackId(row['id']), effectiveAt });
    }
    return found
      .toSorted((one, other) => other.effectiveAt - one.effectiveAt || compareCodePoints(one.id, other.id))
      .slice(0, count)
      .map(({ id }) => id);
  }

  #newestFirst(): ReturnType<ReturnType<SqliteConnection['prepare']>['iterate']> {
    return this.#connection
      .prepare(
        `SELECT id, document, effective_at FROM suggestion INDEXED BY suggestion_newest
         WHERE tenant = ? AND document IS NOT NULL ORDER BY effective_at DESC`,
      )
      .iterate(this.#state.number);
  }

  #lookUp(documents: ReadonlySet<number>): ReturnType<ReturnType<SqliteConnection['prepare']>['iterate']> {
    return this.#connection
      .prepare(
        `SELECT id, document, effective_at FROM suggestion INDEXED BY suggestion_document
         WHERE tenant = ? AND document IN (SELECT value FROM json_each(?)) ORDER BY effective_at DESC`,
      )
      .iterate(this.#state.number, JSON.stringify([...documents]));
  }
}
