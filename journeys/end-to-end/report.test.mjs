// The scorecard that is sent by mail, opened as the page it is: every section of it, and nothing axe finds fault with.
import { createHandler, createMemoryStore, createReport } from '@collateral/server-adapter';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser } from './browser.mjs';
import { servePages } from './serve-pages.mjs';

const origin = 'https://intranet.example';
const start = Date.parse('2026-04-10T09:00:00.000Z');
const dayMs = 86_400_000;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A spring in a company: people use a deck and rate it, a new version comes out, it changes hands, and there is a target. */
async function report() {
  const store = createMemoryStore();
  let clock = start;
  let number = 0;
  const handler = createHandler({
    store,
    publicOrigin: origin,
    rateLimit: false,
    now: () => clock,
    authenticate: () => ({ actorId: 'boss', kind: 'service', roles: ['admin'] }),
  });

  /** @param {string} method @param {string} path @param {object} body */
  async function send(method, path, body) {
    const init = { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const reply = await handler(new Request(`${origin}${path}`, init));
    assert.equal(reply.status, 200, await reply.clone().text());
  }

  /** @param {object} fields @param {string} person */
  async function event(fields, person) {
    number += 1;
    const at = new Date(clock).toISOString();
    const id = `01980000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const onBehalfOf = { actorId: person, team: 'west' };
    const events = [{ id, occurredAt: at, collateralId: 'deck', onBehalfOf, ...fields }];
    await send('POST', '/v1/events', { protocol: 1, batchId: id, sentAt: at, events });
  }

  const [ann, bob] = ['Ann', 'Bob'].map((name) => ({ id: name.toLowerCase(), name }));
  const versions = ['2026-01-05', '2026-05-04'].map((day, index) => ({
    version: `v${index + 1}`,
    publishedAt: `${day}T00:00:00.000Z`,
  }));
  const deck = {
    id: 'deck',
    title: 'Pricing & "offers"',
    kind: 'deck',
    team: 'blue',
    versions,
    reviewBy: '2026-06-01',
  };
  await send('PUT', '/v1/groups', { groups: [{ id: 'west', name: 'West', size: 8 }] });
  await send('PUT', '/v1/items', { items: [{ ...deck, producer: ann, requiredFor: ['west'] }] });
  for (let person = 0; person < 7; person += 1) {
    const viewId = `01980000-0000-7000-9000-${String(person).padStart(12, '0')}`;
    const view = { type: 'view', viewId, activeMs: 12_000, visibleMs: 12_000, progress: 0.6 };
    await event(view, `w${person}`);
    await event(
      { type: 'rating', value: 2, scaleId: 'collateral-5@1', version: 'v1', reasons: ['outdated'] },
      `w${person}`,
    );
  }
  await event({ type: 'suggestion', body: 'Add prices' }, 'w1');
  clock = start + 40 * dayMs;
  for (let person = 0; person < 7; person += 1)
    await event({ type: 'rating', value: 5, scaleId: 'collateral-5@1', version: 'v2' }, `w${person}`);
  clock = start + 52 * dayMs;
  await send('PUT', '/v1/items', { items: [{ ...deck, producer: bob, requiredFor: ['west'] }] });
  clock = start + 80 * dayMs;
  return createReport(store, { subject: 'organisation', period: 'last-90-days', now: () => clock });
}

const { title, html } = await report();

for (const engine of chosenEngines(process.env['BROWSERS']))
  describe(`a scorecard by mail, in ${engine}`, { timeout: 120_000 }, () => {
    /** @type {Awaited<ReturnType<typeof servePages>>} */ let server;
    /** @type {import('./browser.mjs').Browser} */ let browser;
    /** @type {import('./browser.mjs').Page} */ let page;

    before(async () => {
      server = await servePages({ '/': html });
      browser = await openBrowser(engine);
      page = await browser.newProfile();
      await page.goTo(`${server.url}/`);
    });

    after(async () => {
      await browser?.close();
      await server?.close();
    });

    it('has every section, in plain words', async () => {
      assert.equal(await page.read('document.title'), title);
      const text = /** @type {string} */ (await page.read('document.body.innerText'));
      for (const words of [
        'Usage rate',
        'Participation',
        'went from Ann to Bob',
        'v2 of 2026-05-04',
        'Use of required items',
      ])
        assert.ok(text.includes(words), `${words} is missing in ${text}`);
    });

    it('has nothing axe finds fault with', async () => {
      await page.read(`(() => { ${axe}; })()`);
      const found = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`;
      assert.deepEqual(await page.read(found), []);
    });
  });
