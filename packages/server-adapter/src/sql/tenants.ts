import { Names } from './names.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** What the log of one tenant is at. Read anew in every transaction. */
export interface TenantState {
  readonly number: number;
  readonly lastSequence: number;
  readonly prunedBefore: string;
  readonly names: Names;
}

/** The tenants of a file. */
export class Tenants {
  readonly #connection: SqliteConnection;
  readonly #names = new Map<number, { readonly erased: number; readonly names: Names }>();

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
    connection.onRollback(() => this.#names.clear());
  }

  /** Gives a tenant that has a row already. */
  find(tenant: string): TenantState | undefined {
    const row = this.#connection
      .prepare('SELECT number, last_sequence, pruned_before, names_erased FROM tenant WHERE name = ?')
      .get(tenant);
    if (row === undefined) return undefined;
    const number = Number(row['number']);
    return {
      number,
      lastSequence: Number(row['last_sequence']),
      prunedBefore: String(row['pruned_before']),
      names: this.#namesOf(number, Number(row['names_erased'])),
    };
  }

  /** Gives a tenant, and its row when there was none. Needs a write transaction. */
  open(tenant: string): TenantState {
    const known = this.find(tenant);
    if (known !== undefined) return known;
    this.#connection.prepare('INSERT INTO tenant (name) VALUES (?)').run(tenant);
    return this.open(tenant);
  }

  #namesOf(number: number, erased: number): Names {
    const known = this.#names.get(number);
    if (known?.erased === erased) return known.names;
    const names = new Names(this.#connection, number);
    this.#names.set(number, { erased, names });
    return names;
  }
}
