// The pictures of every state of a rating in docs/elements/rating.md, in light and dark; npm run pictures takes them.
import { build } from 'esbuild';
import { launch } from 'puppeteer-core';
import { chromiumFlags, findEngine } from './engines.mjs';

const look = `
  :root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; background: light-dark(#fff, #1b1e23); color: light-dark(#1d2129, #e8eaed) }
  body { margin: 24px }
  main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px 28px; align-items: start }
  section { border-top: 1px solid light-dark(#d5d9df, #3a3f47); padding-top: 8px }
  h2 { margin: 0 0 10px; font-size: 12px; font-weight: 600; letter-spacing: .02em; color: light-dark(#5a626e, #a5adb8) }
`;

const { outputFiles } = await build({
  entryPoints: ['scripts/rating-states.js'],
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const script = outputFiles[0]?.text ?? '';
const browser = await launch({ executablePath: findEngine('chromium') ?? 'chromium', args: chromiumFlags });
try {
  for (const scheme of ['light', 'dark']) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setContent(`<!doctype html><html lang="en"><style>${look}</style><main></main></html>`);
    await page.addScriptTag({ content: script, type: 'module' });
    await page.waitForFunction('globalThis.isShown');
    await page.screenshot({ path: `docs/images/rating-states-${scheme}.png`, fullPage: true });
  }
} finally {
  await browser.close();
}
