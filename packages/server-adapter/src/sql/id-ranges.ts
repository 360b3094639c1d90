/**
 * Knows from where to where the ids in each month reach, so that an id is looked for only in months that could hold it.
 *
 * Ids that begin with the time lie in the month they were made in or in the next, so nearly none is looked for anywhere else. With
 * ids of any other kind every range soon holds everything: then each id is looked for everywhere, which is slower and as right.
 */
export class IdRanges {
  readonly #ranges = new Map<number, { low: number; high: number }>();
  #isChanged = false;

  /** @param stored - what {@link stored} gave. */
  constructor(stored: readonly number[]) {
    for (let at = 0; at + 2 < stored.length; at += 3) {
      const [month = 0, low = 0, high = 0] = stored.slice(at, at + 3);
      this.#ranges.set(month, { low, high });
    }
  }

  /** Month, lowest and highest prefix, month after month. */
  get stored(): readonly number[] {
    return [...this.#ranges].flatMap(([month, { low, high }]) => [month, low, high]);
  }

  /** Whether anything was added that was not known. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** Tells whether a month other than this one could hold an id. */
  mayBeElsewhere(month: number, prefix: number): boolean {
    for (const [other, { low, high }] of this.#ranges)
      if (other !== month && low <= prefix && prefix <= high) return true;
    return false;
  }

  /** Says that a month holds an id. */
  add(month: number, prefix: number): void {
    const range = this.#ranges.get(month);
    if (range !== undefined && range.low <= prefix && prefix <= range.high) return;
    this.#isChanged = true;
    const { low, high } = range ?? { low: prefix, high: prefix };
    this.#ranges.set(month, { low: Math.min(low, prefix), high: Math.max(high, prefix) });
  }
}
