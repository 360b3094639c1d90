import { suggestionOf } from './about-suggestion.js';
import type { Fact } from './fact.js';
import { factContent } from './fact-content.js';
import { sequenceOfCursor } from './log-cursor.js';
import { withoutText } from './without-text.js';
import { PruneMarks } from './prune-marks.js';
import type { AppendOutcome, FactFilter, FactPage, PruneOptions, PruneOutcome } from './store.js';

const factsPerPage = 500;

interface Entry {
  readonly sequence: number;
  readonly fact: Fact;
}

/** The facts of one tenant, in memory and in the order they came. */
export class MemoryLog {
  #entries: Entry[] = [];
  readonly #byActor = new Map<string, Map<string, Fact>>();
  // Counts on after a prune, else a reader's cursor would lie beyond facts that are still to come.
  #lastSequence = 0;
  readonly #marks = new PruneMarks();
  // Facts that were pruned and count on.
  #counted: Fact[] = [];

  append(facts: readonly Fact[]): readonly AppendOutcome[] {
    // Copied first: a value that can't be copied must refuse the whole call before anything is stored.
    const copies = facts.map((fact) => structuredClone(fact));
    return copies.map((fact) => this.#appendOne(fact));
  }

  page(filter: FactFilter, cursor: string | undefined): FactPage | null {
    const after = sequenceOfCursor(cursor);
    const matches = matcherOf(filter);
    const found: Entry[] = [];
    for (let index = this.#firstAfter(after); index < this.#entries.length && found.length < factsPerPage; index++) {
      const entry = this.#entries[index];
      if (entry !== undefined && matches(entry.fact)) found.push(entry);
    }
    const last = found.at(-1);
    if (last === undefined) return null;
    return { facts: found.map(({ fact }) => structuredClone(fact)), cursor: String(last.sequence) };
  }

  /** Gives every fact as it is kept: to be looked at and not to be handed out. */
  facts(): readonly Fact[] {
    return this.#entries.map(({ fact }) => fact);
  }

  /** Gives every fact that counts, those that were pruned too. */
  counted(): readonly Fact[] {
    return [...this.facts(), ...this.#counted];
  }

  reassign(actorId: string, tombstoneId: string): void {
    if (actorId === tombstoneId) return;
    const taken = this.#byActor.get(tombstoneId);
    this.#counted = this.#counted.map((fact) => (fact.actorId === actorId ? { ...fact, actorId: tombstoneId } : fact));
    this.#keep(
      this.#entries.flatMap(({ sequence, fact }) => {
        if (fact.actorId !== actorId) return [{ sequence, fact }];
        return taken?.has(fact.id) === true ? [] : [{ sequence, fact: { ...withoutText(fact), actorId: tombstoneId } }];
      }),
    );
  }

  prune(before: string, { types, suggestionIds, limit, cursor }: PruneOptions): PruneOutcome {
    this.#marks.raise(before, types);
    const matches = matcherOf({ to: before, ...(types && { types }), ...(suggestionIds && { suggestionIds }) });
    const first = this.#firstAfter(sequenceOfCursor(cursor));
    const end = limit === undefined ? this.#entries.length : first + limit;
    const last = this.#entries[end - 1];
    const nextCursor = last !== undefined && end < this.#entries.length ? String(last.sequence) : undefined;
    const old = this.#entries.filter(({ fact }, index) => index >= first && index < end && matches(fact));
    for (const { fact } of old) this.#counted.push(withoutText(fact));
    const gone = new Set(old);
    this.#keep(this.#entries.filter((entry) => !gone.has(entry)));
    return { removed: old.length, ...(nextCursor !== undefined && { nextCursor }) };
  }

  #appendOne(fact: Fact): AppendOutcome {
    const first = this.#byActor.get(fact.actorId)?.get(fact.id);
    if (first !== undefined) return factContent(first) === factContent(fact) ? 'duplicate' : 'conflict';
    // Its id may have been pruned with its first copy, so taking it could count it twice.
    if (this.#marks.isBehind(fact)) return 'too-old';
    this.#entries.push({ sequence: ++this.#lastSequence, fact });
    this.#index(fact);
    return 'new';
  }

  #keep(entries: Entry[]): void {
    this.#entries = entries;
    this.#byActor.clear();
    for (const { fact } of entries) this.#index(fact);
  }

  #index(fact: Fact): void {
    const ids = this.#byActor.get(fact.actorId) ?? new Map<string, Fact>();
    this.#byActor.set(fact.actorId, ids.set(fact.id, fact));
  }

  // Binary search, so that reading a long log page by page stays linear.
  #firstAfter(sequence: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle]?.sequence ?? 0) <= sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function matcherOf(filter: FactFilter): (fact: Fact) => boolean {
  const types = filter.types && new Set<string>(filter.types);
  const items = filter.collateralIds && new Set(filter.collateralIds);
  const suggestions = filter.suggestionIds && new Set<string | null>(filter.suggestionIds);
  return (fact) =>
    (types === undefined || types.has(fact.type)) &&
    (items === undefined || (fact.collateralId !== null && items.has(fact.collateralId))) &&
    (suggestions === undefined || suggestions.has(suggestionOf(fact))) &&
    (filter.actorId === undefined || fact.actorId === filter.actorId) &&
    (filter.from === undefined || fact.effectiveAt >= filter.from) &&
    (filter.to === undefined || fact.effectiveAt < filter.to);
}
