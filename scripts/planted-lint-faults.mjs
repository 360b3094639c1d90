import { add, elementsFile, sdkFile } from './planted-fault.mjs';

/**
 * What `npm run check:lint` must refuse.
 * @type {readonly import('./planted-fault.mjs').PlantedFault[]}
 */
export const lintFaults = [
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
    'check:lint',
    'unsafeHTML from lit-html',
    elementsFile,
    add("export { unsafeHTML } from 'lit-html/directives/unsafe-html.js';\n"),
    /A part of lit/,
  ],
  ['check:lint', 'lit-html itself', elementsFile, add("export { html } from 'lit-html';\n"), /A part of lit/],
  [
    'check:lint',
    'unsafeStatic',
    elementsFile,
    add("export { unsafeStatic } from 'lit/static-html.js';\n"),
    /strings into a template/,
  ],
  [
    'check:lint',
    'literal',
    elementsFile,
    add("export { literal } from 'lit/static-html.js';\n"),
    /strings into a template/,
  ],
  [
    'check:lint',
    'unsafeHTML imported late',
    elementsFile,
    add(
      "/** Planted. */\nexport async function planted(): Promise<unknown> {\n  return import('lit/directives/unsafe-html.js');\n}\n",
    ),
    /goes around lit/,
  ],
  [
    'check:lint',
    'innerHTML bound in a template',
    elementsFile,
    add(
      "import { html, type TemplateResult } from 'lit';\n/** Planted. */\nexport const planted: TemplateResult = html`<p .innerHTML=${'x'}></p>`;\n",
    ),
    /Trusted Types/,
  ],
  [
    'check:lint',
    'a style set as an attribute',
    elementsFile,
    add(
      "/** Planted. */\nexport function paint(element: Element): void {\n  element.setAttribute('style', 'color: red');\n}\n",
    ),
    /Content-Security-Policy/,
  ],
  [
    'check:lint',
    'an element registered outside define/',
    elementsFile,
    add("customElements.define('collateral-planted', class extends HTMLElement {});\n"),
    /registers elements/,
  ],
  [
    'check:lint',
    'an element that registers itself by decorator',
    elementsFile,
    add("export { customElement } from 'lit/decorators.js';\n"),
    /registers elements/,
  ],
  [
    'check:lint',
    'an attribute set in a constructor',
    elementsFile,
    add(
      "import { LitElement } from 'lit';\n/** Planted. */\nexport class Planted extends LitElement {\n  constructor() {\n    super();\n    this.setAttribute('role', 'note');\n  }\n}\n",
    ),
    /wc\/no-constructor-attributes/,
  ],
];
