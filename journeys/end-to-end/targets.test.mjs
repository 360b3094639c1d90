// A target from the one who sets it to the one who checks who did: real server, real keys, a profile of its own for each person.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startDemo } from '../../examples/demo/demo-server.js';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';

const card = `document.querySelector('collateral-scorecard:not([id])').shadowRoot`;
const trail = `document.querySelector('#audit')?.shadowRoot`;
const measure = `${card}.querySelector('[data-measure="P9"]')`;
const field = (/** @type {string} */ name) => `${card}.querySelector('[data-targets="P9"] [data-field="${name}"]')`;

for (const engine of chosenEngines(process.env['BROWSERS'])) {
  describe(`targets in ${engine}`, { timeout: 120_000 }, () => {
    /** @type {string} */ let folder;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */ let demo;
    /** @type {import('./browser.mjs').Browser} */ let browser;
    /** @type {import('./browser.mjs').Page} */ let manager;
    /** @type {import('./browser.mjs').Page} */ let other;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'collateral-targets-'));
      demo = await startDemo({ port: 0, file: join(folder, 'demo.sqlite'), days: 30 });
      browser = await openBrowser(engine);
    });

    after(async () => {
      await browser?.close();
      await demo?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** @param {string} person */
    async function signedIn(person) {
      const profile = await browser.newProfile();
      await profile.goTo(`${demo.url}/demo/sign-in?person=${person}&page=manager`);
      await until(profile, `${card}?.querySelector('[data-open-targets="P9"]')`, 30_000);
      return profile;
    }

    /** Opens the form with the keyboard. @param {import('./browser.mjs').Page} page */
    async function openForm(page) {
      await page.read(`${card}.querySelector('[data-open-targets="P9"]').focus()`);
      await page.press('Enter');
      await until(page, `${card}.activeElement?.dataset.field === 'value'`);
    }

    /** What a person types lands in the field, whatever was in it. */
    async function fill(
      /** @type {import('./browser.mjs').Page} */ page,
      /** @type {Record<string, string>} */ values,
    ) {
      for (const [name, text] of Object.entries(values))
        await page.read(
          `(() => { const field = ${field(name)}; field.value = ${JSON.stringify(text)}; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); })()`,
        );
    }

    it('are set by a manager, who sees at once whether they are met', async () => {
      manager = await signedIn('manager-1');
      other = await signedIn('admin-1');
      await openForm(manager);
      await openForm(other);
      await fill(manager, { value: '50', owner: 'Clara Weiss', reason: 'Half may be without an owner' });
      await manager.press('Enter');
      await until(manager, `/Saved: at most 50%/.test(${measure}.textContent)`);
      await until(manager, `/Target at most 50%: met/.test(${measure}.textContent)`, 30_000);
      await until(manager, `${card}.activeElement?.dataset.openTargets === 'P9'`);
    });

    it('show a second one what was set meanwhile, and keep what they typed', async () => {
      await fill(other, { value: '1,5', owner: 'Tomás Rivera', reason: 'Every item is to have an owner' });
      await other.press('Enter');
      await until(other, `/Somebody else changed it meanwhile. It is now: at most 50%/.test(${measure}.textContent)`);
      assert.equal(await other.read(`${field('value')}.value`), '1,5');
      await other.press('Enter');
      await until(other, `/Target at most 1.5%: missed/.test(${measure}.textContent)`, 30_000);
    });

    it('are all in the audit trail the auditor reads, with who, from what to what, and why', async () => {
      const auditor = await signedInAuditor();
      const text = /** @type {string[]} */ (
        await auditor.read(
          `[...${trail}.querySelectorAll('.trail > li')].slice(0, 2).map((each) => each.textContent.replaceAll(/\\s+/g, ' '))`,
        )
      );
      assert.match(
        text[0] ?? '',
        /Samir Haddad, intranet admin changed a target for the organisation: Without an owner, at most 1.5%/,
      );
      assert.match(text[0] ?? '', /at most 50% → at most 1.5%.*Reason: Every item is to have an owner/);
      assert.match(
        text[1] ?? '',
        /Ingrid Solberg, head of sales set a target for the organisation: Without an owner, at most 50%/,
      );
      await manager.reload();
      await until(manager, `${card}?.querySelector('[data-open-targets="P9"]')`, 30_000);
      assert.equal(await manager.read(`document.querySelector('#audit')`), null, 'managers have no audit trail');
    });

    async function signedInAuditor() {
      const auditor = await browser.newProfile();
      await auditor.goTo(`${demo.url}/demo/sign-in?person=auditor-1&page=manager`);
      await until(auditor, `${trail}?.querySelector('.trail > li')`, 30_000);
      return auditor;
    }
  });
}
