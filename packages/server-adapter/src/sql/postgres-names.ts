import { arrayOf } from './postgres-arrays.js';
import { aboutKey } from './postgres-about.js';
import type { Run } from './postgres-client.js';
import {
  nameKey,
  postgresNameKinds,
  type KeptNames,
  type PostgresName,
  type PostgresNameKind,
} from './postgres-kept-names.js';

/**
 * The names of one tenant as numbers, for one transaction. Null is 0.
 *
 * Musts:
 * - a number stands for one name for ever, so who remembers what it stands for is never wrong; names can only be erased;
 * - the number of a name is remembered only by who holds the tenant's lock, because names may be erased and given a new number;
 * - a number made in this transaction is not remembered, because the transaction may be rolled back.
 */
export class PostgresNames {
  readonly #run: Run;
  readonly #schema: string;
  readonly #tenant: number;
  readonly #kept: KeptNames;
  readonly #isLocked: boolean;
  readonly #numbers = new Map<string, number>();
  readonly #texts = new Map<number, string>();

  constructor(run: Run, schema: string, tenant: number, kept: KeptNames, isLocked: boolean) {
    this.#run = run;
    this.#schema = schema;
    this.#tenant = tenant;
    this.#kept = kept;
    this.#isLocked = isLocked;
  }

  /** Gives the number of a name that {@link intern} or {@link find} asked for; undefined when it has none. */
  known(kind: PostgresNameKind, text: string | null): number | undefined {
    return text === null ? 0 : this.#numbers.get(nameKey(kind, text));
  }

  /** Gives the number of a name that {@link intern} was given. */
  number(kind: PostgresNameKind, text: string | null): number {
    const number = this.known(kind, text);
    if (number === undefined) throw new RangeError(`the ${kind} ${JSON.stringify(text)} has no number yet`);
    return number;
  }

  /** Gives the name of a number that {@link read} was given. */
  text(number: number): string | null {
    if (number === 0) return null;
    const text = this.#texts.get(number) ?? this.#kept.text(number);
    if (text === undefined) throw new MissingName(number);
    return text;
  }

  /** Gives names numbers, new ones when they have none. Needs the tenant's lock. */
  async intern(wanted: readonly PostgresName[]): Promise<void> {
    const missing = await this.#find(wanted);
    if (missing.length === 0) return;
    const [row] = await this.#run(
      `WITH given AS (
         UPDATE ${this.#schema}.tenant_log SET last_name = last_name + $3 WHERE number = $1 RETURNING last_name - $3 AS before),
       made AS (
         INSERT INTO ${this.#schema}.name (tenant, number, kind, key, text)
         SELECT $1, before + place, kind, ${aboutKey('row.text')}, CASE WHEN row.text = ${aboutKey('row.text')} THEN NULL ELSE row.text END
         FROM given, ROWS FROM (json_to_recordset($2::json) AS (kind smallint, text text)) WITH ORDINALITY AS row(kind, text, place))
       SELECT before FROM given`,
      [this.#tenant, jsonOf(missing), missing.length],
    );
    const before = Number(row?.['before']);
    for (const [index, [kind, text]] of missing.entries()) {
      this.#numbers.set(nameKey(kind, text), before + index + 1);
      this.#texts.set(before + index + 1, text);
    }
  }

  /** Finds the numbers of names that have one. */
  async find(wanted: readonly PostgresName[]): Promise<void> {
    await this.#find(wanted);
  }

  /** Reads what numbers stand for. */
  async read(numbers: Iterable<number>): Promise<void> {
    const missing = [...new Set(numbers)].filter(
      (number) => number !== 0 && !this.#texts.has(number) && this.#kept.text(number) === undefined,
    );
    if (missing.length === 0) return;
    const rows = await this.#run(
      `SELECT number, coalesce(text, key) AS text FROM ${this.#schema}.name WHERE tenant = $1 AND number = ANY($2::integer[])`,
      [this.#tenant, arrayOf(missing)],
      true,
    );
    for (const row of rows) {
      this.#texts.set(Number(row['number']), String(row['text']));
      // In a transaction that writes it may be a number nobody else will ever see.
      if (!this.#isLocked) this.#kept.keepText(Number(row['number']), String(row['text']));
    }
  }

  /** Erases the name of a number no row has any more. */
  async erase(number: number): Promise<void> {
    await this.#run(`DELETE FROM ${this.#schema}.name WHERE tenant = $1 AND number = $2`, [this.#tenant, number]);
    await this.#sayErased();
  }

  /** Erases the names of pages no fact has any more. Looks at every fact of the tenant. */
  async eraseUnusedContexts(): Promise<void> {
    await this.#run(
      `DELETE FROM ${this.#schema}.name WHERE tenant = $1 AND kind = ${postgresNameKinds.context} AND NOT EXISTS (
         SELECT 1 FROM ${this.#schema}.fact WHERE fact.tenant = $1 AND fact.context = name.number)`,
      [this.#tenant],
    );
    await this.#sayErased();
  }

  async #sayErased(): Promise<void> {
    await this.#run(`UPDATE ${this.#schema}.tenant_log SET names_erased = names_erased + 1 WHERE number = $1`, [
      this.#tenant,
    ]);
  }

  /** Takes over what is known, and gives the names that have no number. */
  async #find(wanted: readonly PostgresName[]): Promise<readonly PostgresName[]> {
    const unknown = new Map<string, PostgresName>();
    for (const name of wanted) {
      const key = nameKey(...name);
      if (this.#numbers.has(key)) continue;
      const kept = this.#isLocked ? this.#kept.number(key) : undefined;
      if (kept === undefined) unknown.set(key, name);
      else this.remember(name, kept);
    }
    if (unknown.size === 0) return [];
    // OFFSET 0 keeps the lookup of each name apart, whatever the planner knows of the table.
    const rows = await this.#run(
      `SELECT wanted.place, found.number
       FROM ROWS FROM (json_to_recordset($2::json) AS (kind smallint, text text)) WITH ORDINALITY AS wanted(kind, text, place),
         LATERAL (SELECT number FROM ${this.#schema}.name
           WHERE tenant = $1 AND kind = wanted.kind AND key = ${aboutKey('wanted.text')} OFFSET 0) AS found`,
      [this.#tenant, jsonOf([...unknown.values()])],
      true,
    );
    const asked = [...unknown.values()];
    for (const row of rows) {
      const name = asked[Number(row['place']) - 1];
      if (name === undefined) continue;
      this.remember(name, Number(row['number']));
      if (this.#isLocked) this.#kept.keep(...name, Number(row['number']));
      unknown.delete(nameKey(...name));
    }
    return [...unknown.values()];
  }

  /** Remembers a name for this transaction. */
  remember([kind, text]: PostgresName, number: number): void {
    this.#numbers.set(nameKey(kind, text), number);
    this.#texts.set(number, text);
  }
}

/** A number whose name was erased between two statements: who reads has to read again. */
export class MissingName extends Error {
  constructor(number: number) {
    super(`The name ${number} was erased meanwhile.`);
  }
}

function jsonOf(names: readonly PostgresName[]): string {
  return JSON.stringify(names.map(([kind, text]) => ({ kind: postgresNameKinds[kind], text })));
}
