// What is seen: contrast, shapes, sizes, motion, and what a page's policies say to it.

/** @type {readonly import('./rows.mjs').Row[]} */
export const lookRows = [
  {
    name: 'contrast of full and empty 3:1',
    async ask(open) {
      const pixels = await (await open()).pixels();
      const [full, empty] = [contrastIn(pixels, 1), contrastIn(pixels, 5)];
      return { isRight: full >= 3 && empty >= 3, seen: `${full.toFixed(2)} / ${empty.toFixed(2)}` };
    },
  },
  {
    name: 'full and empty differ in forced colours',
    async ask(open) {
      const pixels = await (await open({ media: { 'forced-colors': 'active' } })).pixels();
      const [full, empty] = [inkIn(pixels, 1), inkIn(pixels, 5)];
      const difference = Math.abs(full - empty) / Math.max(full, empty, 1);
      return { isRight: difference > 0.15, seen: `${Math.round(difference * 100)} % of the shape` };
    },
  },
  {
    name: 'points of 24 px',
    async ask(open) {
      const { width, height } = await (await open()).box();
      return {
        isRight: width / 5 >= 23.9 && height >= 23.9,
        seen: `${Math.round(width / 5)} × ${Math.round(height)}`,
      };
    },
  },
  {
    name: 'no motion where it is not wanted',
    async ask(open) {
      const rating = await open({ media: { 'prefers-reduced-motion': 'reduce' } });
      const longest = await rating.page.evaluate(longestMotion);
      return { isRight: longest <= 0.01, seen: `${longest} s` };
    },
  },
  { name: "style-src 'self'", ask: (open) => violationsOf(open, 'strict') },
  { name: 'Trusted Types', ask: (open) => violationsOf(open, 'trusted-types') },
];

/** @param {import('./rating-page.mjs').OpenRating} open @param {string} policy */
async function violationsOf(open, policy) {
  const rating = await open({ policy });
  const isDefined = await rating.page.evaluate((tag) => customElements.get(tag) !== undefined, rating.peer.tag);
  if (isDefined) await rating.click(4);
  const violations = await rating.page.evaluate(() => globalThis.violations.length);
  const drawn = isDefined && (await rating.box()).width > 0;
  return { isRight: violations === 0 && drawn, seen: `${violations}${drawn ? '' : ', not drawn'}` };
}

/** The light values in the place of a point. @param {{width: number, height: number, light: number[]}} pixels @param {number} point */
function lightOf({ width, height, light }, point) {
  const [from, to] = [Math.ceil((width * (point - 1)) / 5), Math.floor((width * point) / 5)];
  /** @type {number[]} */
  const found = [];
  for (let row = 0; row < height; row += 1) found.push(...light.slice(row * width + from, row * width + to));
  return found;
}

/**
 * The contrast of a symbol with what lies around it. The ground is what most of the pixels at the edges have; the symbol is the colour
 * most unlike it that at least one in two hundred pixels has, which edges drawn half don't.
 *
 * @param {{width: number, height: number, light: number[]}} pixels
 * @param {number} point
 */
function contrastIn(pixels, point) {
  const ground = groundOf(pixels);
  const contrasts = lightOf(pixels, point)
    .map((each) => (Math.max(each, ground) + 0.05) / (Math.min(each, ground) + 0.05))
    .sort((one, other) => other - one);
  return contrasts[Math.floor(contrasts.length / 200)] ?? 1;
}

/** How many pixels of a point are not the ground. @param {{width: number, height: number, light: number[]}} pixels @param {number} point */
function inkIn(pixels, point) {
  const ground = groundOf(pixels);
  return lightOf(pixels, point).filter((each) => Math.abs(each - ground) > 0.3).length;
}

/** @param {{light: number[]}} pixels */
function groundOf({ light }) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const each of light) counts.set(each, (counts.get(each) ?? 0) + 1);
  // Symbols may fill more than half, but never with the lightest colour of a light page or the darkest of a dark one.
  const often = [...counts].filter(([, count]) => count > light.length / 20).map(([each]) => each);
  return Math.max(...often) > 0.9 ? Math.max(...often) : Math.min(...often);
}

function longestMotion() {
  const seconds = (/** @type {string} */ text) =>
    Math.max(...text.split(',').map((each) => parseFloat(each) * (each.includes('ms') ? 0.001 : 1)));
  let longest = 0;
  /** @param {Element} element */
  const look = (element) => {
    for (const part of ['', '::before', '::after']) {
      const { transitionDuration, animationDuration, animationName, transitionProperty } = getComputedStyle(
        element,
        part,
      );
      if (transitionProperty !== 'none') longest = Math.max(longest, seconds(transitionDuration));
      if (animationName !== 'none') longest = Math.max(longest, seconds(animationDuration));
    }
    for (const child of element.shadowRoot?.children ?? []) look(child);
    for (const child of element.children) look(child);
  };
  const rating = document.querySelector('#rating');
  if (rating) look(rating);
  return longest;
}
