const rightToLeft = /[\u0590-\u08ff\u200e\u200f]/;

/**
 * Writes parts of a line with dots between them. Where text runs from right to left each keeps to itself: two numbers in a row, which
 * carry marks of their own, would be read as one run in the other direction and change places.
 */
export function joinParts(parts: readonly string[]): string {
  const said = parts.filter(Boolean);
  const isolates = said.some((part) => rightToLeft.test(part));
  return said.map((part) => (isolates ? `\u2068${part}\u2069` : part)).join(' · ');
}
