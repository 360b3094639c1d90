// Whatever a document sends its reader to is there: pages, headings, pictures, files and commands; and each page is found from the README.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { pages } from './doc-samples.mjs';

const texts = new Map(
  await Promise.all(pages.map(async (page) => /** @type {const} */ ([page, await readFile(page, 'utf8')]))),
);
const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));

describe('documents', () => {
  for (const [page, text] of texts) {
    it(`link only to what exists: ${page}`, async () => {
      for (const { file, anchor } of linksOf(page, text)) {
        assert.ok(existsSync(file), `${page} links to ${file}`);
        if (anchor) assert.ok((await anchorsOf(file)).has(anchor), `${file} has no heading #${anchor}`);
      }
    });

    it(`name only commands and files that exist: ${page}`, () => {
      for (const [, command] of text.matchAll(/npm run ([\w:]+)/g))
        assert.ok(Object.hasOwn(scripts, command ?? ''), `${page}: npm run ${command}`);
      for (const [path] of text.matchAll(
        /(?<![\w./-])(?:bench|docs|examples|journeys|packages|scripts)\/[\w./-]+\.\w+\b/g,
      ))
        assert.ok(existsSync(path), `${page} names ${path}`);
    });
  }

  it('are found from the README, each over links', () => {
    const found = new Set(['README.md']);
    for (const page of found)
      for (const { file } of linksOf(page, texts.get(page) ?? '')) if (texts.has(file)) found.add(file);
    const own = pages.filter((page) => !page.startsWith('packages/'));
    assert.deepEqual(
      own.filter((page) => !found.has(page)),
      [],
    );
  });

  it('show every picture there is', () => {
    const shown = new Set([...texts].flatMap(([page, text]) => linksOf(page, text).map(({ file }) => file)));
    assert.deepEqual(
      readdirSync('docs/images').filter((name) => !shown.has(`docs/images/${name}`)),
      [],
    );
  });
});

/** @param {string} page @param {string} text */
function linksOf(page, text) {
  const prose = text.replaceAll(/^ *```.*?^ *```$/gms, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(
    ([, link, tag]) => link ?? tag ?? '',
  );
  return targets
    .filter((target) => !/^(?:https?|mailto):/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#');
      return { file: path === '' ? page : normalize(join(dirname(page), path)), anchor };
    });
}

/** What a repository's pages make of headings. @param {string} file */
async function anchorsOf(file) {
  const text = texts.get(file) ?? (await readFile(file, 'utf8'));
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
