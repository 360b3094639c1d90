import type { SqliteConnection } from './sqlite-connection.js';

/** What a name is the name of. Numbers are in files: never change one. */
const nameKinds: Readonly<Record<NameKind, number>> = Object.freeze({
  actor: 1,
  item: 2,
  version: 3,
  team: 4,
  context: 5,
  scale: 6,
});

/** What a name may be the name of. */
export type NameKind = 'actor' | 'item' | 'version' | 'team' | 'context' | 'scale';

const mostKept = 200_000;

/**
 * The names of one tenant as numbers, so that rows and indexes stay small. Null is 0.
 *
 * Musts:
 * - a number is never given to a second name, so what is remembered here is wrong only for names that were erased;
 * - whoever erases names says so in the tenant's row (`names_erased`), and everybody who sees that forgets what they remember;
 * - what is remembered is forgotten when a transaction is rolled back.
 */
export class Names {
  readonly #connection: SqliteConnection;
  readonly #tenant: number;
  readonly #numbers = new Map<string, number>();
  readonly #texts = new Map<number, string>();

  constructor(connection: SqliteConnection, tenant: number) {
    this.#connection = connection;
    this.#tenant = tenant;
  }

  /** Gives the number of a name, a new one when it has none. Needs a write transaction. */
  number(kind: NameKind, text: string | null): number {
    if (text === null) return 0;
    const known = this.find(kind, text);
    if (known !== undefined) return known;
    const row = this.#connection
      .prepare('UPDATE tenant SET last_name = last_name + 1 WHERE number = ? RETURNING last_name')
      .get(this.#tenant);
    const number = Number(row?.['last_name']);
    this.#connection
      .prepare('INSERT INTO name (tenant, number, kind, text) VALUES (?, ?, ?, ?)')
      .run(this.#tenant, number, nameKinds[kind], text);
    this.#keep(kind, text, number);
    return number;
  }

  /** Gives the number of a name that has one. */
  find(kind: NameKind, text: string): number | undefined {
    const kept = this.#numbers.get(`${nameKinds[kind]}${text}`);
    if (kept !== undefined) return kept;
    const row = this.#connection
      .prepare('SELECT number FROM name WHERE tenant = ? AND kind = ? AND text = ?')
      .get(this.#tenant, nameKinds[kind], text);
    if (row === undefined) return undefined;
    const number = Number(row['number']);
    this.#keep(kind, text, number);
    return number;
  }

  /** Gives the name of a number. */
  text(number: number): string | null {
    if (number === 0) return null;
    const kept = this.#texts.get(number);
    if (kept !== undefined) return kept;
    const row = this.#connection
      .prepare('SELECT text FROM name WHERE tenant = ? AND number = ?')
      .get(this.#tenant, number);
    const text = String(row?.['text']);
    this.#texts.set(number, text);
    return text;
  }

  /** Gives another name to a number. No other number may have it. */
  rename(number: number, text: string): void {
    this.#connection
      .prepare('UPDATE name SET text = ? WHERE tenant = ? AND number = ?')
      .run(text, this.#tenant, number);
    this.#sayErased();
  }

  /** Erases the name of a number no row has any more. */
  erase(number: number): void {
    this.#connection.prepare('DELETE FROM name WHERE tenant = ? AND number = ?').run(this.#tenant, number);
    this.#sayErased();
  }

  /** Erases the names of pages no fact has any more. Looks at every fact of the tenant. */
  eraseUnusedContexts(): void {
    this.#connection
      .prepare(
        `DELETE FROM name WHERE tenant = ?1 AND kind = ${nameKinds.context}
           AND number NOT IN (SELECT context FROM fact WHERE tenant = ?1)`,
      )
      .run(this.#tenant);
    this.#sayErased();
  }

  /** Forgets what is remembered. */
  forget(): void {
    this.#numbers.clear();
    this.#texts.clear();
  }

  #sayErased(): void {
    this.#connection.prepare('UPDATE tenant SET names_erased = names_erased + 1 WHERE number = ?').run(this.#tenant);
    this.forget();
  }

  #keep(kind: NameKind, text: string, number: number): void {
    if (this.#numbers.size >= mostKept || this.#texts.size >= mostKept) this.forget();
    this.#numbers.set(`${nameKinds[kind]}${text}`, number);
    this.#texts.set(number, text);
  }
}
