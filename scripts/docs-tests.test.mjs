import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

const sources = readdirSync('packages', { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/src\//.test(path))
  .concat(readdirSync('journeys', { recursive: true, encoding: 'utf8' }).map((path) => `journeys/${path}`));

describe('docs', () => {
  it('name only tests that exist in security.md', async () => {
    const named = [
      ...(await readFile('docs/security.md', 'utf8')).matchAll(/`([\w./-]+(?:\.test\.m?ts|\.test\.mjs|-cases\.ts))`/g),
    ];
    assert.ok(named.length > 15);
    for (const [, path] of named)
      assert.ok(
        sources.some((source) => source.endsWith(`/${path}`) || source === path),
        `${path} does not exist`,
      );
  });

  it('name only tests that exist in failures-of-others.md', async () => {
    const text = await readFile('docs/failures-of-others.md', 'utf8');
    const rows = [...text.matchAll(/^\| *\d+ *\|[^|]*\| `([^`]+)`: ([^|]+?) *\|$/gm)];
    assert.ok(rows.length > 35);
    for (const [, path, title] of rows) {
      const file = sources.find((source) => source.endsWith(`/${path}`) || source === path);
      assert.ok(file !== undefined, `${path} does not exist`);
      const folder = file.startsWith('journeys/') ? '' : 'packages/';
      const source = (await readFile(`${folder}${file}`, 'utf8')).replaceAll("\\'", "'");
      assert.ok(source.includes(title ?? ''), `${path} has no test "${title}"`);
    }
  });
});
