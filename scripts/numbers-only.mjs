// A plugin of rollup.config.mjs.

/**
 * Of d3 the charts use straight lines and scales of numbers. What it does when it is loaded has no effect, which its package.json says
 * of the whole and rollup wants to read at each call; and a scale brings along what mixes colours and writes numbers, which no chart
 * asks it to.
 *
 * @type {import('rollup').Plugin}
 */
export const numbersOnly = {
  name: 'numbers-only',
  resolveId: {
    order: 'pre',
    handler: (source) => (source === 'd3-interpolate' || source === 'd3-format' ? `\0${source}` : null),
  },
  load(id) {
    if (id === '\0d3-interpolate')
      return `export const interpolateNumber = (from, to) => ((from = +from), (to = +to), (share) => from * (1 - share) + to * share);
        export { interpolateNumber as interpolate, interpolateNumber as interpolateRound, interpolateNumber as piecewise };`;
    const names = ['formatSpecifier', 'precisionFixed', 'precisionRound', 'precisionPrefix', 'formatPrefix', 'format'];
    return id === '\0d3-format' ? `const none = () => {}; export { ${names.map((name) => `none as ${name}`)} };` : null;
  },
  transform: (code, id) =>
    /\/d3-\w+\/dist\//.test(id)
      ? { code: code.replace(/^(?:const|let|var) \w+ = (?=\w+\(|\(function)/gm, '$&/* @__PURE__ */ '), map: null }
      : null,
};
