// The CDN file in pages that load it more than once, beside other copies of Lit, and through its small loader.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';
import { servePages } from './serve-pages.mjs';

const policy =
  "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html collateral-lit-html; report-uri /violation";
const rating = '<collateral-rating label="Rate this deck" value="3"></collateral-rating>';

/** What is wrong with a page is written down where a test can read it. */
const listen = `
  globalThis.warned = [];
  globalThis.failed = [];
  const warn = console.warn;
  console.warn = (...words) => { warned.push(words.join(' ')); warn(...words); };
  addEventListener('error', (event) => failed.push(event.message));
  addEventListener('unhandledrejection', (event) => failed.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => failed.push(event.violatedDirective + ' ' + event.blockedURI));
`;

/** @param {readonly string[]} scripts @param {string} [body] */
function pageOf(scripts, body = rating) {
  const tags = scripts.map((source) => `<script type="module" src="${source}"></script>`).join('\n');
  return `<!doctype html><html lang="en"><title>CDN</title><script src="/listen.js"></script>${tags}<main>${body}</main>`;
}

const figures = {
  insights: 'document.querySelector("collateral-insights")',
  rating: 'document.querySelector("collateral-rating")',
};
const place = '<div id="place"></div>';

/** @type {Readonly<Record<string, string>>} */
const pages = {
  '/listen.js': listen,
  '/done.js': 'globalThis.isDone = true;',
  '/same': pageOf(
    ['/assets/collateral.js?v=1', '/assets/collateral.js?v=2', '/done.js'],
    `${rating}<collateral-insights></collateral-insights>`,
  ),
  '/copies': pageOf(
    ['/assets/collateral.js', '/copy/collateral.js', '/done.js'],
    `${rating}<collateral-insights></collateral-insights>`,
  ),
  '/versions': pageOf(
    ['/assets/collateral.js', '/next.js', '/done.js'],
    `${rating}<collateral-insights></collateral-insights>`,
  ),
  '/own-lit': pageOf(['/host.js', '/assets/collateral.js', '/done.js'], `<host-badge></host-badge>${rating}`),
  '/lit-after': pageOf(['/assets/collateral.js', '/host.js', '/done.js'], `<host-badge></host-badge>${rating}`),
  '/german': pageOf(
    ['/assets/collateral.js?v=3', '/done.js'],
    `${rating}<collateral-insights></collateral-insights>`,
  ).replace('lang="en"', 'lang="de"'),
  '/both': pageOf(
    ['/assets/collateral.js?v=3', '/done.js'],
    `${rating}<collateral-insights></collateral-insights><collateral-scorecard></collateral-scorecard>`,
  ),
  '/loader': pageOf(['/load.js'], place),
  '/loader-after': pageOf(['/assets/collateral.js?v=7', '/load.js'], place),
  '/load.js': `
    import { mount } from '/assets/mount.js?v=3';
    await mount('#place', { element: 'rating', collateralId: 'deck-42', label: 'Deck' });
    globalThis.isDone = true;`,
};

it('the loader takes no more than 1 kB', () => {
  const bytes = brotliCompressSync(readFileSync('packages/elements/dist/cdn/mount.js')).length;
  assert.ok(bytes <= 1000, `${bytes} B`);
});

for (const engine of chosenEngines(process.env['BROWSERS'])) {
  describe(`the CDN file in ${engine}`, () => {
    /** @type {import('./browser.mjs').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof servePages>>} */
    let server;

    before(async () => {
      const built = readFileSync('packages/elements/dist/cdn/collateral.js', 'utf8');
      const version = JSON.parse(readFileSync('packages/elements/package.json', 'utf8')).version;
      const { outputFiles } = await build({
        stdin: {
          contents: `import { LitElement, html } from 'lit';
            customElements.define('host-badge', class extends LitElement { render() { return html\`<b>host's own</b>\`; } });`,
          resolveDir: '.',
        },
        bundle: true,
        format: 'esm',
        write: false,
        logLevel: 'error',
      });
      server = await servePages(
        { ...pages, '/host.js': outputFiles[0]?.text ?? '', '/next.js': built.replaceAll(version, '9.9.9') },
        { policy },
      );
      browser = await openBrowser(engine);
    });

    after(async () => {
      await browser.close();
      await server.close();
    });

    /** Opens a page and waits until its elements stand there. @param {string} path */
    async function open(path) {
      const page = await browser.newProfile();
      server.asked.length = 0;
      await page.goTo(`${server.url}${path}`);
      await until(
        page,
        `globalThis.isDone && ${figures.rating}?.shadowRoot?.querySelectorAll('[role=radio]').length === 5`,
      );
      return page;
    }

    for (const [path, name, versions] of /** @type {const} */ ([
      ['/same', 'loaded twice with different queries', 'version 0.1.0 stays, version 0.1.0 is ignored'],
      ['/copies', 'loaded from two places', 'version 0.1.0 stays, version 0.1.0 is ignored'],
      ['/versions', 'loaded in two versions', 'version 0.1.0 stays, version 9.9.9 is ignored'],
    ])) {
      it(`case 27: ${name}, it warns once with both versions and goes on, under Trusted Types`, async () => {
        const page = await open(path);
        const warned = /** @type {string[]} */ (await page.read('warned'));
        assert.equal(warned.length, 1, warned.join('\n'));
        assert.ok(warned[0]?.includes(versions), warned[0]);
        // The screens are drawn with the copy of Lit that the element has; with another they would throw.
        await until(page, `${figures.insights}.shadowRoot.querySelector('[part=base]')`);
        await page.click(`${figures.rating}.shadowRoot.querySelectorAll('[role=radio]')[3]`);
        await until(page, `${figures.rating}.value === 4`);
        assert.deepEqual(await page.read('failed'), []);
      });
    }

    for (const [path, order] of /** @type {const} */ ([
      ['/own-lit', 'before'],
      ['/lit-after', 'after'],
    ])) {
      it(`case 26: a page's own copy of Lit, loaded ${order} it, and Trusted Types: both draw, nothing is violated`, async () => {
        const page = await open(path);
        await until(page, `document.querySelector('host-badge').shadowRoot.textContent === "host's own"`);
        assert.deepEqual(await page.read('failed'), []);
        assert.deepEqual(
          server.asked.filter((each) => each === '/violation'),
          [],
        );
      });
    }

    it('fetches the languages of rating and insights beside it, with its own query', async () => {
      const page = await open('/german');
      await until(page, `${figures.rating}.shadowRoot.textContent.includes('In Ordnung')`);
      await until(page, `${figures.insights}.shadowRoot.textContent.includes('Überblick')`);
      const fetched = server.asked.filter((each) => each.includes('/languages/')).sort();
      assert.deepEqual(
        fetched,
        ['de', 'figures-de', 'insights-de'].map((name) => `/assets/languages/${name}.js?v=3`),
      );
    });

    it('fetches the charts once for insights and scorecard together, with its own query', async () => {
      const page = await open('/both');
      for (const name of ['insights', 'scorecard'])
        await until(page, `document.querySelector('collateral-${name}').shadowRoot.querySelector('[part=base]')`);
      const files = ['figures', 'insights', 'scorecard'];
      assert.deepEqual(
        server.asked.filter((each) => files.some((name) => each.includes(`/${name}.js`))).sort(),
        files.map((name) => `/assets/${name}.js?v=3`),
      );
      assert.deepEqual(await page.read('failed'), []);
    });

    it('is loaded once by its loader, which asks for it with its own query', async () => {
      const page = await open('/loader');
      assert.deepEqual(
        server.asked.filter((each) => each.includes('collateral.js')),
        ['/assets/collateral.js?v=3'],
      );
      assert.deepEqual(await page.read('warned.filter((text) => text.includes("already-defined"))'), []);
    });

    it('is not loaded again where the page has it', async () => {
      const page = await open('/loader-after');
      assert.deepEqual(
        server.asked.filter((each) => each.includes('collateral.js')),
        ['/assets/collateral.js?v=7'],
      );
      assert.deepEqual(await page.read('failed'), []);
    });
  });
}
