// Everything the package tells tools about its elements, by file.
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readElements } from './read-elements.mjs';
import { cssData, htmlData, webTypes } from './write-editor-data.mjs';
import { reactTypes, vueTypes } from './write-framework-types.mjs';

const folder = 'packages/elements/editor';

/** @returns {Promise<ReadonlyMap<string, string>>} text by path */
export async function makeManifestFiles() {
  const elements = readElements();
  const { name, version } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
  const files = {
    'custom-elements.json': JSON.stringify(customElements(elements)),
    'html-custom-data.json': JSON.stringify(htmlData(elements)),
    'css-custom-data.json': JSON.stringify(cssData(elements)),
    'web-types.json': JSON.stringify(webTypes(elements, { name, version })),
    'react.d.ts': reactTypes(elements),
    'vue.d.ts': vueTypes(elements),
  };
  const options = await resolveConfig('packages/elements/package.json');
  const formatted = Object.entries(files).map(async ([file, text]) => {
    const path = `${folder}/${file}`;
    return /** @type {const} */ ([path, await format(text, { ...options, filepath: path })]);
  });
  return new Map(await Promise.all(formatted));
}

/**
 * The custom elements manifest, https://github.com/webcomponents/custom-elements-manifest.
 *
 * @param {readonly import('./read-elements.mjs').ElementDescription[]} elements
 */
function customElements(elements) {
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: elements.flatMap(({ module, defineModule, ...element }) => {
      const declaration = { name: element.name, module };
      return [
        {
          kind: 'javascript-module',
          path: module,
          declarations: [
            { kind: 'class', customElement: true, superclass: { name: 'LitElement', package: 'lit' }, ...element },
          ],
          exports: [{ kind: 'js', name: element.name, declaration }],
        },
        {
          kind: 'javascript-module',
          path: defineModule,
          exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration }],
        },
      ];
    }),
  };
}
