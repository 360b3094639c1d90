// Files of the CDN build that are loaded later and do not come: after a deploy, offline, or because a policy forbids them.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';
import { servePages } from './serve-pages.mjs';

/** @param {string} body @param {string} [language] */
const pageOf = (body, language = 'en') =>
  bareOf(`<collateral-provider endpoint="/collateral">${body}</collateral-provider>`, language);

/** A page without a provider, whose own client could send what another one recorded. @param {string} body @param {string} language */
const bareOf = (body, language) => `<!doctype html><html lang="${language}"><title>Late files</title>
  <script>
    globalThis.failed = [];
    addEventListener('error', (event) => failed.push(event.message));
    addEventListener('unhandledrejection', (event) => failed.push(String(event.reason)));
  </script>
  <script type="module" src="/start.js"></script>${body}`;

/** What a page calls, and the file that is loaded with the first call. @type {readonly (readonly [call: string, file: string])[]} */
const questions = [
  [`client.insights({ screen: 'overview' })`, 'insights-client'],
  [`client.scorecards({ screen: 'scorecard', subject: 'organisation', period: 'last-90-days' })`, 'scorecard-client'],
  [`client.audit()`, 'scorecard-client'],
  [`client.disputes()`, 'disputes-client'],
  [`client.suggestions({ collateralId: 'deck-42' })`, 'suggestions-client'],
  [`client.notices()`, 'suggestions-client'],
];

/** What a page shows, and the file of its inside. @type {readonly (readonly [markup: string, file: string])[]} */
const insides = [
  ['<collateral-insights></collateral-insights>', 'insights'],
  ['<collateral-insights></collateral-insights>', 'figures'],
  ['<collateral-scorecard></collateral-scorecard>', 'scorecard'],
  ['<collateral-scorecard screen="audit"></collateral-scorecard>', 'governing'],
  ['<collateral-scorecard screen="disputes"></collateral-scorecard>', 'disputes'],
  ['<collateral-suggestions collateral-id="deck-42"></collateral-suggestions>', 'suggestions'],
  ['<collateral-inbox></collateral-inbox>', 'inbox'],
  ['<collateral-notices></collateral-notices>', 'notices'],
];

/** A page that was just left may still hold the turn to send for some seconds. */
const patienceMs = 45_000;

const root = `document.querySelector('collateral-provider').firstElementChild.shadowRoot`;
const text = `${root}.textContent.replaceAll(/\\s+/g, ' ')`;
const again = `[...${root}.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Try again')`;
const rating =
  '<collateral-rating collateral-id="deck-42" label="Rate" comment="when-low" notices prompt></collateral-rating>';

/** @type {Record<string, string>} */
const pages = {
  '/start.js': `
    import { createClient } from '/assets/collateral.js';
    globalThis.client = createClient({ endpoint: '/collateral' });
    globalThis.signals = [];
    for (const name of ['stalled', 'delivered', 'rejected', 'dropped'])
      client.addEventListener(name, ({ detail }) => signals.push([name, detail.code]));
    globalThis.attempt = (ask) => {
      globalThis.outcome = undefined;
      ask().then(() => (globalThis.outcome = 'answered'), (error) => (globalThis.outcome = error.code ?? String(error)));
    };
    globalThis.isDone = true;`,
  '/client': bareOf('<p></p>', 'en'),
  '/rating': pageOf(rating),
  '/german': pageOf(rating, 'de'),
  '/opened': pageOf('<collateral-suggestions collateral-id="deck-42"></collateral-suggestions>'),
  ...Object.fromEntries(insides.map(([markup, file]) => [`/inside-${file}`, pageOf(markup)])),
};

for (const engine of chosenEngines(process.env['BROWSERS'])) {
  describe(`a file that does not come, in ${engine}`, () => {
    /** @type {import('./browser.mjs').Browser} */ let browser;
    /** @type {import('./browser.mjs').Page} */ let page;
    /** @type {Awaited<ReturnType<typeof servePages>>} */ let server;

    before(async () => {
      server = await servePages(pages, { collateral: (request, response) => listener(request, response) });
      const handler = createHandler({
        store: createMemoryStore(),
        publicOrigin: server.url,
        authenticate: () => ({
          actorId: 'ann',
          kind: 'person',
          roles: ['viewer', 'producer', 'manager', 'admin'],
          manages: 'all',
        }),
        rateLimit: false,
      });
      const listener = toNodeListener(handler);
      browser = await openBrowser(engine);
      page = await browser.newProfile();
    });

    afterEach(async () => {
      server.missing.clear();
      assert.deepEqual(await page.read('failed'), []);
    });

    after(async () => {
      await browser.close();
      await server.close();
    });

    /** @param {string} path @param {...string} files those that do not come */
    async function open(path, ...files) {
      server.missing.clear();
      for (const file of files) server.missing.add(`/assets/${file}.js`);
      await page.goTo(server.url + path);
      await until(page, 'globalThis.isDone');
    }

    /** @param {string} call */
    async function outcomeOf(call) {
      await page.read(`void attempt(async () => ${call})`);
      await until(page, 'globalThis.outcome');
      return page.read('outcome');
    }

    for (const [call, file] of questions) {
      it(`${call} rejects with network-failed while ${file}.js is missing, and the next call asks for it again`, async () => {
        await open('/client', file);
        assert.equal(await outcomeOf(call), 'network-failed');
        assert.equal(await outcomeOf(call), 'network-failed');
        server.missing.clear();
        assert.equal(await outcomeOf(call), 'answered');
      });
    }

    for (const [markup, file] of insides) {
      it(`${markup} says so while ${file}.js is missing, and a person can try again`, async () => {
        await open(`/inside-${file}`, file);
        await until(page, again);
        server.missing.clear();
        await page.click(again);
        await until(page, `${root}.querySelector('h2') && !${again}`);
      });
    }

    it('sends what was recorded once while ky.js is missing', async () => {
      await open('/client', 'ky');
      assert.equal(await outcomeOf(`client.rate({ collateralId: 'deck-42', value: 4 })`), 'answered');
      await until(page, `signals.some(([name]) => name === 'delivered')`, patienceMs);
      assert.equal(await page.read('client.status().delivered'), 1);
      await until(page, 'client.status().pending === 0');
    });

    it('tells by a signal that nothing is observed while observe.js is missing, and observes at the next call', async () => {
      await open('/client', 'observe');
      await page.read('void client.observe(document)');
      await until(page, `signals.some(([name, code]) => name === 'stalled' && code === 'network-failed')`);
      server.missing.clear();
      server.asked.length = 0;
      await page.read('void client.observe(document)');
      await until(page, `performance.getEntriesByType('resource').some(({ name }) => name.includes('/observe.js'))`);
    });

    it('goes without news and questions while changes.js and prompts.js are missing, and loses nothing', async () => {
      await open('/client', 'changes', 'prompts');
      await page.read(`void client.watchSuggestions({ collateralIds: ['deck-42'] }, () => undefined)`);
      await page.read(`void client.prompts.watch({ collateralId: 'deck-42' }, () => undefined)`);
      assert.equal(await outcomeOf(`client.rate({ collateralId: 'deck-42', value: 5 })`), 'answered');
      await until(page, `signals.some(([name]) => name === 'delivered')`, patienceMs);
    });

    it('saves a rating while comment.js and notice.js are missing, and asks for a reason once they come', async () => {
      await open('/rating', 'comment', 'notice');
      const point = (/** @type {number} */ value) => `${root}.querySelectorAll('[role=radio]')[${value - 1}]`;
      await until(page, `${root}?.querySelectorAll('[role=radio]').length === 5`);
      await page.click(point(1));
      await until(page, `/Sent/.test(${text})`);
      assert.equal(await page.read(`${root}.querySelector('[part=comment]')`), null);
      server.missing.clear();
      await page.click(point(2));
      await until(page, `${root}.querySelector('[part=comment]')`);
      await until(page, `${root}.querySelector('[part=notice]')`);
    });

    it('stays English while the file of a language is missing, and speaks it once it comes', async () => {
      await open('/german', 'languages/de');
      await until(page, `/Excellent|You rated/.test(${root} && ${text})`);
      server.missing.clear();
      // Whatever has it drawn again.
      await page.read(`void ${root}.host.requestUpdate()`);
      await until(page, `!/Excellent|You rated/.test(${text})`);
    });

    it('says so below an opened suggestion while suggestion.js is missing, and a person can try again', async () => {
      await open('/client');
      assert.equal(
        await outcomeOf(`client.suggest({ collateralId: 'deck-42', body: 'Add the new prices' })`),
        'answered',
      );
      await until(page, `signals.some(([name]) => name === 'delivered')`, patienceMs);
      await open('/opened', 'suggestion');
      await until(page, `${root}?.querySelector('[data-open]')`);
      await page.click(`${root}.querySelector('[data-open]')`);
      await until(page, again);
      server.missing.clear();
      await page.click(again);
      await until(page, `${root}.querySelector('.thread') && !${again}`);
    });
  });
}
