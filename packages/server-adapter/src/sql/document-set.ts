/** Documents whose numbers are side by side, kept in one row; see {@link withDocument}. Rows in files have this size: never change it. */
export const documentsPerBlock = 16_384;

const bitmapBytes = documentsPerBlock / 8;

/**
 * Puts a document into the set of a block, or takes it out. Null when nothing is left.
 *
 * A set is a list of two bytes for each document while that is shorter, else one bit for each there could be. So what common words
 * cost has a bound, and rare ones cost what they have.
 */
export function withDocument(set: Uint8Array | null, document: number, isIn: boolean): Uint8Array | null {
  const bits = new Uint8Array(bitmapBytes);
  if (set !== null) addDocuments(bits, 0, set);
  const place = document % documentsPerBlock;
  const known = bits[place >> 3] ?? 0;
  bits[place >> 3] = isIn ? known | (1 << (place & 7)) : known & ~(1 << (place & 7));
  const places: number[] = [];
  eachDocument(bits, (one) => places.push(one));
  if (places.length === 0) return null;
  if (places.length * 2 >= bitmapBytes) return bits;
  return Uint8Array.from(places.flatMap((one) => [one & 255, one >> 8]));
}

/** Gives room for documents with numbers below a count: one bit for each. */
export function noDocuments(count: number): Uint8Array {
  return new Uint8Array(Math.ceil(count / documentsPerBlock) * bitmapBytes);
}

/** Adds the set of a block to documents of all blocks. */
export function addDocuments(bits: Uint8Array, block: number, set: Uint8Array): void {
  const first = block * bitmapBytes;
  if (set.byteLength === bitmapBytes) {
    for (let index = 0; index < bitmapBytes; index += 1)
      bits[first + index] = (bits[first + index] ?? 0) | (set[index] ?? 0);
    return;
  }
  for (let index = 0; index < set.byteLength; index += 2) {
    const place = (set[index] ?? 0) + (set[index + 1] ?? 0) * 256;
    bits[first + (place >> 3)] = (bits[first + (place >> 3)] ?? 0) | (1 << (place & 7));
  }
}

/** Visits documents in the order of their numbers. */
export function eachDocument(bits: Uint8Array, visit: (document: number) => void): void {
  for (let index = 0; index < bits.length; index += 1)
    for (let left = bits[index] ?? 0; left !== 0; left &= left - 1) visit(index * 8 + 31 - Math.clz32(left & -left));
}
