// The elements on a server: importing them there, and drawing a rating into declarative shadow DOM.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';
import { servePages } from './serve-pages.mjs';

const runNode = promisify(execFile);
const { exports } = JSON.parse(readFileSync('packages/elements/package.json', 'utf8'));
const entries = Object.keys(exports).filter((path) => /^\.($|\/define\/|\/mount$)/.test(path));

/** Draws markup in a process of its own, as a server would. @param {string} markup @returns {Promise<string>} */
async function draw(markup) {
  const { stdout } = await runNode('node', [
    '--input-type=module',
    '--eval',
    `import { render } from '@lit-labs/ssr';
     import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
     import { html } from 'lit';
     import '@collateral/elements/define/all';
     process.stdout.write(await collectResult(render(html\`${markup}\`)));`,
  ]);
  return stdout;
}

describe('the elements on a server', () => {
  it('has an entry for each define file', () => assert.ok(entries.length >= 6, entries.join()));

  for (const entry of entries) {
    const module = `@collateral/elements${entry.slice(1)}`;
    it(`case 28: import ${module} throws nothing and makes no document`, async () => {
      const { stdout, stderr } = await runNode('node', [
        '--input-type=module',
        '--eval',
        `await import('${module}'); console.log(typeof document, typeof window, Boolean(globalThis.customElements?.get('collateral-rating')));`,
      ]);
      const registers = ['./define/all', './define/rating'].includes(entry);
      assert.equal(stdout.trim(), `undefined undefined ${registers}`);
      assert.equal(stderr, '');
    });
  }

  it('draws a rating a person can read before any script has run', async () => {
    const markup = await draw('<collateral-rating label="Rate this deck" value="3" lang="en"></collateral-rating>');
    assert.match(
      markup,
      /^(<!--.*?-->)?<collateral-rating +label="Rate this deck" value="3" lang="en"><template [^>]*shadowrootmode="open"/,
    );
    assert.equal(markup.match(/role="radio"/g)?.length, 5);
    assert.match(markup, /aria-posinset="3"\s+aria-setsize="5"\s+tabindex="0"\s+aria-checked="true"/);
    assert.match(markup, />3 · OK — usable with edits</);
    assert.match(markup, /<style>[^]*:host/);
  });

  it('draws a read-only rating as one sentence, in English whatever the language of the server', async () => {
    const markup = await draw(
      '<collateral-provider endpoint="/collateral"><collateral-rating collateral-id="deck-42" aria-label="Pricing deck" readonly value="3.7"></collateral-rating></collateral-provider>',
    );
    assert.match(markup, /role="img" aria-label="Pricing deck: 3\.7 out of 5"/);
    assert.match(markup, /<slot><\/slot>/);
  });
});

for (const engine of chosenEngines(process.env['BROWSERS'])) {
  describe(`what a server has drawn, in ${engine}`, () => {
    /** @type {import('./browser.mjs').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof servePages>>} */
    let server;

    before(async () => {
      const drawn = await draw('<collateral-rating name="deck" label="Rate this deck" value="3"></collateral-rating>');
      const page = (/** @type {string} */ script) =>
        `<!doctype html><html lang="en"><title>Drawn</title><form>${drawn}</form>${script}`;
      server = await servePages({
        '/plain': page(''),
        '/upgraded': page('<script type="module" src="/assets/collateral.js"></script>'),
      });
      browser = await openBrowser(engine);
    });

    after(async () => {
      await browser.close();
      await server.close();
    });

    it('is shown without a script', async () => {
      const page = await browser.newProfile();
      await page.goTo(`${server.url}/plain`);
      const shown = `document.querySelector('collateral-rating').shadowRoot`;
      assert.match(await page.read(`${shown}.textContent`), /3 · OK — usable with edits/);
      assert.ok((await page.read(`${shown}.querySelectorAll('[role=radio]')[2].getBoundingClientRect().width`)) >= 24);
    });

    it('is replaced by the element, stands there once, and can be chosen and sent', async () => {
      const page = await browser.newProfile();
      await page.goTo(`${server.url}/upgraded`);
      const radios = `document.querySelector('collateral-rating').shadowRoot.querySelectorAll('[role=radio]')`;
      await until(page, `document.querySelector('collateral-rating').hasUpdated`);
      assert.equal(await page.read(`${radios}.length`), 5);
      await page.click(`${radios}[3]`);
      await until(page, `new FormData(document.forms[0]).get('deck') === '4'`);
      assert.equal(await page.read(`${radios}[3].getAttribute('aria-checked')`), 'true');
    });
  });
}
