// A page with one rating of a peer, and what a test can ask of it.

/** @typedef {import('./peers-list.mjs').Peer} Peer */

/**
 * @typedef {object} RatingOptions
 * @property {string} [attributes] more than id, name and label, as written in a page
 * @property {string} [before] markup in front of it
 * @property {string} [around] an element around it, as its opening tag
 * @property {boolean} [isUnnamed] without the label attribute
 * @property {string} [policy] see `peer-pages.mjs`
 * @property {string} [dir] of the document
 * @property {Record<string, string>} [media] media features to emulate
 */

/** @typedef {(options?: RatingOptions) => Promise<RatingPage>} OpenRating */

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin
 * @param {Peer} peer
 * @param {(page: RatingPage) => void} remember so that whoever opens pages can close them
 * @returns {OpenRating}
 */
export function ratingOpener(browser, origin, peer, remember) {
  return async (options = {}) => {
    const page = await browser.newPage();
    const rating = new RatingPage(page, peer);
    remember(rating);
    await rating.open(origin, options);
    return rating;
  };
}

/** One rating in a page of its own. */
export class RatingPage {
  /**
   * @param {import('puppeteer-core').Page} page
   * @param {Peer} peer
   */
  constructor(page, peer) {
    this.page = page;
    this.peer = peer;
  }

  /** @param {string} origin @param {RatingOptions} options */
  async open(origin, { attributes = 'value="3"', before = '', around = '<div>', isUnnamed, policy, dir, media }) {
    const { page, peer } = this;
    await page.setViewport({ width: 600, height: 400 });
    if (media) {
      const devtools = await page.createCDPSession();
      const features = Object.entries(media).map(([name, value]) => ({ name, value }));
      await devtools.send('Emulation.setEmulatedMedia', { features });
    }
    await page.evaluateOnNewDocument(() => {
      Object.assign(globalThis, { violations: [], fired: [] });
      addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(event.violatedDirective));
    });
    await page.goto(`${origin}/${encodeURIComponent(peer.name)}/${policy ? `?policy=${policy}` : ''}`);
    const defined = page.waitForFunction((tag) => customElements.get(tag) !== undefined, { timeout: 5_000 }, peer.tag);
    if (policy) await defined.catch(() => undefined);
    else await defined;
    const label = isUnnamed ? '' : `${peer.attributes['label'] ?? 'label'}="Deck quality"`;
    const written = attributes.replace('readonly', peer.attributes['readonly'] ?? 'readonly');
    const markup = `<form>${before}${around}<${peer.tag} id="rating" name="rating" ${label} ${written}></${peer.tag}>`;
    await page.evaluate(write, { markup, dir: dir ?? '' });
    // Peers draw in several steps and fetch symbols; two frames after the last request everything stands.
    await page.waitForNetworkIdle({ idleTime: 150, timeout: 5_000 }).catch(() => undefined);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** @returns {Promise<number | string | null>} */
  value() {
    return this.page.evaluate(() => {
      const { value } = /** @type {any} */ (document.querySelector('#rating'));
      return Number.isNaN(value) ? 'NaN' : (value ?? null);
    });
  }

  /** Where the five symbols are. */
  async box() {
    const box = await this.page.evaluate((symbols) => {
      const rating = document.querySelector('#rating');
      const { x, y, width, height } = (rating?.shadowRoot?.querySelector(symbols) ?? rating).getBoundingClientRect();
      return { x, y, width, height };
    }, this.peer.symbols);
    return box;
  }

  /** The middle of a point. @param {number} point 1 to 5, from the left */
  async middleOf(point) {
    const { x, y, width, height } = await this.box();
    return { x: x + (width * (point - 0.5)) / 5, y: y + height / 2 };
  }

  /** @param {number} point */
  async click(point) {
    const { x, y } = await this.middleOf(point);
    await this.page.mouse.click(x, y);
    await this.rest();
  }

  /** Goes to it with the Tab key from in front of it. */
  async tabTo() {
    await this.page.evaluate(() => document.querySelector('#before')?.focus());
    await this.page.keyboard.press('Tab');
  }

  /** @param {import('puppeteer-core').KeyInput} key */
  async press(key) {
    await this.page.keyboard.press(key);
    await this.rest();
    return this.value();
  }

  /** Whether the focus is in it. */
  hasFocus() {
    return this.page.evaluate(() => document.activeElement?.id === 'rating');
  }

  /** What assistive technology sees of the page. */
  async tree() {
    const devtools = await this.page.createCDPSession();
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, value, properties = [] }) => ({
        role: String(role?.value),
        name: String(name?.value ?? ''),
        value: String(value?.value ?? ''),
        properties: Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
      }));
  }

  rest() {
    return this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
  }

  /**
   * The pixels of the symbols, as light values from 0 to 1 after WCAG, four times as large as on the page.
   *
   * @returns {Promise<{width: number, height: number, light: number[]}>}
   */
  async pixels() {
    const { x, y, width, height } = await this.box();
    const picture = await this.page.screenshot({ clip: { x, y, width, height, scale: 4 }, encoding: 'base64' });
    const reader = await this.page.browser().newPage();
    try {
      return await reader.evaluate(readPixels, picture);
    } finally {
      await reader.close();
    }
  }
}

/** @param {{markup: string, dir: string}} page */
function write({ markup, dir }) {
  const events = ['input', 'change', 'sl-change', 'wa-change', 'igcChange', 'calciteRatingChange', 'ui5-change'];
  for (const name of events) addEventListener(name, () => globalThis.fired.push(name), true);
  if (dir) document.documentElement.dir = dir;
  // The page's own markup is no fault of the element's under Trusted Types: it is built by a document without that policy.
  const parsed = document.implementation.createHTMLDocument();
  const main = parsed.createElement('main');
  const policy = globalThis.trustedTypes?.defaultPolicy;
  void policy;
  main.append(fragmentOf(markup));
  document.body.append(main);

  /** @param {string} text */
  function fragmentOf(text) {
    // Tags with attributes and text, nested: all that these pages need, without a sink that a policy could forbid.
    const root = document.createDocumentFragment();
    /** @type {(DocumentFragment | Element)[]} */
    const open = [root];
    for (const [, close, tag, attributes, words] of text.matchAll(/<(\/?)([\w-]+)([^>]*)>|([^<]+)/g)) {
      const parent = open[open.length - 1];
      if (words) parent.append(words);
      else if (close) open.pop();
      else {
        const element = document.createElement(tag);
        for (const [, name, , value = ''] of attributes.matchAll(/([\w-]+)(="([^"]*)")?/g))
          element.setAttribute(name, value);
        parent.append(element);
        open.push(element);
      }
    }
    return root;
  }
}

/** @param {string} picture */
async function readPixels(picture) {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const linear = (/** @type {number} */ part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  /** @type {number[]} */
  const light = [];
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at], data[at + 1], data[at + 2]].map((part) => linear(part / 255));
    light.push(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return { width, height, light };
}
