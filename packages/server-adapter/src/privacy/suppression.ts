/** A part of a whole, with how many people stand behind it. */
export interface PartOfWhole {
  readonly key: string;
  readonly people: number;
}

/**
 * Chooses the parts that may be shown beside their whole (docs/privacy.md).
 *
 * A part with fewer people than the minimum is hidden. While all hidden parts together have fewer, the smallest part that is
 * still shown is hidden too: the whole minus what is shown would give the small ones away. Parts without people hide nobody.
 *
 * @param wholes - other figures that hold all parts, such as those of a longer time: what each has beyond the parts is hidden as well.
 */
export function showableParts(
  parts: readonly PartOfWhole[],
  minimum: number,
  wholes: readonly number[] = [],
): ReadonlySet<string> {
  // The smallest first; of equal ones always the same.
  const sorted = parts
    .filter(({ people }) => people > 0)
    .toSorted((one, other) => one.people - other.people || (one.key < other.key ? -1 : 1));
  const people = sorted.reduce((sum, part) => sum + part.people, 0);
  const hidden = Math.max(
    ...[0, ...wholes.map((whole) => whole - people)].map((apart) => countHidden(sorted, apart, minimum)),
  );
  return new Set(sorted.slice(hidden).map(({ key }) => key));
}

function countHidden(sorted: readonly PartOfWhole[], apart: number, minimum: number): number {
  let hidden = 0;
  let hiddenPeople = Math.max(0, apart);
  for (const { people } of sorted) {
    const isNeeded = people < minimum || (hiddenPeople > 0 && hiddenPeople < minimum);
    if (!isNeeded) break;
    hidden += 1;
    hiddenPeople += people;
  }
  return hidden;
}

/**
 * Tells whether a figure about some people may be shown beside one about these and others: the difference is a figure too, and must
 * be about nobody or about enough people.
 */
export function isSafeBeside(people: number, peopleOfLarger: number, minimum: number): boolean {
  return isSafeRest(peopleOfLarger - people, minimum);
}

/** Tells whether what is left when one figure is taken from another is about nobody or about enough people. */
export function isSafeRest(people: number, minimum: number): boolean {
  return people <= 0 || people >= minimum;
}
