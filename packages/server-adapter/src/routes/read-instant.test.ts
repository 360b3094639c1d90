import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readInstant, readPlainInstant } from './read-instant.js';

describe('an instant', () => {
  test('is read as Date.parse reads it', () => {
    const instants = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        assert.equal(readInstant(instant.toISOString()), instant.getTime());
      }),
      { numRuns: 2_000, seed: 20_260_504 },
    );
  });

  test('is read as Date.parse reads it, whatever character of it is wrong', () => {
    const whole = '2026-05-04T10:27:38.123Z';
    const wrong = fc
      .tuple(fc.nat(whole.length - 1), fc.constantFrom(...Array.from('0123456789-:.TZ+ e\u0661')))
      .map(([at, character]) => whole.slice(0, at) + character + whole.slice(at + 1));
    fc.assert(
      fc.property(wrong, (text) => {
        assert.equal(readInstant(text), Date.parse(text), text);
      }),
      { numRuns: 3_000, seed: 20_260_505 },
    );
  });

  const notPlain = [
    '2026-05-04T10:00:00Z',
    '2026-05-04T10:00:00.1234Z',
    '2026-02-30T10:00:00.000Z',
    '2026-13-01T10:00:00.000Z',
    '2026-00-01T10:00:00.000Z',
    '2026-05-04T24:00:00.000Z',
    '2026-05-04T10:60:00.000Z',
    '2026-05-04T10:00:60.000Z',
    '0099-05-04T10:00:00.000Z',
    '2024-02-29T10:00:00.000Z',
  ];
  for (const text of notPlain) {
    test(`is left to Date.parse when it is ${text}`, () => {
      assert.ok(Number.isNaN(readPlainInstant(text)));
      assert.equal(readInstant(text), Date.parse(text));
    });
  }
});
