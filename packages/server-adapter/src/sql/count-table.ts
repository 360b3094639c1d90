import type { SQLInputValue } from 'node:sqlite';
import type { SqliteConnection } from './sqlite-connection.js';

/** What a table of counts looks like. */
export interface CountTableShape {
  readonly name: string;
  /** Key columns behind the tenant. */
  readonly keys: readonly string[];
  /** Columns that are added up. A row where all of them are 0 does not exist. */
  readonly sums: readonly string[];
}

/** A key: numbers, and the odd day that is text (see packed-values.ts). */
export type CountKey = readonly (number | string)[];

/** What a batch changes in one table of counts, collected so that each row is written once and in the order of the key. */
export class CountTable {
  readonly #upsert: string;
  readonly #deleteEmpty: string;
  readonly #changes = new Map<string, { readonly key: CountKey; readonly sums: number[] }>();

  constructor({ name, keys, sums }: CountTableShape) {
    const columns = ['tenant', ...keys, ...sums];
    this.#upsert = `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`;
    this.#deleteEmpty = `DELETE FROM ${name} WHERE tenant = ? AND ${keys.map((key) => `${key} = ?`).join(' AND ')}
      AND ${sums.map((sum) => `${sum} = 0`).join(' AND ')}`;
  }

  /** Adds to the sums of a row; negative numbers take away. */
  add(key: CountKey, sums: readonly number[]): void {
    const text = key.join(' ');
    const change = this.#changes.get(text);
    if (change === undefined) this.#changes.set(text, { key, sums: [...sums] });
    else for (const [index, sum] of sums.entries()) change.sums[index] = (change.sums[index] ?? 0) + sum;
  }

  /** Writes what was added and forgets it. */
  write(connection: SqliteConnection, tenant: number): void {
    const changes = [...this.#changes.values()].filter(({ sums }) => sums.some((sum) => sum !== 0));
    this.#changes.clear();
    changes.sort((one, other) => compareKeys(one.key, other.key));
    for (const { key, sums } of changes) {
      const parameters: SQLInputValue[] = [tenant, ...key];
      connection.prepare(this.#upsert).run(...parameters, ...sums);
      if (sums.some((sum) => sum < 0)) connection.prepare(this.#deleteEmpty).run(...parameters);
    }
  }
}

function compareKeys(one: CountKey, other: CountKey): number {
  for (const [index, part] of one.entries()) {
    const difference = Number(part) - Number(other[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}
