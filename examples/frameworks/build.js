// Bundles a page of each framework with esbuild. An application would use the framework's own tool; what it does to a tag is the same.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const folder = import.meta.dirname;

/** The frameworks, and what their page begins with. */
export const entries = { react: 'main.tsx', vue: 'main.ts', svelte: 'main.js', angular: 'main.ts' };

/** The page's script. @param {keyof typeof entries} framework */
export async function bundle(framework) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, framework, entries[framework])],
    bundle: true,
    format: 'esm',
    write: false,
    minify: true,
    logLevel: 'error',
    conditions: framework === 'svelte' ? ['svelte', 'browser'] : ['browser'],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      'process.env.NODE_ENV': '"production"',
    },
    tsconfigRaw: {
      compilerOptions: { jsx: 'react-jsx', experimentalDecorators: framework === 'angular', target: 'es2022' },
    },
    plugins: [singleFileComponents],
  });
  return outputFiles[0].text;
}

/** Vue's and Svelte's own compilers, and what each must be told of custom elements: Vue by a prefix, Svelte nothing. */
const singleFileComponents = {
  name: 'single-file-components',
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { compileScript, parse } = await import('vue/compiler-sfc');
      const { descriptor, errors } = parse(await readFile(path, 'utf8'), { filename: path });
      if (errors.length > 0) throw errors[0];
      const isCustomElement = (tag) => tag.startsWith('collateral-');
      const { content } = compileScript(descriptor, {
        id: basename(path),
        inlineTemplate: true,
        templateOptions: { compilerOptions: { isCustomElement } },
      });
      return { contents: content, loader: 'ts' };
    });
    esbuild.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { compile } = await import('svelte/compiler');
      return { contents: compile(await readFile(path, 'utf8'), { filename: path }).js.code, loader: 'js' };
    });
  },
};
