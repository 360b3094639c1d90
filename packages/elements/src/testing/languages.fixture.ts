// Looks whether a language has every sentence. It holds no tests of its own.
import { expect } from 'chai';

/** The languages that come with the package beside English. */
export const languageCodes = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pt'] as const;

/** Fails unless a language has exactly the sentences of English, says each of them, and leaves none in English. */
export function expectWhole(strings: object, english: object): void {
  const names = namesOf(english);
  expect(namesOf(strings).toSorted()).to.deep.equal(names.toSorted());
  for (const count of [0, 1, 2, 3, 11, 100]) {
    for (const name of names)
      expect(say(strings, name, count), name)
        .to.match(/\S/)
        .and.not.contain('undefined');
  }
  // Words like "Version" and patterns like "3, 4" are the same in several languages; an eighth is not left over.
  const same = names.filter((name) => say(strings, name) === say(english, name));
  expect(same.length, same.join()).to.be.below(names.length / 8);
}

/** The names of all sentences, also of those inside others. */
function namesOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? namesOf(value, `${before}${name}.`) : [`${before}${name}`],
  );
}

/** What a sentence says, whatever it needs. */
function say(words: object, path: string, count = 3): string {
  let value: unknown = words;
  for (const name of path.split('.')) value = Reflect.get(value as object, name);
  return typeof value === 'function'
    ? String((value as (...parts: unknown[]) => unknown)(count, `${count}`, '4', '5'))
    : String(value);
}
