import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import schema from 'custom-elements-manifest/schema.json' with { type: 'json' };
import { makeManifestFiles } from './manifest-files.mjs';
import { readElements } from './read-elements.mjs';

const source = 'packages/elements/src';
const elements = readElements();
const { exports } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));

describe('what tools are told about the elements', () => {
  it('is what the classes say: run `npm run manifest` when this fails', async () => {
    for (const [path, text] of await makeManifestFiles())
      assert.equal(existsSync(path) ? readFileSync(path, 'utf8') : '', text, `${path} is not up to date`);
  });

  it('keeps to the schema of custom element manifests', () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    const manifest = JSON.parse(readFileSync('packages/elements/editor/custom-elements.json', 'utf8'));
    assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 1));
  });

  it('names every tag a file under define/ registers, and each has an entry of the package', () => {
    const all = readFileSync(`${source}/define/all.ts`, 'utf8');
    assert.deepEqual(
      elements.map(({ tagName }) => `import './${tagName.replace('collateral-', '')}.js';`).sort(),
      all.trim().split('\n').sort(),
    );
    for (const { tagName } of elements) assert.ok(`./define/${tagName.replace('collateral-', '')}` in exports, tagName);
  });

  for (const element of elements) {
    const code = codeOf(`${source}/${element.module.replace(/^dist\//, '').replace(/\.js$/, '.ts')}`);

    it(`has all of <${element.tagName}>: parts, slots, states, custom properties and events as the code has them`, () => {
      assert.deepEqual(names(element.cssParts), found(code, /\bpart="([\w -]+)"/g));
      assert.deepEqual(names(element.slots), found(code, /<slot(?: name="([\w-]+)")?>/g));
      assert.deepEqual(
        names(element.cssStates),
        [...code.matchAll(/setStates\([^{]*\{([^}]*)\}/g)].flatMap(([, list]) => found(list ?? '', /(\w+):/g)).sort(),
      );
      const used = found(code, /var\((--collateral-[\w-]+)/g);
      // An element without a look of its own hands on what is set on it.
      assert.deepEqual(
        names(element.cssProperties).filter((name) => used.length > 0 && used.includes(name)),
        used,
      );
      assert.deepEqual(
        [...new Set(element.events.map(({ type }) => type?.text))].sort(),
        [...new Set([...code.matchAll(/new (Event|Collateral\w+Event)\(/g)].map(([, name]) => name))].sort(),
      );
    });

    it(`states the defaults of <${element.tagName}>'s custom properties as the code has them`, () => {
      for (const { name, default: stated, description } of element.cssProperties) {
        const inCode = [...code.matchAll(new RegExp(`var\\(${name}, ((?:[^()]|\\([^()]*\\))+)\\)`, 'g'))].map(
          ([, value]) => value,
        );
        for (const value of inCode)
          assert.ok(value === stated || description.includes(value ?? ''), `${name} is ${value}, not ${stated}`);
      }
    });
  }
});

/** @param {readonly {name: string}[]} list */
function names(list) {
  return list.map(({ name }) => name).sort();
}

/** @param {string} code @param {RegExp} pattern with one group */
function found(code, pattern) {
  return [...new Set([...code.matchAll(pattern)].flatMap(([, name = '']) => (name ? name.split(' ') : [''])))].sort();
}

/** The code of a file and of every file of the package that it loads. @param {string} file @param {Set<string>} [seen] @returns {string} */
function codeOf(file, seen = new Set()) {
  if (seen.has(file)) return '';
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const loaded = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g)].map(([, path]) =>
    join(dirname(file), `${path}.ts`),
  );
  return [text, ...loaded.map((path) => codeOf(path, seen))].join('\n');
}
