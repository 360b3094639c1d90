// From a low rating in a tunnel to a better version: the whole way in real pages, without a mouse.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { raters } from '../../examples/demo/people.js';
import { startDemo } from '../../examples/demo/demo-server.js';
import { createRandom } from '../../examples/data/random.js';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';
import { openGate } from './gate.mjs';
import { choose, goTo, press, write, writeDay } from './hands.mjs';

const day = 86_400_000;
const id = 'deck-77';
const root = (/** @type {string} */ element) => `document.querySelector('collateral-${element}').shadowRoot`;
const find = (/** @type {string} */ element, /** @type {string} */ selector) =>
  `${root(element)}.querySelector('${selector}')`;
const text = (/** @type {string} */ element) => `(${root(element)}?.textContent ?? '').replaceAll(/\\s+/g, ' ')`;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const random = createRandom(7, 'journey');
/** Days that went by since the beginning, for the server. */
let passed = 0;
const now = () => Date.now() + passed * day;

for (const engine of chosenEngines(process.env['BROWSERS']))
  describe(`a low rating and what becomes of it, in ${engine}`, { timeout: 240_000 }, () => {
    /** @type {string} */ let folder;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */ let demo;
    /** @type {Awaited<ReturnType<typeof openGate>>} */ let gate;
    /** @type {import('./browser.mjs').Browser} */ let browser;
    /** @type {import('./browser.mjs').Page} */ let rep;
    /** @type {import('./browser.mjs').Page} */ let owner;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'collateral-loop-'));
      passed = 0;
      demo = await startDemo({ port: 0, file: join(folder, 'demo.sqlite'), days: 2, now });
      gate = await openGate(demo.url);
      browser = await openBrowser(engine);
      await publish(['v1', 40]);
      for (const [index, { id: person }] of raters.slice(0, 8).entries()) await rate(person, 'v1', 2 + (index % 2), 20);
      rep = await open('rep-1', 'item', `item=${id}`);
      owner = await open('producer-1', 'producer');
    });

    after(async () => {
      await browser?.close();
      await gate?.close();
      await demo?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** @param {string} person @param {string} name @param {string} [more] */
    async function open(person, name, more = '') {
      const page = await browser.newProfile();
      await page.goTo(`${gate.url}/demo/sign-in?person=${person}&page=${name}&${more}`);
      return page;
    }

    /** @param {string} person @param {string} path @param {string} method @param {unknown} body */
    async function send(person, path, method, body) {
      const headers = { 'x-demo-person': person, 'content-type': 'application/json' };
      const reply = await fetch(`${demo.url}/collateral/v1/${path}`, { method, headers, body: JSON.stringify(body) });
      assert.equal(reply.status, 200, await reply.clone().text());
      return /** @type {Promise<any>} */ (reply.json());
    }

    /** Puts the deck into the catalogue. @param {...[string, number]} versions each with how many days ago it came out */
    function publish(...versions) {
      const producer = { id: 'product-marketing', name: 'Product marketing' };
      const published = versions.map(([version, daysAgo]) => ({ version, publishedAt: ago(daysAgo) }));
      const item = { id, title: 'Second-meeting deck', kind: 'deck', producer, versions: published };
      return send('admin-1', 'items', 'PUT', { items: [item] });
    }

    /** @param {string} person @param {string} version @param {number} value @param {number} daysAgo */
    async function rate(person, version, value, daysAgo) {
      const occurredAt = ago(daysAgo);
      const rating = {
        type: 'rating',
        id: random.id(Date.parse(occurredAt)),
        occurredAt,
        collateralId: id,
        version,
        value,
      };
      const events = [{ ...rating, scaleId: 'collateral-5@1' }];
      const batch = { protocol: 1, batchId: rating.id, sentAt: ago(0), events };
      assert.equal((await send(person, 'events', 'POST', batch)).accepted, 1);
    }

    it('keeps a low rating and its reason while there is no connection, and sends both when there is one', async () => {
      await until(rep, `/ratings/.test(${text('rating')})`);
      gate.cut(true);
      await goTo(rep, find('rating', '[role=radio][tabindex="0"]'));
      await rep.press('2');
      await rep.press('Enter');
      await until(rep, find('rating', '[data-reason=outdated]'));
      await press(rep, find('rating', '[data-reason=outdated]'));
      await goTo(rep, find('rating', '[part=tell-owner]'));
      await rep.press(' ');
      await write(rep, find('rating', 'textarea'), 'Old prices');
      await press(rep, find('rating', '[part=comment] .primary'));
      await until(rep, `/Saved on this device/.test(${text('rating')})`);
      gate.cut(false);
      await rep.read(`window.dispatchEvent(new Event('online'))`);
      await until(rep, `/Sent/.test(${text('rating')})`, 30_000);
    });

    it('brings it to the inbox of the owner, who promises a day', async () => {
      await owner.reload();
      const card = `[...${root('inbox')}.querySelectorAll('article')].find((one) => one.textContent.includes('Second-meeting deck'))`;
      await until(owner, `/Rated low: Outdated/.test(${card}?.textContent)`);
      await press(owner, `${card}.querySelector('[data-open]')`);
      await until(owner, `/Old prices/.test(${card}.textContent)`);
      await decide(owner, card, 'accepted', 'We are at it.');
      await until(owner, `/Accepted/.test(${card}.textContent)`);
    });

    it('lets the owner ship it in the new version', async () => {
      passed = 9;
      await publish(['v1', 49], ['v2', 0.01]);
      await owner.reload();
      const card = `[...${root('inbox')}.querySelectorAll('article')].find((one) => one.textContent.includes('Second-meeting deck'))`;
      await until(owner, `${card}`);
      await press(owner, `${card}.querySelector('[data-open]')`);
      await until(owner, `${card}.querySelector('[part=moves]')`);
      await decide(owner, card, 'shipped', 'New prices on every page.');
      await until(owner, `/Shipped/.test(${text('inbox')})`);
    });

    it('tells the one who rated low, and asks for another rating', async () => {
      await rep.reload();
      await until(rep, `/v2 fixes “Outdated”/.test(${text('notices')})`);
      await until(rep, `/New prices on every page/.test(${text('notices')})`);
      await press(rep, find('notices', '.primary'));
      await until(rep, `document.activeElement?.localName === 'collateral-rating'`);
      await rep.press('4');
      await rep.press('Enter');
      await until(rep, `/You rated 4.*Sent/.test(${text('rating')})`);
      await rep.reload();
      await until(rep, `/You rated 4/.test(${text('rating')})`);
      await until(rep, `!/v2 fixes/.test(${text('notices')})`);
    });

    it('shows the lift of the new version to the manager', async () => {
      passed = 20;
      // Figures are told anew once three more people are in them: the rep and two others.
      for (const { id: person } of raters.slice(8, 10)) await rate(person, 'v1', 3, 22);
      for (const [index, { id: person }] of raters.slice(0, 8).entries()) await rate(person, 'v2', 4 + (index % 2), 5);
      const manager = await open('manager-1', 'manager');
      await manager.goTo(`${gate.url}/manager.html?screen=item&collateralId=${id}`);
      await until(manager, `/\\+[1-3]\\.\\d+ \\(likely/.test(${text('insights')})`, 30_000);
      await expectNoViolations(manager);
    });

    it('has nothing axe finds fault with on the way', async () => {
      await until(rep, `/Shipped/.test(${text('suggestions')})`);
      await expectNoViolations(rep);
      await expectNoViolations(owner);
    });

    /** @param {import('./browser.mjs').Page} page @param {string} card @param {'accepted' | 'shipped'} to @param {string} reason */
    async function decide(page, card, to, reason) {
      const label = to === 'accepted' ? 'Accept' : 'Ship';
      const field = (/** @type {string} */ name) => `${card}.querySelector('[data-field=${name}]')`;
      await press(
        page,
        `[...${card}.querySelectorAll('[part=moves] .chip')].find((one) => one.textContent.includes('${label}'))`,
      );
      await until(page, field('reason'));
      if (to === 'accepted') await choose(page, field('assignee'), 'product-marketing');
      if (to === 'accepted') await writeDay(page, field('dueAt'), ago(-14).slice(0, 10));
      if (to === 'shipped') await choose(page, field('shippedVersion'), 'v2');
      await write(page, field('reason'), reason);
      await press(page, `${card}.querySelector('form[data-form] [type=submit]')`);
    }
  });

/** @param {import('./browser.mjs').Page} page */
async function expectNoViolations(page) {
  await page.read(`(() => { ${axe}; })()`);
  const found = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`;
  assert.deepEqual(await page.read(found), []);
}

/** @param {number} days before the server's now */
function ago(days) {
  return new Date(now() - days * day).toISOString();
}
