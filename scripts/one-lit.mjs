// Plugins of rollup.config.mjs: one copy of Lit on a page.
import { readFile } from 'node:fs/promises';

/**
 * Two copies of Lit on a page can't both create the Trusted Types policy "lit-html"; ours gets a name of its own. Nor can two copies
 * of ours create that one: the second takes what the first made.
 *
 * @type {import('rollup').Plugin}
 */
export const ownTrustedTypesPolicy = {
  name: 'own-trusted-types-policy',
  transform(code, id) {
    if (!/\/lit-html\/.*lit-html\.js$/.test(id)) return null;
    const name = '"collateral-lit-html"';
    const own = code.replace(
      /(\w+)\.createPolicy\((["'])lit-html\2,(\s*\{[^}]*\},?\s*)\)/,
      `(globalThis[Symbol.for(${name})]??=$1.createPolicy(${name},$3))`,
    );
    if (own === code) this.error(`${id} creates its Trusted Types policy in another way than this plugin knows.`);
    return { code: own, map: null };
  },
};

/**
 * Templates made by one copy of Lit can't hold directives of another, and a second copy would need a Trusted Types policy of its
 * own. So the CDN file hands its copy to the file beside it. It can't be imported from there: with another query ("?v=3") the
 * browser would run the file twice. Of two copies the first hands on, because its elements are the ones that stay.
 */
const { version } = JSON.parse(await readFile('packages/elements/package.json', 'utf8'));
const handedOn = `globalThis[Symbol.for(${JSON.stringify(`collateral-lit-html@${version}`)})]`;
const litNames = '{ html, svg, nothing, noChange, render, _$LH }';

/** @type {import('rollup').Plugin} */
export const handLitOn = {
  name: 'hand-lit-on',
  transform: (code, id) =>
    id.endsWith('/define/cdn.js')
      ? { code: `import ${litNames} from 'lit-html';\n${code}\n${handedOn} ??= ${litNames};`, map: null }
      : null,
};

/** @type {import('rollup').Plugin} */
export const takeLit = {
  name: 'take-lit',
  resolveId: {
    order: 'pre',
    handler(source, importer = '') {
      if (source === 'lit') return '\0lit';
      const isCore = source === 'lit-html' || (source.endsWith('/lit-html.js') && importer.includes('/lit-html/'));
      return isCore ? '\0lit-html' : null;
    },
  },
  load(id) {
    if (id === '\0lit')
      return "export { html, svg, nothing } from 'lit-html'; export { css } from '@lit/reactive-element/css-tag.js';";
    return id === '\0lit-html' ? `export const ${litNames} = ${handedOn};` : null;
  },
};
