import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

it('each of the 35 cases a rating must survive has a named test, or docs/elements/rating.md says that it has none yet', () => {
  const text = ['packages/elements/src', 'journeys/end-to-end']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => /\.test\.(ts|mjs)$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
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
