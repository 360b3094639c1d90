import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { collateralScale, defaultPolicy, limits, parseEvent } from '@collateral/sdk/contract';

const text = await readFile('docs/wire-protocol.md', 'utf8');
const section = /^## Limits$(.*?)^## /ms.exec(text)?.[1] ?? '';
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const id = '01980000-0000-7000-8000-000000000001';
const base = { id, occurredAt: '2026-05-04T10:00:00.000Z' };
const item = { ...base, collateralId: 'deck-42' };
const rating = { type: 'rating', ...item, value: 4, scaleId: collateralScale.id };
const view = { type: 'view', ...item, viewId: id, activeMs: 0, visibleMs: 0, progress: 0 };

/** @type {[field: string, unit: string, make: (size: number) => object][]} */
const bounds = [
  ['`collateralId`', ' characters', (size) => ({ ...rating, collateralId: 'x'.repeat(size) })],
  [
    '`promptId`',
    ' characters',
    (size) => ({ type: 'prompt-response', ...base, promptId: 'x'.repeat(size), answer: 'rated' }),
  ],
  ['`version`', ' characters', (size) => ({ ...rating, version: 'x'.repeat(size) })],
  ['`comment`', ' characters', (size) => ({ ...rating, comment: 'x'.repeat(size) })],
  [
    '`query`',
    ' characters',
    (size) => ({ type: 'usage', ...base, action: 'search', results: 0, query: 'x'.repeat(size) }),
  ],
  ['`context.url`', ' characters', (size) => ({ ...rating, context: { url: 'x'.repeat(size) } })],
  ['`context.locale`', ' characters', (size) => ({ ...rating, context: { locale: 'x'.repeat(size) } })],
  ['`reasons`', ' of', (size) => ({ ...rating, reasons: Array(size).fill('other') })],
  ['`activeMs`', ' (', (size) => ({ ...view, activeMs: size })],
  ['`progress`', '', (size) => ({ ...view, progress: size })],
];

describe('the limits in docs/wire-protocol.md', () => {
  for (const [name, number] of Object.entries(limits)) {
    it(`give ${name} as ${grouped(number)}`, () => {
      const own = rows.filter((row) => row[3] === `\`${name}\``);
      assert.ok(own.length > 0, `no row of the table has the name ${name}`);
      for (const [, field, limit] of own)
        assert.match(limit ?? '', new RegExp(`(^|\\D )${grouped(number)}( |$)`), `the limit of ${field}`);
    });
  }

  it('name no number that does not exist', () => {
    const names = rows.flatMap((row) => /^`(.+)`$/.exec(row[3] ?? '')?.[1] ?? []);
    assert.deepEqual([...new Set(names)].sort(), Object.keys(limits).sort());
  });

  for (const [field, unit, make] of bounds) {
    it(`are what the check of an event allows for ${field}`, () => {
      const [, , limit = ''] = rows.find((row) => row[1]?.includes(field)) ?? [];
      const most = Number(new RegExp(`(?:to )([\\d ]+?)${escaped(unit)}`).exec(`${limit} `)?.[1]?.replaceAll(' ', ''));
      assert.ok(most > 0, `${field}: ${limit}`);
      assert.equal(parseEvent(make(most)).code, undefined);
      assert.notEqual(parseEvent(make(most + 1)).code, undefined);
    });
  }

  it('list every reason and no other', () => {
    const limit = rows.find((row) => row[1] === '`reasons`')?.[2] ?? '';
    assert.deepEqual(
      [...limit.matchAll(/`([^`]+)`/g)].map(([, reason]) => reason),
      collateralScale.reasons.map((reason) => reason.id),
    );
  });
});

it('docs/host-server.md gives every field of the policy with its default', async () => {
  const page = await readFile('docs/host-server.md', 'utf8');
  const policySection = /^### The policy$(.*?)^## /ms.exec(page)?.[1] ?? '';
  const stated = [...policySection.matchAll(/^\| `([\w.]+)` *\|[^|]*\| `?([^|`]+?)`? *\|/gm)].map(
    ([, field, value]) => [field, value],
  );
  const { ratingMinimum, prompts, retention, ...rest } = defaultPolicy;
  const flat = {
    ...rest,
    'ratingMinimum.n': ratingMinimum.n,
    'ratingMinimum.halfWidth': ratingMinimum.halfWidth,
    'prompts.perDay': prompts.perDay,
    'prompts.restDays': prompts.restDays,
    'retention.eventMonths': retention.eventMonths,
    'retention.ratingMonths': retention.ratingMonths,
  };
  assert.deepEqual(
    Object.fromEntries(stated),
    Object.fromEntries(Object.entries(flat).map(([field, value]) => [field, String(value)])),
  );
});

/** @param {number} number */
function grouped(number) {
  return number < 1_000 ? String(number) : String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** @param {string} text */
function escaped(text) {
  return text === '' ? ' ' : text.replace('(', '\\(');
}
