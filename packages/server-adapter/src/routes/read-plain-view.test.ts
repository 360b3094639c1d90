import { limits, parseEvent } from '@collateral/sdk/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleId } from '../conformance/sample-fact.js';
import { readPlainView } from './read-plain-view.js';

const view = {
  id: sampleId(1),
  type: 'view',
  occurredAt: '2026-05-04T10:00:00.000Z',
  context: { url: 'https://intranet.example/deck', surface: 'library', locale: 'en' },
  collateralId: 'deck-1',
  version: 'v3',
  viewId: sampleId(2),
  activeMs: 12_345.5,
  visibleMs: 20_000,
  progress: 0.5,
};
const { context: _context, version: _version, ...bareView } = view;

const oddValues: readonly unknown[] = [
  null,
  '',
  'a\u0000b',
  '\ud800',
  'tab\tbed',
  'x'.repeat(limits.idLength + 1),
  'x'.repeat(limits.shortTextLength + 1),
  'ä'.repeat(limits.versionLength),
  '2026-02-30T10:00:00.000Z',
  '2026-05-04T10:00:00Z',
  sampleId(3),
  sampleId(3).toUpperCase(),
  0,
  -0,
  -1,
  1,
  1.000_001,
  limits.eventAgeDays * 86_400_000,
  limits.eventAgeDays * 86_400_000 + 1,
  1e308,
  true,
  [],
  ['deck-1'],
  {},
  { surface: 'library' },
  { surface: '' },
  { surface: 1 },
  { automation: true },
  { unknown: 'x' },
  { locale: 'x'.repeat(36) },
  { url: 'x'.repeat(limits.shortTextLength) },
];

describe('a plain view', () => {
  test('is taken without the schema, as the schema gives it', () => {
    for (const plain of [view, bareView]) {
      assert.deepEqual(readPlainView(plain), parseEvent(plain).event);
      assert.notEqual(readPlainView(plain), null);
    }
  });

  test('is never taken where the schema refuses or changes it', () => {
    const field = fc.constantFrom(...Object.keys(view), 'unknown', 'onBehalfOf', '__proto__', 'constructor');
    const changes = fc.array(fc.tuple(field, fc.constantFrom(...oddValues)), { maxLength: 2 });
    const left = fc.array(field, { maxLength: 2 });
    const inputs = fc.tuple(fc.constantFrom(view, bareView), changes, left).map(([whole, changed, without]) => {
      const fields = new Map<string, unknown>(Object.entries(whole));
      for (const [name, value] of changed) fields.set(name, value);
      for (const name of without) fields.delete(name);
      return JSON.parse(JSON.stringify(Object.fromEntries(fields))) as unknown;
    });
    let taken = 0;
    fc.assert(
      fc.property(inputs, (input) => {
        const plain = readPlainView(input);
        if (plain === null) return;
        taken += 1;
        const { event } = parseEvent(input);
        assert.deepEqual(plain, event);
        assert.equal(
          JSON.stringify(plain.context),
          JSON.stringify(event?.context),
          'the context is in the order of the schema',
        );
      }),
      { numRuns: 20_000, seed: 20_260_506 },
    );
    assert.ok(taken > 1_000, `${taken} taken`);
  });

  for (const [name, input] of [
    ['nothing', undefined],
    ['null', null],
    ['a list', [view]],
    ['a text', 'view'],
    ['another type', { ...view, type: 'rating' }],
    ['an unknown field', { ...view, deep: {} }],
    ['a context that says automation', { ...view, context: { automation: true } }],
    ['a version that is there and undefined', { ...view, version: undefined }],
  ] as const) {
    test(`is not ${name}: the schema decides`, () => {
      assert.equal(readPlainView(input), null);
    });
  }
});
