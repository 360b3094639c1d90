/** What a name may be the name of; a time is one no instant and no day is written for. */
export type PostgresNameKind = 'actor' | 'item' | 'version' | 'team' | 'context' | 'scale' | 'time';

/** Numbers of kinds are in schemas: never change one. */
export const postgresNameKinds: Readonly<Record<PostgresNameKind, number>> = Object.freeze({
  actor: 1,
  item: 2,
  version: 3,
  team: 4,
  context: 5,
  scale: 6,
  time: 7,
});

/** A name and what it is the name of. */
export type PostgresName = readonly [kind: PostgresNameKind, text: string];

const mostKept = 200_000;

/** What one process remembers of the names of one tenant between transactions. */
export class KeptNames {
  readonly #numbers = new Map<string, number>();
  readonly #texts = new Map<number, string>();
  #erased = 0;

  /** Gives the number of a name, by {@link nameKey}. */
  number(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  /** Gives what a number stands for. */
  text(number: number): string | undefined {
    return this.#texts.get(number);
  }

  /** Remembers a name that was committed. */
  keep(kind: PostgresNameKind, text: string, number: number): void {
    if (this.#numbers.size >= mostKept) this.#numbers.clear();
    this.#numbers.set(nameKey(kind, text), number);
    this.keepText(number, text);
  }

  /** Remembers what a number stands for. */
  keepText(number: number, text: string): void {
    if (this.#texts.size >= mostKept) this.#texts.clear();
    this.#texts.set(number, text);
  }

  /** Forgets numbers if names were erased since they were read. */
  hearOfErased(times: number): void {
    if (times !== this.#erased) this.#numbers.clear();
    this.#erased = times;
  }
}

/** Writes a name with its kind. */
export function nameKey(kind: PostgresNameKind, text: string): string {
  return `${postgresNameKinds[kind]}${text}`;
}
