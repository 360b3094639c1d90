// A dispute as the three people in it meet it: the producer objects, the manager decides, and whoever rated sees where it stands.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startDemo } from '../../examples/demo/demo-server.js';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';

const item = 'datasheet-7';
const insights = `document.querySelector('collateral-insights').shadowRoot`;
const list = `document.querySelector('#disputes').shadowRoot`;
const rating = `document.querySelector('collateral-rating[collateral-id="${item}"]').shadowRoot.textContent`;
const standings = `[...${list}.querySelectorAll('[data-status]')].map((each) => each.dataset.status)`;

for (const engine of chosenEngines(process.env['BROWSERS'])) {
  describe(`disputes in ${engine}`, { timeout: 120_000 }, () => {
    /** @type {string} */ let folder;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */ let demo;
    /** @type {import('./browser.mjs').Browser} */ let browser;
    /** @type {import('./browser.mjs').Page} */ let manager;
    /** @type {number} */ let counted;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'collateral-disputes-'));
      demo = await startDemo({ port: 0, file: join(folder, 'demo.sqlite'), days: 12 });
      browser = await openBrowser(engine);
    });

    after(async () => {
      await browser?.close();
      await demo?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** @param {string} person @param {string} page what is asked for once they are signed in */
    async function signedIn(person, page) {
      const profile = await browser.newProfile();
      await profile.goTo(`${demo.url}/demo/sign-in?person=${person}`);
      await profile.goTo(`${demo.url}${page}`);
      return profile;
    }

    /** How many ratings of the item count, and how many are left out because they are disputed. */
    async function counts() {
      const reply = await fetch(`${demo.url}/collateral/v1/insights/items/${item}`, {
        headers: { 'x-demo-person': 'manager-1' },
      });
      const { versions } = /** @type {import('@collateral/sdk/contract').InsightsItem} */ (await reply.json());
      const { n, excluded } = /** @type {import('@collateral/sdk/contract').Metric} */ (versions.at(-1)?.rating);
      const waiting = excluded.filter(({ reason }) => reason !== 'disputed').reduce((sum, { count }) => sum + count, 0);
      return { n: (n ?? 0) + waiting, disputed: excluded.find(({ reason }) => reason === 'disputed')?.count ?? 0 };
    }

    /** @param {import('./browser.mjs').Page} page @param {string} words */
    async function type(page, words) {
      for (const letter of words) await page.press(letter);
    }

    /** Of two that are not chosen, the arrows choose. @param {import('./browser.mjs').Page} page */
    async function chooseFirst(page) {
      await page.press('ArrowDown');
      await page.press('ArrowUp');
    }

    it('tells whoever rated that their reason is disputed', async () => {
      const rater = await signedIn('rep-3', '/');
      await until(rater, `${rating}.includes('The reason for your rating is disputed')`);
      const { n, disputed } = await counts();
      assert.equal(disputed, 2, 'one waits, one was upheld');
      counted = n;
    });

    it('lets the producer dispute a comment with the keyboard, and the rating counts no more', async () => {
      const producer = await signedIn('producer-1', `/manager.html?screen=item&collateralId=${item}`);
      // Settled ones may be disputed again; this one was not yet.
      const open = `[...${insights}.querySelectorAll('.comments [data-open]')].find((one) => one.textContent.trim() === 'Dispute this rating')`;
      await until(producer, `${insights} && ${open}`, 30_000);
      await producer.read(`${open}.focus()`);
      await producer.press('Enter');
      await until(producer, `${insights}.activeElement?.localName === 'textarea'`);
      await type(producer, 'Elsewhere');
      await producer.press('Tab');
      await producer.press('Enter');
      await until(producer, `/Under review since .*: Elsewhere/.test(${insights}.activeElement?.textContent ?? '')`);
      await until(producer, `${insights}.querySelector('.base').getAttribute('aria-busy') === 'false'`);
      assert.deepEqual(await counts(), { n: counted - 1, disputed: 3 });
      await producer.goTo(`${demo.url}/producer.html`);
      await until(producer, `${list}?.querySelectorAll('[data-status="open"]').length === 2`, 30_000);
      assert.equal(await producer.read(`${list}.querySelectorAll('[data-open]').length`), 0, 'not by who opened it');
    });

    it('lets the manager decide that it stands, and it counts again', async () => {
      manager = await signedIn('manager-1', '/manager.html');
      await until(manager, `${list}?.querySelectorAll('[data-open]').length === 2`, 30_000);
      assert.deepEqual(await manager.read(standings), ['open', 'open', 'rejected', 'upheld'].toSorted());
      const open = `[...${list}.querySelectorAll('li')].find((each) => each.textContent.includes('Elsewhere'))`;
      await manager.read(`${open}.querySelector('[data-open]').focus()`);
      await manager.press('Enter');
      await until(manager, `${list}.activeElement?.type === 'radio'`);
      await chooseFirst(manager);
      await manager.press('Tab');
      await until(manager, `${list}.activeElement?.localName === 'textarea'`);
      await type(manager, 'Fair');
      await manager.press('Tab');
      await manager.press('Enter');
      await until(manager, `/It stands, decided on .*: Fair/.test(${list}.activeElement?.textContent ?? '')`);
      assert.deepEqual(await counts(), { n: counted, disputed: 2 });
    });

    it('shows whoever rated that theirs counts again once the manager decided so', async () => {
      await manager.click(`${list}.querySelector('[data-open]')`);
      await until(manager, `${list}.activeElement?.type === 'radio'`);
      await chooseFirst(manager);
      await manager.press('Tab');
      await type(manager, 'Fair');
      await manager.press('Tab');
      await manager.press('Enter');
      await until(manager, `${list}.querySelectorAll('[data-status="open"]').length === 0`);
      assert.deepEqual(await counts(), { n: counted + 1, disputed: 1 });
      const rater = await signedIn('rep-3', '/');
      await until(rater, `${rating}.includes('You rated 1')`);
      assert.equal(await rater.read(`${rating}.includes('is disputed')`), false);
    });
  });
}
