import type { UsageEventType } from '@collateral/sdk/contract';
import type { Fact } from './fact.js';

/** Before which instants facts were deleted, type by type. What was deleted once may never be counted again. */
export class PruneMarks {
  readonly #byType = new Map<UsageEventType, string>();
  #all = '';

  /** Says that facts from before an instant were deleted: of some types, or of all. Marks only rise. */
  raise(before: string, types?: readonly UsageEventType[]): void {
    if (types === undefined) this.#all = later(this.#all, before);
    else for (const type of types) this.#byType.set(type, later(this.#byType.get(type) ?? '', before));
  }

  /** The mark of every type. */
  get ofAll(): string {
    return this.#all;
  }

  /** The marks of single types, as a JSON object. */
  get ofTypes(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#byType);
  }

  /** Gives the mark of a type; empty when nothing of it was deleted. */
  of(type: UsageEventType): string {
    return later(this.#all, this.#byType.get(type) ?? '');
  }

  /** Tells whether a fact is from before the mark of its type. */
  isBehind({ type, effectiveAt }: Pick<Fact, 'type' | 'effectiveAt'>): boolean {
    return effectiveAt < this.of(type);
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
