import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SeededRandom } from '../conformance/seeded-random.js';
import { addDocuments, documentsPerBlock, eachDocument, noDocuments, withDocument } from './document-set.js';

describe('a set of documents', () => {
  test('holds what was put in and not taken out, however many that are', () => {
    const random = new SeededRandom(1);
    const expected = new Set<number>();
    let set: Uint8Array | null = null;
    let longest = 0;
    for (let turn = 0; turn < 9_000; turn += 1) {
      const place = random.below(1_500);
      const isIn = turn < 5_000 ? random.below(8) > 0 : random.below(8) === 0;
      set = withDocument(set, 3 * documentsPerBlock + place, isIn);
      if (isIn) expected.add(place);
      else expected.delete(place);
      longest = Math.max(longest, set?.byteLength ?? 0);
      if (turn % 300 === 0)
        assert.deepEqual(
          documentsOf(set),
          [...expected].sort((one, other) => one - other),
        );
    }
    assert.equal(longest, documentsPerBlock / 8, 'it was a list and became bits');
    for (const place of expected) set = withDocument(set, 3 * documentsPerBlock + place, false);
    assert.equal(set, null);
  });

  test('holds the first and the last of a block, as a list and as bits', () => {
    let set = withDocument(withDocument(null, 0, true), documentsPerBlock - 1, true);
    assert.deepEqual(documentsOf(set), [0, documentsPerBlock - 1]);
    for (let place = 0; place < documentsPerBlock; place += 8) set = withDocument(set, place, true);
    assert.equal(set?.byteLength, documentsPerBlock / 8);
    assert.deepEqual([documentsOf(set).length, documentsOf(set).at(-1)], [2_049, documentsPerBlock - 1]);
  });

  test('is told apart from those of other blocks', () => {
    const bits = noDocuments(documentsPerBlock + 2);
    for (const document of [7, documentsPerBlock + 1]) {
      const set = withDocument(null, document, true);
      if (set !== null) addDocuments(bits, Math.floor(document / documentsPerBlock), set);
    }
    const found: number[] = [];
    eachDocument(bits, (document) => found.push(document));
    assert.deepEqual(found, [7, documentsPerBlock + 1]);
  });
});

function documentsOf(set: Uint8Array | null): readonly number[] {
  const bits = noDocuments(1);
  if (set !== null) addDocuments(bits, 0, set);
  const documents: number[] = [];
  eachDocument(bits, (document) => documents.push(document));
  return documents;
}
