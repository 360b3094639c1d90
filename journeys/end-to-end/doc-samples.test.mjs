// Every sample of the documents that is meant for a page runs in one, as it is printed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { createHandler, createMemoryStore } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { isForNode, readSamples } from '../../scripts/doc-samples.mjs';
import { openBrowser, until } from './browser.mjs';
import { servePages } from './serve-pages.mjs';

const samples = await readSamples();
const forPages = samples.filter((sample) => sample.language === 'js' && !isForNode(sample));
const markup = samples.filter(({ language }) => language === 'html');

describe('samples of the documents in Chromium', { timeout: 180_000 }, () => {
  /** @type {import('./browser.mjs').Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof servePages>>} */ let site;

  before(async () => {
    const pages = Object.fromEntries(
      await Promise.all([
        ...markup.flatMap((sample) => documentsOf(sample)),
        ...forPages.flatMap((sample) => [
          [`/${nameOf(sample)}`, pageOf(`<script type="module" src="/${nameOf(sample)}.js"></script>${places}`)],
          bundle(prelude + `await import('sample'); globalThis.isDone = true;`, sample.code).then((code) => [
            `/${nameOf(sample)}.js`,
            code,
          ]),
        ]),
      ]),
    );
    /** @type {import('node:http').RequestListener[]} */
    const answers = [];
    site = await servePages(
      { '/listen.js': listen, ...pages },
      { collateral: (request, response) => answers[0]?.(request, response) },
    );
    answers.push(toNodeListener(await createTestHandler(site.url)));
    browser = await openBrowser('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const sample of markup)
    it(`show what they name: ${sample.page}, line ${sample.line}`, async () => {
      const page = await browser.newProfile();
      await page.goTo(`${site.url}/${nameOf(sample)}`);
      const isShown = `[...document.querySelectorAll('*')].filter((element) => element.localName.startsWith('collateral-')).every((element) => customElements.get(element.localName) && element.shadowRoot)`;
      await until(page, `document.readyState === 'complete' && ${isShown} && globalThis.asking.size === 0`);
      await assertNothingFailed(page);
    });

  for (const sample of forPages)
    it(`run: ${sample.page}, line ${sample.line}`, async () => {
      const page = await browser.newProfile();
      await page.goTo(`${site.url}/${nameOf(sample)}`);
      await until(page, 'globalThis.isDone || globalThis.failed.length > 0');
      await assertNothingFailed(page);
    });

  /** @param {import('./browser.mjs').Page} page */
  async function assertNothingFailed(page) {
    assert.deepEqual(await page.read('globalThis.failed'), []);
    assert.deepEqual(await page.read('globalThis.warned'), []);
  }
});

/** What goes wrong in a page is written down where a test can read it, and which elements still ask the server. */
const listen = `
  globalThis.warned = [];
  globalThis.failed = [];
  globalThis.asking = new Set();
  for (const level of ['warn', 'error']) console[level] = (...words) => warned.push(words.join(' '));
  addEventListener('error', (event) => failed.push(event.message));
  addEventListener('unhandledrejection', (event) => failed.push(String(event.reason)));
  addEventListener('collateral-status', ({ target, state, code, message }) => {
    if (state === 'loading') asking.add(target);
    else asking.delete(target);
    if (state === 'failed') failed.push([target.localName, code, message].join(' '));
  });
  addEventListener('collateral-error', (event) => failed.push(String(event.error)));
`;

/** What samples for pages take as given. */
const prelude = `
  import { createClient } from '@collateral/sdk';
  const client = createClient({ endpoint: '/collateral' });
  const isDrained = new Promise((resolve) => client.addEventListener('drained', resolve));
  const { id } = await client.suggest({ collateralId: 'deck-42', body: 'An example from industry' });
  await isDrained;
  const session = { accessToken: async () => 'token' };
  const [provider, scorecard] = document.querySelectorAll('#provider, #scorecard');
  Object.assign(globalThis, { createClient, client, id, session, provider, scorecard, noticeId: 'one', showQuestion() {} });
`;
const places = '<div id="rate-deck-42"></div><div id="provider"></div><div id="scorecard"></div>';

/** @param {string} body */
function pageOf(body) {
  return `<!doctype html><html lang="en"><title>Sample</title><script src="/listen.js"></script>${body}`;
}

/**
 * A sample that says where its script comes from gets it from there; others are in a page that has it. What stands in a script
 * goes through a bundler.
 *
 * @param {import('../../scripts/doc-samples.mjs').Sample} sample
 */
function documentsOf(sample) {
  const path = `/${nameOf(sample)}`;
  const bare = /<script type="module">([^<]*)<\/script>/.exec(sample.code);
  if (!bare) {
    const script = sample.code.includes('<script') ? '' : '<script type="module" src="/assets/collateral.js"></script>';
    return [[path, pageOf(script + sample.code)]];
  }
  return [
    [path, pageOf(sample.code.replace(bare[0], `<script type="module" src="${path}.js"></script>`))],
    bundle(bare[1] ?? '').then((code) => [`${path}.js`, code]),
  ];
}

/** What a bundler makes of a page's script, which may import a sample. @param {string} entry @param {string} [code] */
async function bundle(entry, code = '') {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd() },
    plugins: [
      {
        name: 'sample',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^sample$/ }, () => ({ path: 'sample', namespace: 'sample' }));
          onLoad({ filter: /.*/, namespace: 'sample' }, () => ({ contents: code, resolveDir: process.cwd() }));
        },
      },
    ],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** A server that has just been started, with one item in its catalogue; who asks may do everything. @param {string} publicOrigin */
async function createTestHandler(publicOrigin) {
  const person = { actorId: 'ann', kind: 'person', roles: ['viewer', 'producer', 'manager', 'admin'], manages: 'all' };
  const handler = createHandler({
    store: createMemoryStore(),
    publicOrigin,
    authenticate: () => /** @type {any} */ (person),
  });
  const item = { id: 'deck-42', kind: 'deck', title: 'Deck', team: 'west', producer: { id: 'ann', name: 'Ann' } };
  const reply = await handler(
    new Request(`${publicOrigin}/collateral/v1/items`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [item] }),
    }),
  );
  assert.equal(reply.status, 200);
  return handler;
}

/** @param {import('../../scripts/doc-samples.mjs').Sample} sample */
function nameOf({ page, line }) {
  return `${page.replaceAll(/[/.]/g, '-')}-${line}`;
}
