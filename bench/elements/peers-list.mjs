// The rating elements that are compared: how each is loaded, written in a page, and where its symbols are.
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Peer
 * @property {string} name as it stands in the table
 * @property {string} tag
 * @property {string} version
 * @property {string} module what its page loads: a file, or lines to bundle
 * @property {string} [style] a theme its page needs
 * @property {Record<string, string>} [assets] path in the page and folder it is answered from
 * @property {Record<string, string>} attributes the page's word for each attribute that differs: label, readonly
 * @property {string} symbols where the five symbols are, inside its shadow root
 */

/** Pinned; what is ours is what was built. */
const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const { version } = JSON.parse(readFileSync(new URL('../../packages/elements/package.json', import.meta.url), 'utf8'));

/** @type {readonly Peer[]} */
export const peers = [
  {
    name: 'Collateral',
    tag: 'collateral-rating',
    version,
    module: new URL('../../packages/elements/dist/cdn/collateral.js', import.meta.url).pathname,
    attributes: {},
    symbols: '.points',
  },
  {
    name: 'Shoelace',
    tag: 'sl-rating',
    version: dependencies['@shoelace-style/shoelace'],
    module: "import '@shoelace-style/shoelace/dist/components/rating/rating.js';",
    style: '@shoelace-style/shoelace/dist/themes/light.css',
    attributes: {},
    symbols: '.rating__symbols',
  },
  {
    name: 'Web Awesome',
    tag: 'wa-rating',
    version: dependencies['@awesome.me/webawesome'],
    module: "import '@awesome.me/webawesome/dist/components/rating/rating.js';",
    style: '@awesome.me/webawesome/dist/styles/themes/default.css',
    attributes: {},
    symbols: '.symbols',
  },
  {
    name: 'UI5',
    tag: 'ui5-rating-indicator',
    version: dependencies['@ui5/webcomponents'],
    module: "import '@ui5/webcomponents/dist/RatingIndicator.js';",
    attributes: { label: 'accessible-name' },
    symbols: '.ui5-rating-indicator-list',
  },
  {
    name: 'Ignite',
    tag: 'igc-rating',
    version: dependencies['igniteui-webcomponents'],
    module:
      "import { defineComponents, IgcRatingComponent } from 'igniteui-webcomponents';\ndefineComponents(IgcRatingComponent);",
    style: 'igniteui-webcomponents/themes/light/bootstrap.css',
    attributes: {},
    symbols: '[part=symbols]',
  },
  {
    name: 'Calcite',
    tag: 'calcite-rating',
    version: dependencies['@esri/calcite-components'],
    module:
      "import { setAssetPath } from '@esri/calcite-components';\nsetAssetPath(new URL('/calcite-assets/', location.href).href);\nimport '@esri/calcite-components/components/calcite-rating';",
    style: '@esri/calcite-components/main.css',
    assets: { '/calcite-assets/assets': 'node_modules/@esri/calcite-components/dist/cdn/assets' },
    attributes: { label: 'label', readonly: 'read-only' },
    symbols: '.fieldset',
  },
];

/**
 * Returns the peers of these names, all without one.
 *
 * @param {readonly string[]} names
 */
export function chosenPeers(names) {
  const unknown = names.find((name) => !peers.some((peer) => peer.name === name));
  if (unknown) throw new Error(`There is no peer "${unknown}". Names: ${peers.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? peers : peers.filter(({ name }) => names.includes(name));
}
