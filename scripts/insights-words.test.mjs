import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { englishFigures } from '../packages/elements/dist/figures/english-figures.js';

const text = await readFile('docs/metrics.md', 'utf8');
const figures = /^## Figures.*?\n(.*?)^\*\*Use of an item/ms.exec(text)?.[1] ?? '';
const rows = figures
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2);

describe('what the insights say of a figure', () => {
  const methods = new Set(
    rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name ?? '')),
  );
  it('is about the methods docs/metrics.md names', () => assert.ok(methods.size >= 8, [...methods].join()));
  for (const method of methods) it(`explains ${method}`, () => assert.ok(method in englishFigures.methods));

  const reasons = new Set(
    rows.flatMap((row) => {
      const left = /left out: ([^.|]*)/i.exec(row)?.[1] ?? '';
      return [...left.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name ?? '');
    }),
  );
  for (const reason of [...reasons, 'own-use', 'service', 'automation'])
    it(`says what ${reason} means`, () => assert.ok(reason in englishFigures.reasons));
});
