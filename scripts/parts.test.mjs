import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chosenEngines } from './engines.mjs';
import { chosenFiles, namedParts } from './parts.mjs';

describe('npm test', () => {
  it('lists the valid parts when one is unknown', () => {
    assert.throws(() => chosenFiles(['ratings']), /There is no part "ratings"\. Valid names: .*rating.*server-adapter/);
  });

  it('lists the valid engines when one is unknown', () => {
    assert.throws(() => chosenEngines('safari'), /no engine "safari"\. Valid names: chromium, firefox, webkit/);
  });

  it('runs everything when nothing is named', () => {
    assert.deepEqual(namedParts(''), []);
    assert.deepEqual(namedParts(undefined), []);
    assert.ok(chosenFiles([]).browser.length > 2);
  });

  it('runs one part in one engine', () => {
    assert.deepEqual(chosenFiles(['rating']), { browser: ['packages/elements/dist/rating/**/*.test.js'], node: [] });
    assert.deepEqual(chosenEngines('firefox'), ['firefox']);
  });
});
