// Proves that every gate of `npm run check` fails when it should: plants one fault, runs the gate, takes the fault out again.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const serverFile = 'packages/server-adapter/src/planted.ts';
const sdkFile = 'packages/sdk/src/planted.ts';
const elementsFile = 'packages/elements/src/planted.ts';
const add = (/** @type {string} */ text) => () => text;
const append = (/** @type {string} */ text) => (/** @type {string} */ before) => `${before}\n${text}\n`;
const edit = (/** @type {string | RegExp} */ from, /** @type {string} */ to) => (/** @type {string} */ before) => {
  const after = before.replace(from, to);
  if (after === before) throw new Error(`The planted fault no longer fits: ${from}`);
  return after;
};

/**
 * @type {readonly [gate: string, fault: string, file: string, plant: (before: string) => string, expected: RegExp][]}
 */
const faults = [
  [
    'build',
    'document in the server',
    serverFile,
    add('export const title: string = document.title;\n'),
    /Cannot find name 'document'/,
  ],
  [
    'build',
    'process in the SDK',
    sdkFile,
    add('export const home: unknown = process.env;\n'),
    /Cannot find name 'process'/,
  ],
  [
    'build',
    'document in the contract',
    'packages/sdk/src/contract/planted.ts',
    add('export const title: string = document.title;\n'),
    /Cannot find name 'document'/,
  ],
  [
    'build',
    'an unchecked index',
    sdkFile,
    add('const list: number[] = [];\nexport const first: number = list[0];\n'),
    /undefined/,
  ],
  [
    'build',
    'an optional property set to undefined',
    sdkFile,
    add('export const point: { readonly x?: number } = { x: undefined };\n'),
    /exactOptionalPropertyTypes/,
  ],
  ['build', 'an export without a type', sdkFile, add('export const list = [1].map(String);\n'), /isolatedDeclarations/],
  ['build', 'an enum', sdkFile, add('export enum Colour { Red }\n'), /erasableSyntaxOnly/],
  [
    'build',
    'a type imported as a value',
    sdkFile,
    add("import { Item } from './contract/item.js';\nexport type Thing = Item;\n"),
    /verbatimModuleSyntax/,
  ],
  [
    'build',
    'a missing override',
    sdkFile,
    add('class A { run(): void {} }\nexport class B extends A { run(): void {} }\n'),
    /override/,
  ],
  [
    'build',
    'a dot on an index signature',
    sdkFile,
    add('const map: Record<string, number> = {};\nexport const one: number | undefined = map.one;\n'),
    /index signature/,
  ],
  ['check:lint', 'any', sdkFile, add('/** Planted. */\nexport const value: any = 1;\n'), /no-explicit-any/],
  [
    'check:lint',
    'a floating promise',
    sdkFile,
    add('/** Planted. */\nexport function go(): void {\n  Promise.resolve(1);\n}\n'),
    /no-floating-promises/,
  ],
  [
    'check:lint',
    'a style attribute',
    elementsFile,
    add(
      'import { html, type TemplateResult } from \'lit\';\n/** Planted. */\nexport const planted: TemplateResult = html`<p style="color: red"></p>`;\n',
    ),
    /Content-Security-Policy/,
  ],
  [
    'check:lint',
    'styleMap',
    elementsFile,
    add("export { styleMap } from 'lit/directives/style-map.js';\n"),
    /no-restricted-imports/,
  ],
  [
    'check:lint',
    'unsafeHTML',
    elementsFile,
    add("export { unsafeHTML } from 'lit/directives/unsafe-html.js';\n"),
    /no-restricted-imports/,
  ],
  [
    'check:lint',
    'innerHTML',
    elementsFile,
    add('/** Planted. */\nexport function fill(element: Element): void {\n  element.innerHTML = "x";\n}\n'),
    /Trusted Types/,
  ],
  [
    'check:lint',
    'an image without alternative',
    elementsFile,
    add(
      'import { html, type TemplateResult } from \'lit\';\n/** Planted. */\nexport const planted: TemplateResult = html`<img src="/x.png" />`;\n',
    ),
    /alt-text/,
  ],
  ['check:lint', 'a default export', sdkFile, add('export default 1;\n'), /Export by name/],
  [
    'check:lint',
    'a file of 250 lines',
    sdkFile,
    add(Array.from({ length: 250 }, (_, line) => `/** Planted. */ export const x${line} = ${line};`).join('\n')),
    /max-lines/,
  ],
  ['check:lint', 'console.log', sdkFile, add('console.log(1);\n'), /no-console/],
  [
    'check:layers',
    'ky outside transport',
    sdkFile,
    add("export { default as planted } from 'ky';\n"),
    /ky-only-in-transport/,
  ],
  ['check:layers', 'idb outside outbox', sdkFile, add("export { openDB } from 'idb';\n"), /idb-only-in-outbox/],
  ['check:layers', 'valibot in the client', sdkFile, add("export { object } from 'valibot';\n"), /sdk-no-valibot/],
  [
    'check:layers',
    'the SDK in the server',
    serverFile,
    add("export { createClient } from '@collateral/sdk';\n"),
    /server-sees-contract-only/,
  ],
  [
    'check:layers',
    'Node in the server core',
    serverFile,
    add("export { readFileSync } from 'node:fs';\n"),
    /server-core-runs-anywhere/,
  ],
  [
    'check:layers',
    'a route in a store',
    'packages/server-adapter/src/store/planted.ts',
    add("export { routes } from '../routes/routes.js';\n"),
    /stores-never-import-routes/,
  ],
  [
    'check:layers',
    'one element in another',
    'packages/elements/src/provider/planted.ts',
    add("export { CollateralRating } from '../rating/collateral-rating.js';\n"),
    /element-folders-apart/,
  ],
  ['check:layers', 'an orphan', sdkFile, add('/** Planted. */\nexport const planted = 1;\n'), /no-orphans/],
  [
    'check:layers',
    'a cycle',
    'packages/sdk/src/contract/limits.ts',
    append("export { isHostId } from './ids.js';"),
    /no-cycles/,
  ],
  ['check:format', 'double quotes', sdkFile, add('export const planted = "x"\n'), /planted\.ts/],
  [
    'check:unused',
    'an export nobody uses',
    'packages/sdk/src/contract/limits.ts',
    append('/** Planted. */\nexport const planted: number = 1;'),
    /planted/,
  ],
  [
    'check:unused',
    'a dependency nobody uses',
    'packages/sdk/package.json',
    edit('"idb"', '"hono": "*", "idb"'),
    /hono/,
  ],
  [
    'check:docs',
    'an export without a comment',
    'packages/sdk/src/index.ts',
    append('export const planted: number = 1;'),
    /planted/,
  ],
  [
    'check:docs',
    'a broken link',
    'packages/sdk/src/signals.ts',
    edit('/** Why events', '/** {@link Nowhere} Why events'),
    /Nowhere/,
  ],
  [
    'check:packages',
    'an entry without a file',
    'packages/sdk/package.json',
    edit('./dist/testing/index.js', './dist/testing/nothing.js'),
    /nothing\.js/,
  ],
  [
    'check:packages',
    'an entry without types',
    'packages/sdk/package.json',
    edit('./dist/testing/index.d.ts', './dist/testing/nothing.d.ts'),
    /nothing\.d\.ts|types/i,
  ],
  ['check:sizes', 'a bundle over its budget', '.size-limit.json', edit(/"[\d.]+ kB"/, '"5.0 kB"'), /over the budget/],
  [
    'check:sizes',
    'a table that no longer tells the truth',
    'README.md',
    edit(/(\| +)(\d+)\.\d\d kB/, '$199.99 kB'),
    /npm run sizes/,
  ],
  [
    'check:scripts',
    'a wrong type in a script',
    'scripts/parts.mjs',
    append('/** @type {number} */ export const planted = "x";'),
    /not assignable/,
  ],
  [
    'check:node',
    'an error code without documentation',
    'docs/errors.md',
    edit('### too-old', '### much-too-old'),
    /too-old/,
  ],
  [
    'check:node',
    'a failing server test',
    'packages/server-adapter/src/statistics/dirichlet.ts',
    edit('(total + 1)', '(total + 2)'),
    /FAILED|not ok|failed/,
  ],
  [
    'check:chromium',
    'a failing browser test',
    'packages/sdk/src/contract/scale.ts',
    edit("'collateral-5@1'", "'collateral-6@1'"),
    /failed/,
  ],
];

/** @type {readonly import('./proof.mjs').ProofCase[]} */
export const cases = faults.map(([gate, fault, file, plant, expected]) => ({
  name: `${gate} fails on ${fault}`,
  run: async () => {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
    const restore = () => (before === null ? rmSync(file, { force: true }) : writeFileSync(file, before));
    process.once('exit', restore);
    try {
      writeFileSync(file, plant(before ?? ''));
      const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', gate], { encoding: 'utf8' });
      const output = `${stdout}${stderr}`;
      if (status === 0) throw new Error('The gate let it through.');
      const line = output.split('\n').find((text) => expected.test(text));
      if (!line) throw new Error(`The gate failed for another reason:\n${output.slice(-1_500)}`);
      // Colour codes of the tools are not part of what was seen.
      return line
        .replaceAll(/\u001b\[[\d;]*m/g, '')
        .trim()
        .slice(0, 200);
    } finally {
      restore();
      process.off('exit', restore);
    }
  },
}));
