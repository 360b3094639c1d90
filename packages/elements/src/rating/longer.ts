/** Returns the longer of two texts, the first when they are as long; for `reduce`. */
export function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}
