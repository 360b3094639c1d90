// The CDN file: one module with everything a page needs, minified. The npm packages themselves are tsc's unbundled output.
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

export default {
  input: 'packages/elements/dist/define/cdn.js',
  output: {
    file: 'packages/elements/dist/cdn/collateral.js',
    format: 'es',
    sourcemap: true,
    inlineDynamicImports: true,
  },
  plugins: [
    nodeResolve({ exportConditions: ['production', 'browser', 'default'] }),
    ownTrustedTypesPolicy,
    terser({ ecma: 2020, module: true, compress: { passes: 2 } }),
  ],
};
