import { getOrMake } from '../store/get-or-make.js';
import type { PostgresRow, Run } from './postgres-client.js';
import { KeptNames } from './postgres-kept-names.js';
import { PostgresNames } from './postgres-names.js';

/** A tenant in one transaction: rows know it by its number. */
export interface OpenTenant {
  readonly name: string;
  readonly number: number;
  readonly names: PostgresNames;
}

/** A tenant whose log nobody else changes until the transaction ends. */
export interface LockedTenant extends OpenTenant {
  readonly row: PostgresRow;
}

/** The tenants of a schema, and what this process remembers of them. */
export class PostgresTenants {
  readonly #schema: string;
  readonly #numbers = new Map<string, number>();
  readonly #kept = new Map<number, KeptNames>();

  constructor(schema: string) {
    this.#schema = schema;
  }

  /** Gives a tenant to read from; undefined when it has nothing to read. */
  async find(run: Run, name: string): Promise<OpenTenant | undefined> {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      const [row] = await run(`SELECT number FROM ${this.#schema}.tenant_log WHERE tenant = $1`, [name]);
      if (row === undefined) return undefined;
      number = Number(row['number']);
      this.#numbers.set(name, number);
    }
    return { name, number, names: new PostgresNames(run, this.#schema, number, this.#keptOf(number), false) };
  }

  /** Takes the lock of a tenant and so many places at the end of its log. */
  async lock(run: Run, name: string, places: number): Promise<LockedTenant> {
    const update = `UPDATE ${this.#schema}.tenant_log SET last_sequence = last_sequence + $2 WHERE tenant = $1
       RETURNING number, last_sequence, pruned_before, pruned_types, id_months, names_erased`;
    let [row] = await run(update, [name, places]);
    if (row === undefined) {
      await this.#make(run, name);
      [row] = await run(update, [name, places]);
    }
    if (row === undefined) throw new RangeError(`no row for the tenant ${JSON.stringify(name)}`);
    const number = Number(row['number']);
    const kept = this.#keptOf(number);
    kept.hearOfErased(Number(row['names_erased']));
    return { name, number, names: new PostgresNames(run, this.#schema, number, kept, true), row };
  }

  // Counted under a lock and not by a sequence: a number that is given away for nothing is gone for ever.
  async #make(run: Run, name: string): Promise<void> {
    await run("SELECT pg_advisory_xact_lock(hashtextextended('collateral tenants ' || $1, 0))", [this.#schema]);
    await run(
      `INSERT INTO ${this.#schema}.tenant_log (tenant, number)
       SELECT $1, coalesce(max(number), 0) + 1 FROM ${this.#schema}.tenant_log ON CONFLICT (tenant) DO NOTHING`,
      [name],
    );
  }

  #keptOf(number: number): KeptNames {
    return getOrMake(this.#kept, number, () => new KeptNames());
  }
}
