import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

it('each of the 35 cases a rating must survive has a named test, or docs/elements/rating.md says that it has none yet', () => {
  const folder = 'packages/elements/src';
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  const text = tests.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n');
  const tested = new Set([...text.matchAll(/it\(\s*[`'"]case (\d+):/g)].map(([, number]) => Number(number)));
  const page = readFileSync('docs/elements/rating.md', 'utf8');
  const [, section = ''] = page.split('## Cases without a named test');
  const open = new Set([...section.matchAll(/^- (\d+):/gm)].map(([, number]) => Number(number)));
  const all = Array.from({ length: 35 }, (_, index) => index + 1);
  assert.deepEqual(
    all.filter((number) => !tested.has(number)),
    [...open],
  );
});
