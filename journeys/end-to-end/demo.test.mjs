// The demo as people meet it: the real server on a loopback port, real clicks, a profile of its own for each person.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startDemo } from '../../examples/demo/demo-server.js';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';

const ratingOf = (/** @type {string} */ id) => `document.querySelector('collateral-rating[collateral-id="${id}"]')`;
const shownBy = (/** @type {string} */ id) => `${ratingOf(id)}.shadowRoot.textContent.replaceAll(/\\s+/g, ' ')`;
const rootOf = (/** @type {string} */ name) => `document.querySelector('${name}').shadowRoot`;
const point = (/** @type {string} */ id, /** @type {number} */ value) =>
  `${ratingOf(id)}.shadowRoot.querySelectorAll('[role=radio]')[${value - 1}]`;

for (const engine of chosenEngines(process.env['BROWSERS'])) {
  describe(`the demo in ${engine}`, { timeout: 120_000 }, () => {
    /** @type {string} */ let folder;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */ let demo;
    /** @type {import('./browser.mjs').Browser} */ let browser;
    /** @type {import('./browser.mjs').Page} */ let page;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'collateral-demo-'));
      demo = await startDemo({ port: 0, file: join(folder, 'demo.sqlite'), days: 30 });
      browser = await openBrowser(engine);
      page = await signedIn('rep-1');
    });

    after(async () => {
      await browser?.close();
      await demo?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** @param {string} person */
    async function signedIn(person) {
      const profile = await browser.newProfile();
      await profile.goTo(`${demo.url}/demo/sign-in?person=${person}`);
      await until(profile, `/No ratings yet|\\d ratings?/.test(${shownBy('one-pager-9')})`);
      return profile;
    }

    /**
     * What the server holds of a person.
     *
     * @param {string} person
     * @param {string[]} ids
     */
    async function ownRatings(person, ids) {
      const reply = await fetch(`${demo.url}/collateral/v1/ratings/query`, {
        method: 'POST',
        headers: { 'x-demo-person': person, 'content-type': 'application/json' },
        body: JSON.stringify({ items: ids.map((collateralId) => ({ collateralId })) }),
      });
      const { ratings } = /** @type {import('@collateral/sdk/contract').RatingQueryReply} */ (await reply.json());
      return ratings.map(({ mine }) => mine?.value);
    }

    it('shows items with a score, items with too few ratings and items with none', async () => {
      await until(page, `/\\d\\.\\d.*44 ratings/.test(${shownBy('deck-42')})`);
      await until(page, `/3 ratings so far, too few for a score/.test(${shownBy('email-18')})`);
      await until(page, `/No ratings yet/.test(${shownBy('one-pager-9')})`);
    });

    it('keeps a click and shows it after a reload', async () => {
      await page.click(point('one-pager-9', 4));
      await until(page, `/Sent/.test(${shownBy('one-pager-9')})`);
      await page.reload();
      await until(page, `${ratingOf('one-pager-9')}?.value === 4`);
      await until(page, `/You rated 4, Good/.test(${shownBy('one-pager-9')})`);
    });

    it('shows the new count in a second profile', async () => {
      const other = await signedIn('rep-2');
      await until(other, `/1 rating so far/.test(${shownBy('one-pager-9')})`);
      assert.equal(await other.read(`${ratingOf('one-pager-9')}.value`), null);
    });

    it('rates with the keyboard alone', async () => {
      await page.read(`${ratingOf('video-5')}.focus()`);
      await page.press('ArrowRight');
      await page.press('ArrowRight');
      await page.press('Enter');
      await until(page, `/Sent/.test(${shownBy('video-5')})`);
      assert.ok((await page.read(`${ratingOf('video-5')}.value`)) >= 2);
    });

    it('keeps two items apart, follows a change of mind and forgets what was withdrawn', async () => {
      const person = await signedIn('rep-3');
      await person.click(point('email-18', 2));
      await until(person, `/Sent/.test(${shownBy('email-18')})`);
      await person.click(point('calculator-1', 5));
      await until(person, `/Sent/.test(${shownBy('calculator-1')})`);
      await person.click(point('email-18', 4));
      await until(person, `/You rated 4, Good. Sent/.test(${shownBy('email-18')})`);
      assert.deepEqual(await ownRatings('rep-3', ['email-18', 'calculator-1']), [4, 5]);
      await until(person, `/4 ratings so far/.test(${shownBy('email-18')})`);

      await person.click(`${ratingOf('calculator-1')}.shadowRoot.querySelector('button')`);
      await until(person, `/Rating withdrawn/.test(${shownBy('calculator-1')})`);
      await until(person, `/2 ratings so far/.test(${shownBy('calculator-1')})`);
      assert.deepEqual(await ownRatings('rep-3', ['email-18', 'calculator-1']), [4, undefined]);
    });

    it('refuses to let a producer count on their own item and says why', async () => {
      const producer = await signedIn('producer-1');
      await until(producer, `/You own this/.test(${shownBy('deck-42')})`);
    });

    it('keeps a rating while the server is away and delivers it once when it is back', async () => {
      const { port } = demo;
      await demo.close();
      await page.click(point('calculator-1', 5));
      await until(page, `/Saved on this device/.test(${shownBy('calculator-1')})`);
      demo = await startDemo({ port, file: join(folder, 'demo.sqlite') });
      await page.read(`window.dispatchEvent(new Event('online'))`);
      await until(page, `/Sent/.test(${shownBy('calculator-1')})`, 30_000);
      assert.equal(demo.seeded, null);
      assert.deepEqual(await ownRatings('rep-1', ['calculator-1']), [5]);
    });

    it('shows a producer the inbox and, below it, their own scorecard, with what is behind a number', async () => {
      const producer = await browser.newProfile();
      await producer.goTo(`${demo.url}/demo/sign-in?person=producer-1&page=producer`);
      await until(producer, `${rootOf('collateral-inbox')}?.querySelector('[part=list]')`);
      const card = rootOf('collateral-scorecard');
      await until(producer, `${card}?.querySelector('h2')?.textContent === 'Scorecard: Product marketing'`, 30_000);
      await producer.click(`${card}.querySelector('button[aria-expanded]:not([data-open-targets])')`);
      await until(producer, `${card}.querySelectorAll('.evidence tbody tr').length > 0`);
      await until(producer, `/^\\d+ of \\d+$/.test(${card}.querySelector('.evidence [role=status]').textContent)`);
    });

    it('shows no scorecard of their own to who has none', async () => {
      const manager = await browser.newProfile();
      await manager.goTo(`${demo.url}/demo/sign-in?person=manager-1&page=producer`);
      await until(manager, `document.querySelector('collateral-scorecard') === null`);
    });

    it('compares teams for the manager, who opens one and comes back with the keyboard', async () => {
      const manager = await browser.newProfile();
      await manager.goTo(`${demo.url}/demo/sign-in?person=manager-1&page=manager`);
      const teams = rootOf('#teams');
      await until(manager, `${teams}?.querySelector('.plot .likely')`, 30_000);
      const names = /** @type {string[]} */ (
        await manager.read(`[...${teams}.querySelectorAll('.plot .label')].map((each) => each.textContent)`)
      );
      assert.deepEqual(
        names,
        names.toSorted((one, other) => one.localeCompare(other, 'en')),
      );
      const second = `Scorecard: ${names[1]?.replace('…', '')}`;
      await manager.read(`${teams}.querySelector('.plot').focus()`);
      await manager.press('ArrowDown');
      await manager.press('ArrowDown');
      await manager.press('Enter');
      await until(manager, `${teams}.querySelector('h2')?.textContent.startsWith('${second}')`, 30_000);
      await until(manager, `${teams}.activeElement?.localName === 'h2'`);
      await manager.click(`${teams}.querySelector('button')`);
      await until(manager, `${teams}.querySelector('.plot .likely')`);
    });

    it('loads under its strict content security policy without a violation', async () => {
      const fresh = await browser.newProfile();
      await fresh.goTo(`${demo.url}/demo/sign-in?person=rep-3`);
      await until(fresh, `/\\d ratings?/.test(${shownBy('deck-42')})`);
      // The card beside it grows when it says so, and the points move with the row.
      await until(fresh, `/is disputed/.test(${shownBy('datasheet-7')})`);
      await fresh.read(
        `(() => { window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective)); })()`,
      );
      await fresh.click(point('deck-42', 3));
      await until(fresh, `/Sent/.test(${shownBy('deck-42')})`);
      assert.deepEqual(await fresh.read('window.violations'), []);
    });
  });
}
