import { compareCodePoints } from '../store/code-point-order.js';
import type { TextHit, TextSearch } from '../store/text-search.js';
import { wordsOf } from '../store/words-of.js';
import { addDocuments, eachDocument, noDocuments } from './document-set.js';
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
    const counts = this.#countWords(wordsOf(text), collateralIds);
    const most = counts.reduce((one, other) => Math.max(one, other), 0);
    const hits: TextHit[] = [];
    for (let words = most; words > 0 && hits.length < limit; words -= 1) {
      const documents = new Set<number>();
      counts.forEach((count, document) => {
        if (count === words) documents.add(document);
      });
      const ids = this.#newestOf(documents, limit - hits.length);
      hits.push(...ids.map((suggestionId) => ({ suggestionId, words })));
    }
    return hits;
  }

  /** Which documents may be found: those of the items; null means all. */
  #scopeOf(collateralIds: TextSearch['collateralIds'], count: number): Uint8Array | null {
    if (collateralIds === undefined) return null;
    const row = this.#connection
      .prepare(
        `SELECT json_group_array(document) AS documents FROM suggestion INDEXED BY suggestion_item
         WHERE tenant = ? AND item IN (SELECT value FROM json_each(?)) AND document IS NOT NULL`,
      )
      .get(this.#state.number, itemNumbers(this.#state, collateralIds));
    const scope = noDocuments(count);
    for (const document of JSON.parse(String(row?.['documents'])) as readonly number[])
      scope[document >> 3] = (scope[document >> 3] ?? 0) | (1 << (document & 7));
    return scope;
  }

  /** How many of the words each document uses. */
  #countWords(words: readonly string[], collateralIds: TextSearch['collateralIds']): Uint8Array {
    const row = this.#connection
      .prepare('SELECT max(document) AS last FROM suggestion WHERE tenant = ? AND document IS NOT NULL')
      .get(this.#state.number);
    const count = Number(row?.['last'] ?? -1) + 1;
    const scope = this.#scopeOf(collateralIds, count);
    const counts = new Uint8Array(noDocuments(count).length * 8);
    for (const [index, word] of words.entries()) {
      const using = this.#documentsUsing(word, index === words.length - 1, count);
      if (scope !== null) using.forEach((bits, place) => (using[place] = bits & (scope[place] ?? 0)));
      eachDocument(using, (document) => (counts[document] = (counts[document] ?? 0) + 1));
    }
    return counts;
  }

  /** Which documents use a word, or one that begins so. */
  #documentsUsing(word: string, isBegun: boolean, count: number): Uint8Array {
    const using = noDocuments(count);
    const rows = this.#connection
      .prepare('SELECT block, documents FROM suggestion_word WHERE tenant = ? AND word BETWEEN ? AND ?')
      // No character comes behind the last one.
      .iterate(this.#state.number, word, isBegun ? `${word}\u{10ffff}` : word);
    for (const { block, documents } of rows)
      if (documents instanceof Uint8Array) addDocuments(using, Number(block), documents);
    return using;
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
