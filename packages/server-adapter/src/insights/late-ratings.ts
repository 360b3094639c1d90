/** Of the ratings of an old version, at most this share may have been given after the new one came out. */
const mostLate = 0.2;

/**
 * Tells whether the ratings of an old version may stand for what it was before the new one came out.
 *
 * Those given later can't be left out one by one: beside the score of the version, what is left would tell what they said. So while
 * they are few they are counted in, where they move the mean by a fifth of their distance at most; beyond that there is no comparison.
 */
export function areMostlyEarly(late: number, all: number): boolean {
  return late <= all * mostLate;
}
