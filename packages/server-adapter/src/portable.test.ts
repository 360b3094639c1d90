import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

/** Follows the relative imports of a compiled module. */
async function modulesBehind(
  url: URL,
  seen: Map<string, string> = new Map<string, string>(),
): Promise<ReadonlyMap<string, string>> {
  if (seen.has(url.href)) return seen;
  const source = await readFile(url, 'utf8');
  seen.set(url.href, source);
  for (const [, path = ''] of source.matchAll(/from '(\.[^']+)'/g)) await modulesBehind(new URL(path, url), seen);
  return seen;
}

for (const entry of ['./index.js', './conformance/index.js']) {
  test(`${entry} needs nothing of Node, so that it runs inside a page`, async () => {
    const modules = await modulesBehind(new URL(entry, import.meta.url));
    assert.ok(modules.size > 5);
    for (const [href, source] of modules) {
      const code = source.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
      assert.doesNotMatch(code, /from 'node:|\bprocess\.|\bBuffer\b|\brequire\(|\bsetImmediate\b/, href);
    }
  });
}
