/**
 * Compares two strings by Unicode code point, the order of their UTF-8 bytes.
 *
 * JavaScript compares UTF-16 units, where the surrogates of characters beyond U+FFFF come before U+E000 to U+FFFF.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

// Puts surrogates behind every other unit and keeps the order among themselves.
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
