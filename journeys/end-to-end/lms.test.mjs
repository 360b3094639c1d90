// A training module in a frame of another site, in a browser that gives such frames no storage.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { learnerOf, signToken } from '../../examples/lms/launch-token.js';
import { startLms } from '../../examples/lms/lms-server.js';
import { chosenEngines, chromiumFlags, findEngine } from '../../scripts/engines.mjs';
import { until } from './browser.mjs';

describe('examples/lms', () => {
  it('believes a token until it is old, and none that was changed or signed by somebody else', () => {
    const token = signToken('secret', 'learner-1', 0);
    assert.equal(learnerOf('secret', token, 299_999), 'learner-1');
    assert.equal(learnerOf('secret', token, 300_000), null);
    assert.equal(learnerOf('other', token, 0), null);
    assert.equal(learnerOf('secret', `${btoa('{"learner":"boss","expiresMs":9e15}')}.${token.split('.')[1]}`, 0), null);
    assert.equal(learnerOf('secret', undefined, 0), null);
  });
});

// Only here can a test forbid storage to frames of other sites.
describe(
  'a training module in a frame of another site',
  { skip: !chosenEngines(process.env['BROWSERS']).includes('chromium') },
  () => {
    /** @type {Awaited<ReturnType<typeof startLms>>} */
    let lms;
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {string} */
    let profile;

    before(async () => {
      lms = await startLms();
      profile = await mkdtemp(join(tmpdir(), 'collateral-lms-'));
      await mkdir(join(profile, 'Default'));
      // Blocking third-party cookies alone leaves frames a disk of their own; this takes every site's.
      const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
      await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
      browser = await launch({
        executablePath: findEngine('chromium') ?? 'chromium',
        userDataDir: profile,
        args: [...chromiumFlags, '--autoplay-policy=no-user-gesture-required'],
      });
    });

    after(async () => {
      await browser.close();
      await lms.close();
      await rm(profile, { recursive: true, force: true });
    });

    it('has no storage, yet records the lesson, one completion and one prompt for the learner the system vouches for', async () => {
      const page = await browser.newPage();
      await page.goto(lms.lmsUrl, { waitUntil: 'networkidle0' });
      const frame = await page.waitForFrame((each) => each.url().endsWith('/module.html'));
      const module = { read: async (/** @type {string} */ text) => /** @type {any} */ (await frame.evaluate(text)) };
      const rating = "document.querySelector('collateral-rating').shadowRoot";
      await until(module, `globalThis.collateralClient && document.querySelector('collateral-rating')?.shadowRoot`);
      await until(module, `/No ratings yet/.test(${rating}.textContent)`);
      assert.match(
        await module.read(
          'new Promise((told) => { try { told(typeof localStorage) } catch (error) { told(error.name) } })',
        ),
        /SecurityError/,
      );
      assert.equal(await module.read('collateralClient.status().tier'), 'memory');

      // A person clicks into the frame; until then it has no focus, and nobody is known to listen.
      await (await frame.$('h2'))?.click();
      await frame.evaluate("document.querySelector('audio').play()");
      await until(module, "!document.querySelector('#finish').disabled");
      await (await frame.$('#finish'))?.click();
      await until(module, "document.querySelector('#news').textContent === 'Completed.'");
      await until(module, `/You have just used this/.test(${rating}.textContent)`);
      await frame.evaluate(`[...${rating}.querySelectorAll('[role=radio]')].at(3).click()`);
      await until(module, `/You rated 4, Good\\. Sent/.test(${rating}.textContent)`);
      await waitForView();

      const facts = await readFacts();
      assert.deepEqual(new Set(facts.map(({ actorId }) => actorId)), new Set(['learner-1']));
      assert.deepEqual(
        facts
          .filter(({ type }) => type !== 'view')
          .map(({ type, detail }) => [type, detail['answer'] ?? detail['value'] ?? detail['success']]),
        [
          ['completion', true],
          ['prompt-response', 'asked'],
          ['rating', 4],
          ['prompt-response', 'rated'],
        ],
      );
      const progress = Math.max(
        ...facts.map(({ detail }) => Number(detail['progress'] ?? 0) * Number('viewId' in detail)),
      );
      assert.ok(progress > 0.9, `the view says that ${progress} of the lesson was heard`);
    });

    /** What is observed waits a few seconds for company. */
    async function waitForView() {
      const deadline = Date.now() + 15_000;
      while (Date.now() < deadline) {
        if ((await readFacts()).some(({ type }) => type === 'view')) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }

    async function readFacts() {
      const facts = [];
      for await (const page of lms.store.read('main', {})) facts.push(...page.facts);
      return facts;
    }
  },
);
