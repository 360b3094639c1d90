// The filter "after use only" as a manager meets it: from how many used an item before they rated it to what these said, and back.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startDemo } from '../../examples/demo/demo-server.js';
import { raters } from '../../examples/demo/people.js';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';

const item = 'one-pager-9';
const root = `document.querySelector('collateral-insights')?.shadowRoot`;
const lead = `${root}.querySelector('.figures button')`;
const box = `${root}.querySelector('input[type=checkbox]')`;
const figures = `${root}?.querySelector('.figures')?.textContent.replaceAll(/\\s+/g, ' ')`;
const isShown = `${root}?.querySelector('.base')?.getAttribute('aria-busy') === 'false'`;

for (const engine of chosenEngines(process.env['BROWSERS'])) {
  describe(`ratings after use only, in ${engine}`, { timeout: 120_000 }, () => {
    /** @type {string} */ let folder;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */ let demo;
    /** @type {import('./browser.mjs').Browser} */ let browser;
    /** @type {import('./browser.mjs').Page} */ let manager;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'collateral-after-use-'));
      demo = await startDemo({ port: 0, file: join(folder, 'demo.sqlite'), days: 12 });
      // Eight people use the item and say 4; six say 1 of what they have not opened.
      for (const [index, { id }] of raters.slice(0, 14).entries()) await rate(id, index, index < 8);
      browser = await openBrowser(engine);
      manager = await browser.newProfile();
      await manager.goTo(`${demo.url}/demo/sign-in?person=manager-1`);
      await manager.goTo(`${demo.url}/manager.html?screen=item&collateralId=${item}`);
    });

    after(async () => {
      await browser?.close();
      await demo?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** @param {string} person @param {number} number @param {boolean} isUsed */
    async function rate(person, number, isUsed) {
      const at = Date.now() - 3_600_000 + number * 60_000;
      const occurredAt = new Date(at).toISOString();
      const idOf = (/** @type {number} */ part) =>
        `${at
          .toString(16)
          .padStart(12, '0')
          .replace(/^(.{8})/, '$1-')}-7${part}00-8000-000000000000`;
      const view = { type: 'view', viewId: idOf(0), activeMs: 9_000, visibleMs: 9_000, progress: 0.5 };
      const rating = { type: 'rating', scaleId: 'collateral-5@1', value: isUsed ? 4 : 1 };
      const events = [
        ...(isUsed ? [{ id: idOf(1), occurredAt, collateralId: item, ...view }] : []),
        { id: idOf(2), occurredAt, collateralId: item, ...rating },
      ];
      const reply = await fetch(`${demo.url}/collateral/v1/events`, {
        method: 'POST',
        headers: { 'x-demo-person': person, 'content-type': 'application/json' },
        body: JSON.stringify({ protocol: 1, batchId: `after-use-${number}`, sentAt: new Date().toISOString(), events }),
      });
      const { accepted } = /** @type {import('@collateral/sdk/contract').Receipt} */ (await reply.json());
      assert.equal(accepted, events.length);
    }

    it('leads from "8 of 14" to what these eight said, with the keyboard, and says what is counted', async () => {
      await until(manager, `/Rated after use.* 8 of 14/.test(${figures})`, 30_000);
      await until(manager, `/14 ratings/.test(${figures})`);
      await manager.read(`${lead}.focus()`);
      await manager.press('Enter');
      await until(manager, `/ 8 ratings/.test(${figures}) && ${isShown}`);
      assert.equal(await manager.read(`${lead}.getAttribute('aria-pressed')`), 'true');
      assert.equal(await manager.read(`${box}.checked`), true);
      assert.ok(await manager.read(`${root}.textContent.includes('people who had used the item before')`));
      assert.ok(await manager.read(`${root}.activeElement === ${lead}`), 'the focus stays');
    });

    it('keeps the choice in the address, over a reload and on the other screens', async () => {
      assert.match(await manager.read('location.search'), /filter=afterUse%3Dtrue/);
      await manager.reload();
      await until(manager, `/ 8 ratings/.test(${figures})`, 30_000);
      await manager.click(`${root}.querySelectorAll('nav button')[1]`);
      await until(manager, `${root}.querySelector('table.items') && ${isShown} && ${box}.checked`);
    });

    it('is taken away with the space bar', async () => {
      await manager.goTo(`${demo.url}/manager.html?screen=item&collateralId=${item}&filter=afterUse%3Dtrue`);
      await until(manager, `/ 8 ratings/.test(${figures})`, 30_000);
      await manager.read(`${box}.focus()`);
      await manager.press(' ');
      await until(manager, `/14 ratings/.test(${figures}) && ${isShown}`);
      assert.doesNotMatch(await manager.read('location.search'), /afterUse/);
    });
  });
}
