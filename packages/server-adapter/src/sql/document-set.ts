/** Documents whose numbers are side by side, kept in one row; see {@link withDocument}. */
export const documentsPerBlock = 4_096;

const bitmapBytes = documentsPerBlock / 8;

/**
 * Puts a document into the set of a block, or takes it out. Null when nothing is left.
 *
 * A set is a list of two bytes for each document while that is shorter, else one bit for each there could be. So what common words
 * cost has a bound, and what rare ones cost is what they have.
 */
export function withDocument(set: Uint8Array | null, document: number, isIn: boolean): Uint8Array | null {
  const documents = new Set<number>();
  eachDocument(set, 0, (known) => documents.add(known));
  const place = document % documentsPerBlock;
  if (isIn) documents.add(place);
  else documents.delete(place);
  if (documents.size === 0) return null;
  if (documents.size * 2 < bitmapBytes) return listOf(documents);
  const bitmap = new Uint8Array(bitmapBytes);
  for (const known of documents) bitmap[known >> 3] = (bitmap[known >> 3] ?? 0) | (1 << (known & 7));
  return bitmap;
}

/** Visits the documents of a set. */
export function eachDocument(set: Uint8Array | null, block: number, visit: (document: number) => void): void {
  if (set === null) return;
  const first = block * documentsPerBlock;
  if (set.byteLength < bitmapBytes) {
    for (let index = 0; index < set.byteLength; index += 2)
      visit(first + (set[index] ?? 0) + (set[index + 1] ?? 0) * 256);
    return;
  }
  for (let index = 0; index < bitmapBytes; index += 1) {
    for (let bits = set[index] ?? 0; bits !== 0; bits &= bits - 1)
      visit(first + index * 8 + 31 - Math.clz32(bits & -bits));
  }
}

function listOf(documents: ReadonlySet<number>): Uint8Array {
  const list = new Uint8Array(documents.size * 2);
  let index = 0;
  for (const document of documents) {
    list[index] = document & 255;
    list[index + 1] = document >> 8;
    index += 2;
  }
  return list;
}
