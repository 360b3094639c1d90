// What a project gets that installs the packed packages: types that hold in strict mode with the libraries checked as well, and
// bundles without what is not used.
import { execFileSync } from 'node:child_process';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';

/** Of a whole package only what is used may end up in a page: bytes, minified, with what it needs itself. */
const bundles = [
  { code: "export { addStrings } from '@collateral/elements';", atMost: 1_000 },
  { code: "export { isCollateralError } from '@collateral/sdk';", atMost: 1_000 },
  { code: "export { collateralScale } from '@collateral/sdk/contract';", atMost: 1_500 },
  { code: "export { mount } from '@collateral/elements/mount';", atMost: 1_500 },
  // With Lit; without the SDK and all other elements.
  { code: "export { CollateralRating } from '@collateral/elements';", atMost: 58_000 },
  { code: "export { CollateralInsights } from '@collateral/elements';", atMost: 36_000 },
];

const resolutions = [
  { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
  { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
];

/**
 * Installs tarballs in a folder and uses every entry.
 *
 * @param {string} folder a new one inside the repository, so that dependencies are found above it
 * @param {ReadonlyMap<string, string>} tarballs by the name of the package's folder
 * @returns {Promise<string[]>} what is wrong
 */
export async function useAsConsumer(folder, tarballs) {
  /** @type {string[]} */
  const entries = [];
  for (const [name, tarball] of tarballs) {
    const place = join(folder, 'node_modules', '@collateral', name);
    await mkdir(place, { recursive: true });
    execFileSync('tar', ['xzf', resolve(tarball), '-C', place, '--strip-components=1']);
    const { exports } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'));
    for (const [path, { types, default: script } = /** @type {any} */ ({})] of Object.entries(exports))
      if (types && script) entries.push(`@collateral/${name}${path.slice(1)}`);
  }
  return [...(await checkTypes(folder, entries)), ...(await checkBundles(folder)), ...(await checkMaps(folder))];
}

/** A debugger has to show what was written: each script that names a map has one, with its sources inside. @param {string} folder */
async function checkMaps(folder) {
  /** @type {string[]} */
  const problems = [];
  for await (const path of glob(join(folder, 'node_modules/@collateral/*/dist/**/*.js'))) {
    const [, map] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(await readFile(path, 'utf8')) ?? [];
    if (map === undefined) continue;
    const text = await readFile(join(dirname(path), map), 'utf8').catch(() => '{}');
    const { sources = [null], sourcesContent = [] } = JSON.parse(text);
    if (sources.length !== sourcesContent.length || sourcesContent.includes(null))
      problems.push(`${path} has no whole map.`);
  }
  return problems;
}

/** @param {string} folder @param {readonly string[]} entries */
async function checkTypes(folder, entries) {
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const isForServer = (/** @type {string} */ entry) => entry.includes('server-adapter');
  // A page's project knows no Node, and a server's knows no DOM.
  const projects = [
    {
      file: 'page.ts',
      own: entries.filter((entry) => !isForServer(entry)),
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: [],
    },
    { file: 'server.ts', own: entries.filter(isForServer), lib: ['lib.es2023.d.ts'], types: ['node'] },
  ];
  /** @type {string[]} */
  const problems = [];
  for (const { file, own, lib, types } of projects) {
    const path = resolve(folder, file);
    await writeFile(path, own.map((entry, index) => `export * as entry${index} from '${entry}';`).join('\n'));
    for (const resolution of resolutions) {
      const program = ts.createProgram([path], {
        ...resolution,
        ...{ target: ts.ScriptTarget.ES2022, strict: true, skipLibCheck: false, noEmit: true },
        ...{ lib, types, typeRoots: [resolve('node_modules/@types')] },
      });
      for (const { file: source, messageText } of ts.getPreEmitDiagnostics(program))
        problems.push(`${file}: ${source?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
    }
  }
  return problems;
}

/** @param {string} folder */
async function checkBundles(folder) {
  /** @type {string[]} */
  const problems = [];
  for (const { code, atMost } of bundles) {
    const { metafile } = await build({
      stdin: { contents: code, resolveDir: folder },
      ...{ bundle: true, minify: true, splitting: true, format: 'esm', metafile: true, write: false, outdir: 'out' },
    });
    const bytes = bytesLoadedAtOnce(metafile.outputs, 'out/stdin.js');
    if (bytes > atMost) problems.push(`${code} brings ${bytes} bytes into a page, at most ${atMost} are meant.`);
  }
  return problems;
}

/** @param {import('esbuild').Metafile['outputs']} outputs @param {string} first */
function bytesLoadedAtOnce(outputs, first) {
  const loaded = new Set([first]);
  for (const path of loaded)
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') loaded.add(next);
  return [...loaded].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}
