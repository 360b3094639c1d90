// The CDN file: one module with everything a page needs, minified. The npm packages themselves are tsc's unbundled output.
import { readdir, readFile } from 'node:fs/promises';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/** Two copies of Lit on a page can't both create the Trusted Types policy "lit-html"; ours gets a name of its own. */
const ownTrustedTypesPolicy = {
  name: 'own-trusted-types-policy',
  transform(code, id) {
    if (!id.includes('/lit-html/')) return null;
    return { code: code.replace(/createPolicy\((["'])lit-html\1/, 'createPolicy("collateral-lit-html"'), map: null };
  },
};

/** Languages stay files beside the CDN file, fetched when a page is in one. Without them everything is English. */
const languagesBeside = {
  name: 'languages-beside',
  resolveDynamicImport(specifier) {
    const file = /languages\/(\w+)\.js$/.exec(specifier)?.[1];
    return file ? { id: `./languages/${file}.js`, external: true } : null;
  },
  async generateBundle() {
    const folder = 'packages/elements/dist/languages';
    for (const name of (await readdir(folder)).filter((each) => /^\w+\.js$/.test(each))) {
      this.emitFile({
        type: 'asset',
        fileName: `languages/${name}`,
        source: await readFile(`${folder}/${name}`, 'utf8'),
      });
    }
  },
};

/** What few pages use stays a file of its own, which shares nothing with the rest. */
const observingBeside = {
  name: 'observing-beside',
  resolveDynamicImport: (specifier) => (specifier === './observe.js' ? { id: './observe.js', external: true } : null),
};

/** The loader fetches the one file of all elements, when it is called. */
const elementsBeside = {
  name: 'elements-beside',
  resolveDynamicImport: () => ({ id: './collateral.js', external: true }),
};

const fewBytes = terser({ ecma: 2020, module: true, compress: { passes: 2 } });

export default [
  {
    input: 'packages/elements/dist/define/cdn.js',
    output: {
      file: 'packages/elements/dist/cdn/collateral.js',
      format: 'es',
      sourcemap: true,
      inlineDynamicImports: true,
    },
    plugins: [
      languagesBeside,
      observingBeside,
      nodeResolve({ exportConditions: ['production', 'browser', 'default'] }),
      ownTrustedTypesPolicy,
      fewBytes,
    ],
  },
  {
    input: 'packages/sdk/dist/observe/observe.js',
    output: { file: 'packages/elements/dist/cdn/observe.js', format: 'es' },
    plugins: [fewBytes],
  },
  {
    input: 'packages/elements/dist/define/mount.js',
    output: { file: 'packages/elements/dist/cdn/mount.js', format: 'es' },
    plugins: [elementsBeside, fewBytes],
  },
];
