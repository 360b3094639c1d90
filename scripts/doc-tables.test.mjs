// The tables of the documents name every option, field, attribute, event and part there is, and no other.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

/** @type {[page: string, heading: string, source: string, interfaceName: string][]} */
const tables = [
  ['docs/send-events.md', '## Options', 'packages/sdk/src/client-options.ts', 'ClientOptions'],
  ['docs/host-server.md', '## 1. Make a handler', 'packages/server-adapter/src/handler-options.ts', 'HandlerOptions'],
  ['docs/host-server.md', '## 2. Say who people are', 'packages/server-adapter/src/request/principal.ts', 'Principal'],
  ['docs/delivery.md', '## How to read `status()`', 'packages/sdk/src/client.ts', 'ClientStatus'],
];

describe('the tables of options and fields', () => {
  for (const [page, heading, source, interfaceName] of tables)
    it(`name each field of ${interfaceName}: ${page}`, async () => {
      const text = await readFile(page, 'utf8');
      const section = text.slice(text.indexOf(`${heading}\n`) + heading.length).split(/\n##+ /)[0] ?? '';
      assert.deepEqual(firstCells(section).sort(), (await membersOf(source, interfaceName)).sort());
    });
});

/** What begins so and is no tag. */
const notTags = new Set(['collateral-lit-html', 'collateral-id']);

/** What every form control has, and the platform documents. */
const formMembers = new Set([
  'form',
  'labels',
  'validity',
  'validationMessage',
  'willValidate',
  'focus',
  'checkValidity',
  'reportValidity',
]);

const manifest = JSON.parse(await readFile('packages/elements/editor/custom-elements.json', 'utf8'));
const elements = /** @type {any[]} */ (manifest.modules)
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName);
const guides = new Map(
  await Promise.all(
    readdirSync('docs/elements').map(
      async (name) => /** @type {const} */ ([name.replace('.md', ''), await readFile(`docs/elements/${name}`, 'utf8')]),
    ),
  ),
);
// Notices share the page of the suggestions.
const pageOf = (/** @type {string} */ tagName) =>
  guides.get(tagName.replace('collateral-', '').replace('notices', 'suggestions')) ?? '';

it('docs/privacy.md says of each kind of event what it holds', async () => {
  const section = (text = '', heading = '') => text.split(`${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const wire = section(await readFile('docs/wire-protocol.md', 'utf8'), '## Usage events');
  const privacy = section(await readFile('docs/privacy.md', 'utf8'), '## What is recorded');
  const types = firstCells(wire);
  assert.ok(types.length > 10);
  assert.deepEqual(firstCells(privacy).sort(), types.sort());
});

describe('the pages of the elements', () => {
  for (const { tagName, attributes = [], events = [], cssParts = [], members = [] } of elements) {
    const text = pageOf(tagName);

    it(`name each attribute of ${tagName}, and no other`, () => {
      const names = attributes.map((/** @type {{name: string}} */ { name }) => name);
      const stated = tableUnder(text, /^\| *attribute/i);
      const isOwnTable = tagName !== 'collateral-notices';
      assert.deepEqual(
        isOwnTable ? stated.sort() : names.filter((/** @type {string} */ name) => !text.includes(name)),
        isOwnTable ? names.sort() : [],
      );
    });

    it(`name each event of ${tagName}`, () => {
      const own = events.map((/** @type {{name: string}} */ { name }) => name);
      assert.deepEqual(
        own.filter((/** @type {string} */ name) => !text.includes(`\`${name}\``)),
        [],
      );
    });

    it(`name each part, property and method of ${tagName}`, () => {
      const properties = members.filter(
        (/** @type {any} */ { kind, attribute, name }) => (kind === 'method' || !attribute) && !formMembers.has(name),
      );
      const names = [...cssParts, ...properties].map(({ name }) => name);
      assert.deepEqual(
        names.filter((name) => !new RegExp(`\`(?:\\w+\\.)?${name}(?:\\(\\))?\``).test(text)),
        [],
      );
    });
  }

  it('name no element and no event that does not exist', () => {
    const known = new Set([
      ...elements.map(({ tagName }) => tagName),
      ...elements.flatMap(({ events = [] }) => events.map((/** @type {{name: string}} */ { name }) => name)),
    ]);
    for (const [name, text] of guides)
      for (const [, tag = ''] of text.matchAll(/`<?(collateral-[a-z-]+)>?`/g))
        assert.ok(known.has(tag) || notTags.has(tag), `${name}: ${tag}`);
  });
});

describe('docs/errors.md', () => {
  it('explains each warning of the elements', async () => {
    const text = await readFile('docs/errors.md', 'utf8');
    const files = readdirSync('packages/elements/src', { recursive: true, encoding: 'utf8' });
    const sources = await Promise.all(
      files
        .filter((file) => /(?<!\.test|\.fixture)\.ts$/.test(file))
        .map((file) => readFile(`packages/elements/src/${file}`, 'utf8')),
    );
    const codes = sources.flatMap((source) => [...source.matchAll(/warnOnce\(\s*'([\w-]+)'/g)].map(([, code]) => code));
    assert.ok(codes.length > 3);
    assert.deepEqual(
      codes.filter((code) => !new RegExp(`^####? ${code}$`, 'm').test(text)),
      [],
    );
    for (const [, code] of text.matchAll(/^#### (.+)$/gm))
      assert.ok(
        sources.some((source) => source.includes(`'${code}'`)),
        `nothing warns of ${code}`,
      );
  });
});

/** The names in the first column of all tables of a text. @param {string} text */
function firstCells(text) {
  return [...text.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
}

/** The names in the first column of the table whose head matches. @param {string} text @param {RegExp} head */
function tableUnder(text, head) {
  const table = text.split('\n\n').find((block) => head.test(block)) ?? '';
  return firstCells(table);
}

/** @param {string} path @param {string} name @returns {Promise<string[]>} */
async function membersOf(path, name) {
  const source = await readFile(path, 'utf8');
  const [, parent, body = ''] =
    new RegExp(`^export interface ${name}(?: extends (\\w+))? \\{\n(.*?)^\\}`, 'ms').exec(source) ?? [];
  const own = [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, member = '']) => member);
  if (!parent) return own;
  const [, file = ''] = new RegExp(`import .*\\b${parent}\\b.* from '\\./(.*)\\.js'`).exec(source) ?? [];
  return [...own, ...(await membersOf(`${path.slice(0, path.lastIndexOf('/'))}/${file}.ts`, parent))];
}
