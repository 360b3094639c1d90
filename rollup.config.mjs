// The CDN file: one module with everything a page needs, minified, and beside it what is loaded when it is wanted: languages and
// the insides of insights, scorecard, suggestions, inbox and notices. The npm packages themselves are tsc's unbundled output.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { numbersOnly } from './scripts/numbers-only.mjs';
import { handLitOn, ownTrustedTypesPolicy, takeLit } from './scripts/one-lit.mjs';

/**
 * Who loads the file with a query ("?v=3") means all of its version: what it loads later gets the same query.
 *
 * A file that did not come is asked for under another fragment the next time: Firefox remembers a failure for as long as the page lives.
 */
const sameQueryForAll = {
  name: 'same-query-for-all',
  intro: `
    const misses = {};
    const beside = (file) => {
      const url = new URL(file + new URL(import.meta.url).search, import.meta.url);
      url.hash = misses[file] ?? '';
      return import(url).catch((error) => {
        misses[file] = -~misses[file];
        throw error;
      });
    };`,
  renderDynamicImport: () => ({ left: 'beside(', right: ')' }),
};

/**
 * Insights and scorecards share their figures and charts as a file that both load once. They can't import it: with a query the browser
 * would run another copy. So who loads one of them loads that file at the same time, and hands it over.
 */
const withFigures = {
  ...sameQueryForAll,
  intro: `${sameQueryForAll.intro}
    const loadBeside = (file) =>
      /(ights|card)\.js/.test(file)
        ? Promise.all([beside(file), beside('./figures.js')]).then(([it, figures]) => (it.takeFigures(figures), it))
        : beside(file);`,
  renderDynamicImport: () => ({ left: 'loadBeside(', right: ')' }),
};

/**
 * Languages stay files beside the CDN file, fetched when a page is in one. Without them everything is English. Each of them is one
 * file that loads nothing.
 */
const languagesBeside = (folder, prefix = '') => ({
  name: 'languages-beside',
  resolveDynamicImport(specifier, importer) {
    const [, file] = /languages\/(\w+)\.js$/.exec(specifier) ?? [];
    if (!file || resolve(dirname(importer), specifier) !== resolve(folder, `${file}.js`)) return null;
    return { id: `./languages/${prefix}${file}.js`, external: true };
  },
  async generateBundle() {
    for (const name of (await readdir(folder)).filter((each) => /^\w+\.js$/.test(each))) {
      this.emitFile({
        type: 'asset',
        fileName: `languages/${prefix}${name}`,
        // Its map stays behind.
        source: (await readFile(`${folder}/${name}`, 'utf8')).replace(/^\/\/# sourceMappingURL=.*\n?/m, ''),
      });
    }
  },
});

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

/**
 * What is inside insights, suggestions, inbox and notices are files beside the CDN file, fetched when one of them is
 * first shown, what an opened suggestion shows when one is, and disputes. So are the notice and the comment form of a rating, and
 * what the SDK needs to send with ky, to ask for ratings, to hear what others do, to read figures, disputes and suggestions, and to
 * decide about them.
 */
const beside = {
  './screens.js': './insights.js',
  './notice-offer.js': './notice.js',
  './comment-offer.js': './comment.js',
  './suggestions-desk.js': './suggestions.js',
  './inbox-desk.js': './inbox.js',
  './notices-desk.js': './notices.js',
  './opened-suggestion.js': './suggestion.js',
  './scorecard-desk.js': './scorecard.js',
  './governing/governing.js': './governing.js',
  './send-with-ky.js': './ky.js',
  './assemble-prompter.js': './prompts.js',
  './watch-changes.js': './changes.js',
  './read-insights.js': './insights-client.js',
  './read-scorecards.js': './scorecard-client.js',
  '../disputes/comment-disputes.js': './disputes.js',
  '../disputes/disputes-board.js': './disputes.js',
  './read-disputes.js': './disputes-client.js',
  './read-governing.js': './scorecard-client.js',
  './read-suggestions.js': './suggestions-client.js',
  './send-command.js': './suggestions-client.js',
};
const screensBeside = {
  name: 'screens-beside',
  resolveDynamicImport: (specifier) =>
    Object.hasOwn(beside, specifier) ? { id: beside[specifier], external: true } : null,
};

/** Several modules as one: hands on what each of them has. A whole statement is taken as it is. */
const together = (...paths) => ({
  name: 'together',
  resolveId: (source) => (source === 'together' ? '\0together' : null),
  load: (id) =>
    id === '\0together'
      ? paths
          .map((path) =>
            path.startsWith('export ') ? path : `export * from ${JSON.stringify(resolve(`packages/${path}.js`))};`,
          )
          .join('\n')
      : null,
});

/** The modules insights and scorecards share, and what they hand on. Drawings that only one of them has are its own. */
const shared = await Promise.all(
  ['charts', 'figures'].map(async (folder) => {
    const names = (await readdir(`packages/elements/dist/${folder}`)).filter((name) => /^[\w-]+\.js$/.test(name));
    return names.map((name) => resolve(`packages/elements/dist/${folder}/${name}`));
  }),
).then((folders) => folders.flat().filter((file) => !/draw-(bars|intervals|quadrant)\.js$/.test(file)));
const scales = "export { scaleLinear } from 'd3-scale';";
const handedNames = [
  ...(await Promise.all(shared.map((file) => readFile(file, 'utf8')))).flatMap((code) =>
    [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name),
  ),
  'scaleLinear',
];

/** Uses what they share once it is handed over: nothing of it may be used while the file is being run. */
const takeFigures = {
  name: 'take-figures',
  resolveId: {
    order: 'pre',
    handler: (source, importer) =>
      source === 'figures' || source === 'd3-scale' || (importer && shared.includes(resolve(dirname(importer), source)))
        ? '\0figures'
        : null,
  },
  load: (id) =>
    id === '\0figures'
      ? `export let ${handedNames.join(', ')};\nexport const takeFigures = (from) => { ({ ${handedNames.join(', ')} } = from); };`
      : null,
};

/** Nobody reads the spaces of templates and styles. After terser a line ends nowhere but within them. */
const fewSpaces = {
  name: 'few-spaces',
  transform: (code, id) =>
    id.endsWith('-styles.js')
      ? { code: code.replace(/\/\*[^]*?\*\//g, '').replace(/([{;:,])\s+/g, '$1'), map: null }
      : null,
  renderChunk: (code) => ({ code: code.replace(/\n\s*/g, ' '), map: null }),
};

const fewBytes = terser({ ecma: 2020, module: true, compress: { passes: 2 } });
const finish = [
  nodeResolve({ exportConditions: ['production', 'browser', 'default'] }),
  ownTrustedTypesPolicy,
  fewBytes,
];
const output = { format: 'es', sourcemap: true, inlineDynamicImports: true };

export default [
  {
    input: 'packages/elements/dist/define/cdn.js',
    output: { ...output, file: 'packages/elements/dist/cdn/collateral.js' },
    plugins: [
      languagesBeside('packages/elements/dist/languages'),
      observingBeside,
      screensBeside,
      withFigures,
      handLitOn,
      ...finish,
    ],
  },
  {
    input: 'together',
    output: { ...output, file: 'packages/elements/dist/cdn/figures.js', sourcemap: false },
    plugins: [
      together(...shared.map((file) => relative('packages', file).replace(/\.js$/, '')), scales),
      languagesBeside('packages/elements/dist/figures/languages', 'figures-'),
      sameQueryForAll,
      takeLit,
      numbersOnly,
      ...finish,
      fewSpaces,
    ],
  },
  ...[
    ['insights', 'insights/screens'],
    ['scorecard', 'scorecard/scorecard-desk'],
  ].map(([name, inside]) => ({
    input: 'together',
    output: { ...output, file: `packages/elements/dist/cdn/${name}.js`, sourcemap: false },
    plugins: [
      together(`elements/dist/${inside}`, "export * from 'figures';"),
      languagesBeside(`packages/elements/dist/${name}/languages`, `${name}-`),
      takeFigures,
      screensBeside,
      sameQueryForAll,
      takeLit,
      ...finish,
      fewSpaces,
    ],
  })),
  // A page that has two of them loads some of it twice; few have.
  ...['suggestions', 'inbox', 'notices'].map((name) => ({
    input: `packages/elements/dist/${name}/${name}-desk.js`,
    output: { ...output, file: `packages/elements/dist/cdn/${name}.js`, sourcemap: false },
    plugins: [
      languagesBeside('packages/elements/dist/conversation/languages', 'conversation-'),
      screensBeside,
      sameQueryForAll,
      takeLit,
      ...finish,
      fewSpaces,
    ],
  })),
  ...['notice', 'comment'].map((name) => ({
    input: `packages/elements/dist/rating/${name}-offer.js`,
    output: { ...output, file: `packages/elements/dist/cdn/${name}.js`, sourcemap: false },
    plugins: [
      languagesBeside('packages/elements/dist/conversation/languages', 'conversation-'),
      sameQueryForAll,
      takeLit,
      ...finish,
      fewSpaces,
    ],
  })),
  {
    input: 'packages/elements/dist/conversation/opened-suggestion.js',
    output: { ...output, file: 'packages/elements/dist/cdn/suggestion.js', sourcemap: false },
    plugins: [takeLit, ...finish, fewSpaces],
  },
  {
    input: 'together',
    output: { ...output, file: 'packages/elements/dist/cdn/suggestions-client.js' },
    plugins: [together('sdk/dist/reader/read-suggestions', 'sdk/dist/reader/send-command'), fewBytes],
  },
  ...[
    ['ky', 'transport/send-with-ky'],
    ['prompts', 'prompts/assemble-prompter'],
    ['changes', 'reader/watch-changes'],
    ['insights-client', 'reader/read-insights'],
    ['disputes-client', 'reader/read-disputes'],
  ].map(([name, from]) => ({
    input: `packages/sdk/dist/${from}.js`,
    output: { ...output, file: `packages/elements/dist/cdn/${name}.js` },
    plugins: finish,
  })),
  ...[
    ['disputes', 'disputes', 'elements/dist/disputes/comment-disputes', 'elements/dist/disputes/disputes-board'],
    ['governing', 'scorecard/governing', 'elements/dist/scorecard/governing/governing'],
  ].map(([name, folder, ...parts]) => ({
    input: 'together',
    output: { ...output, file: `packages/elements/dist/cdn/${name}.js`, sourcemap: false },
    plugins: [
      together(...parts),
      languagesBeside(`packages/elements/dist/${folder}/languages`, `${name}-`),
      sameQueryForAll,
      takeLit,
      ...finish,
      fewSpaces,
    ],
  })),
  {
    input: 'together',
    output: { ...output, file: 'packages/elements/dist/cdn/scorecard-client.js' },
    plugins: [together('sdk/dist/reader/read-scorecards', 'sdk/dist/reader/read-governing'), ...finish],
  },
  {
    input: 'packages/sdk/dist/observe/observe.js',
    output: { file: 'packages/elements/dist/cdn/observe.js', format: 'es' },
    plugins: [fewBytes],
  },
  {
    input: 'packages/elements/dist/define/mount.js',
    output: { file: 'packages/elements/dist/cdn/mount.js', format: 'es' },
    plugins: [elementsBeside, sameQueryForAll, fewBytes],
  },
];
