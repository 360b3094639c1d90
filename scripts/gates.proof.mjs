// Proves that every gate of `npm run check` fails when it should: plants one fault, runs the gate, takes the fault out again.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { add, append, edit, sdkFile, serverFile } from './planted-fault.mjs';
import { layerFaults } from './planted-layer-faults.mjs';
import { lintFaults } from './planted-lint-faults.mjs';

/** @type {readonly import('./planted-fault.mjs').PlantedFault[]} */
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
  ...lintFaults,
  ...layerFaults,
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
    'a member without a comment',
    'packages/sdk/src/signals.ts',
    edit('export interface Dropped {', 'export interface Dropped {\n  readonly planted?: number;'),
    /Dropped\.planted/,
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
