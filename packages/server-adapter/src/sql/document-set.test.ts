import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SeededRandom } from '../conformance/seeded-random.js';
import { documentsPerBlock, eachDocument, withDocument } from './document-set.js';

describe('a set of documents', () => {
  test('holds what was put in and not taken out, however many that are', () => {
    const random = new SeededRandom(1);
    const expected = new Set<number>();
    let set: Uint8Array | null = null;
    for (let turn = 0; turn < 6_000; turn += 1) {
      const place = random.below(700);
      const isIn = turn < 3_000 ? random.below(4) > 0 : random.below(4) === 0;
      set = withDocument(set, 3 * documentsPerBlock + place, isIn);
      if (isIn) expected.add(place);
      else expected.delete(place);
      assert.ok((set?.byteLength ?? 0) <= 512);
      if (turn % 200 === 0)
        assert.deepEqual(
          documentsOf(set),
          [...expected].sort((one, other) => one - other),
        );
    }
    for (const place of expected) set = withDocument(set, 3 * documentsPerBlock + place, false);
    assert.equal(set, null);
  });

  test('holds the first and the last of a block, as a list and as bits', () => {
    let set = withDocument(withDocument(null, 0, true), documentsPerBlock - 1, true);
    assert.deepEqual(documentsOf(set), [0, documentsPerBlock - 1]);
    for (let place = 0; place < documentsPerBlock; place += 8) set = withDocument(set, place, true);
    assert.equal(set?.byteLength, 512);
    assert.deepEqual([documentsOf(set).length, documentsOf(set).at(-1)], [513, documentsPerBlock - 1]);
  });
});

function documentsOf(set: Uint8Array | null): readonly number[] {
  const documents: number[] = [];
  eachDocument(set, 0, (document) => documents.push(document));
  return documents.sort((one, other) => one - other);
}
