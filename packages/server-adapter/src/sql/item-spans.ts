import type { Code } from './count-codes.js';

/** First and last day of something. */
export interface Span {
  readonly first: Code;
  readonly last: Code;
}

/** Collects what a batch changes in the first and last days on which items were used, as far as it counts. */
export class ItemSpans {
  readonly #added = new Map<Code, Span>();
  readonly #shrunk = new Set<Code>();

  /** Takes in on which days one person used an item, before and after a change. */
  change(item: Code, before: ReadonlySet<Code>, after: ReadonlySet<Code>): void {
    for (const day of after) {
      if (before.has(day)) continue;
      const { first, last } = this.#added.get(item) ?? { first: day, last: day };
      this.#added.set(item, { first: earlierDay(first, day), last: laterDay(last, day) });
    }
    for (const day of before) {
      if (!after.has(day)) this.#shrunk.add(item);
    }
  }

  /** Items that were used on a day less, which may be their first or last: only their views know what is next to it. */
  get shrunk(): readonly Code[] {
    return [...this.#shrunk].sort();
  }

  /** Days on which the other items were used, as far as they are new. */
  get added(): readonly (readonly [item: Code, span: Span])[] {
    return [...this.#added]
      .filter(([item]) => !this.#shrunk.has(item))
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }
}

/** Gives the later of two days, in the order SQLite has for them: numbers come before text. */
export function laterDay(one: Code, other: Code): Code {
  if (typeof one !== typeof other) return typeof one === 'string' ? one : other;
  return one > other ? one : other;
}

function earlierDay(one: Code, other: Code): Code {
  return laterDay(one, other) === one ? other : one;
}
