import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';

it('every file ARCHITECTURE.md sends a reader to exists', async () => {
  const text = await readFile('ARCHITECTURE.md', 'utf8');
  const rows = text.slice(text.indexOf('## The life of one rating'), text.indexOf('## Layers')).split('\n');
  const named = rows.flatMap((row) => {
    const files = [...(row.split('|')[2] ?? '').matchAll(/`([^`]+\.ts)`/g)].map(([, file]) => file ?? '');
    // The first file of a row says which package; the others are in the same one.
    const source = `packages/${files[0]?.split('/src/')[0]}/src`;
    return files.map((file) => [`packages/${file}`, `${source}/${file}`, `${source}/insights/${file}`]);
  });
  assert.ok(named.length >= 12);
  assert.deepEqual(
    named.filter((places) => !places.some((place) => existsSync(place))),
    [],
  );
});
