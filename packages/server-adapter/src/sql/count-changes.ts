import type { Code } from './count-codes.js';
import { countShapes, type CountTableName } from './count-shapes.js';

/** What is added to one row of a table of counts. */
export interface CountChange {
  readonly key: readonly Code[];
  readonly sums: readonly number[];
}

/** What a batch changes in the tables of counts, collected so that each row is written once and in the order of the keys. */
export class CountChanges {
  readonly #tables = new Map<CountTableName, Map<string, { readonly key: readonly Code[]; readonly sums: number[] }>>();

  /** Adds to the sums of a row; negative numbers take away. */
  add(table: CountTableName, key: readonly Code[], sums: readonly number[]): void {
    const changes = this.#tables.get(table) ?? new Map<string, { key: readonly Code[]; sums: number[] }>();
    this.#tables.set(table, changes);
    const text = key.join('\n');
    const change = changes.get(text);
    if (change === undefined) changes.set(text, { key, sums: [...sums] });
    else for (const [index, sum] of sums.entries()) change.sums[index] = (change.sums[index] ?? 0) + sum;
  }

  /** Gives what has to be written, table by table. */
  *tables(): Iterable<readonly [table: CountTableName, changes: readonly CountChange[]]> {
    for (const name of Object.keys(countShapes) as CountTableName[]) {
      const changes = [...(this.#tables.get(name)?.values() ?? [])].filter(({ sums }) => sums.some((sum) => sum !== 0));
      // Two writers who meet take their rows in the same order, and rows that lie side by side are written one after the other.
      if (changes.length > 0) yield [name, changes.sort((one, other) => compareKeys(one.key, other.key))];
    }
  }
}

function compareKeys(one: readonly Code[], other: readonly Code[]): number {
  for (const [index, part] of one.entries()) {
    const against = other[index] ?? part;
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
}
