import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareCodePoints } from './code-point-order.js';

test('orders strings as their UTF-8 bytes are ordered', () => {
  const texts = ['', 'a', 'aa', 'ab', 'B', 'é', '\ud7ff', '\ue000', '\uffee', '\u{10000}', '\u{1f3af}', '\u{1f3af}a'];
  for (const a of texts)
    for (const b of texts)
      assert.equal(Math.sign(compareCodePoints(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)), `${a} and ${b}`);
});
