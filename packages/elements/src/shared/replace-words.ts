/** Some of the sentences; of those inside others again some. */
export type SomeWords<Words> = {
  readonly [Name in keyof Words]?: Words[Name] extends ((...parts: never[]) => string) | string
    ? Words[Name]
    : SomeWords<Words[Name]>;
};

/** Puts other sentences in the place of some; what is left out stays. */
export function replaceWords(words: object, given: object | undefined): object {
  const replaced = new Map<string, unknown>(Object.entries(words));
  for (const [name, value] of Object.entries(given ?? {})) {
    const before = replaced.get(name);
    replaced.set(name, isGroup(before) && isGroup(value) ? replaceWords(before, value) : value);
  }
  return Object.fromEntries(replaced);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
