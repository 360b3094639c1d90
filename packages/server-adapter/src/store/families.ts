import { stateOf, type StoredMove } from './stored-move.js';

/** Which suggestions are one after merging. */
export class Families {
  readonly #parents = new Map<string, string>();
  readonly #members = new Map<string, string[]>();

  /** @param moves - steps of all suggestions of one place. */
  constructor(moves: ReadonlyMap<string, readonly StoredMove[]>) {
    for (const [suggestionId, steps] of moves) {
      const { duplicateOf } = stateOf(steps);
      if (duplicateOf !== null) this.#parents.set(suggestionId, duplicateOf);
    }
    for (const suggestionId of this.#parents.keys()) {
      const root = this.rootOf(suggestionId);
      this.#members.set(root, [...(this.#members.get(root) ?? []), suggestionId]);
    }
  }

  /** The suggestion a suggestion was merged into in the end; itself when it was not. */
  rootOf(suggestionId: string): string {
    let root = suggestionId;
    // Two suggestions can't be merged into each other: all merges of a place are written one after the other.
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    return root;
  }

  /** Everything that was merged into a suggestion, at any remove. */
  duplicatesOf(root: string): readonly string[] {
    return this.#members.get(root) ?? [];
  }
}
