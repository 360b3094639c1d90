import { getOrMake } from '../store/get-or-make.js';
import type { PostgresName, PostgresNameKind } from './postgres-kept-names.js';

/** Gathers names, each once. */
export class NameSet {
  readonly #names = new Map<PostgresNameKind, Set<string>>();

  /** Takes a name in; null is none. */
  add(kind: PostgresNameKind, text: string | null): void {
    if (text !== null) getOrMake(this.#names, kind, () => new Set<string>()).add(text);
  }

  /** Gives them all. */
  all(): readonly PostgresName[] {
    return [...this.#names].flatMap(([kind, texts]) => [...texts].map((text): PostgresName => [kind, text]));
  }
}
