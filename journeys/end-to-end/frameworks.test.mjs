// A rating in a plain form and in a page of each framework: what the page states, what it is told, what its form sends.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { chosenEngines } from '../../scripts/engines.mjs';
import { openBrowser, until } from './browser.mjs';

const folder = 'examples/frameworks';
// Loaded, and looked at by the compiler, only where the frameworks are installed.
const example = new URL('../../examples/frameworks/frameworks-server.js', import.meta.url).href;
const runProgram = promisify(execFile);
const rating = `document.querySelector('form collateral-rating')`;
const saving = `document.querySelector('collateral-provider collateral-rating')`;
const radio = (/** @type {number} */ value) => `${rating}.shadowRoot.querySelectorAll('[role=radio]')[${value - 1}]`;
const told = (/** @type {string} */ id) => `document.getElementById('${id}').textContent`;
/** The point that is chosen, 0 for none. */
const chosen = `([...${rating}.shadowRoot.querySelectorAll('[role=radio]')].findIndex((each) => each.ariaChecked === 'true') + 1)`;

/** The frameworks are no part of what the root installs: 80 MB that only this file needs. */
async function install() {
  const stamp = `${folder}/node_modules/.collateral-installed`;
  const wanted = createHash('sha256')
    .update(await readFile(`${folder}/package-lock.json`))
    .digest('hex');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  const parameters = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runProgram('npm', parameters, { cwd: folder });
  await writeFile(stamp, wanted);
}

describe('examples/frameworks', { timeout: 300_000 }, () => {
  before(install);

  it('case 33: the types for React and Vue take what is right and refuse what is not', async () => {
    const { stdout } = await runProgram('tsc', ['-p', folder]).catch((/** @type {any} */ error) => error);
    assert.equal(stdout, '');
  });

  for (const engine of chosenEngines(process.env['BROWSERS'])) {
    /** @type {import('./browser.mjs').Browser} */
    let browser;
    /** @type {{url: string, close: () => void}} */
    let server;

    before(async () => {
      const { startFrameworks } = await import(example);
      // A server of its own for each engine: the element shows what the server has of a person.
      server = await startFrameworks();
      browser = await openBrowser(engine);
    });

    after(async () => {
      await browser?.close();
      server?.close();
    });

    for (const name of ['plain', 'react', 'vue', 'svelte', 'angular']) {
      it(`case 33: ${name} in ${engine}: properties, events, a controlled value, the form and read-only`, async () => {
        const page = await browser.newProfile();
        const press = (/** @type {string} */ id) => page.click(`document.getElementById('${id}')`);
        await page.goTo(`${server.url}/${name}/`);
        await until(page, `${rating}?.hasUpdated && ${radio(5)}`);

        // What the page states: a value, readonly={false}, and a function.
        assert.equal(await page.read(chosen), 3);
        assert.equal(await page.read(`${rating}.readonly`), false);
        assert.equal(await page.read(`typeof document.querySelector('collateral-provider').token`), 'function');

        // What it is told: the choice, that it may be recorded, and of another one that the server has it, which took the token.
        await page.click(radio(4));
        await until(page, `${told('chosen')} === '4' && ${told('recorded')} === '4'`);
        await page.click(`${saving}.shadowRoot.querySelectorAll('[role=radio]')[4]`);
        await until(page, `${told('saved')} === 'delivered'`);

        // The page's value is the one that is shown, and setting it records nothing.
        await press('two');
        await until(page, `${chosen} === 2 && ${told('chosen')} === '2'`);
        await press('none');
        await until(page, `${chosen} === 0 && ${told('chosen')} === 'null'`);
        assert.equal(await page.read(told('recorded')), '4');

        // A page that mirrors each step into its value doesn't end a walk.
        await press('two');
        await until(page, `${chosen} === 2`);
        await page.read(`${rating}.focus()`);
        await page.press('ArrowRight');
        await until(page, `${told('chosen')} === '3'`);
        assert.equal(await page.read(told('recorded')), '4');
        await page.press('ArrowRight');
        await page.press('ArrowRight');
        await until(page, `${told('chosen')} === '5'`);
        await page.press('Enter');
        await until(page, `${told('recorded')} === '5'`);

        await press('send');
        await until(page, `${told('sent')} === '5'`);
        await press('none');
        await until(page, `${chosen} === 0`);
        await press('send');
        await until(page, `${told('sent')} === 'nothing'`);

        await press('two');
        await press('lock');
        await until(page, `${rating}.readonly && !${radio(1)} && ${rating}.shadowRoot.querySelector('[role=img]')`);
        await press('lock');
        await until(page, `${chosen} === 2`);
      });
    }
  }
});
