// node bench/elements/compare.mjs [--json] [peers …]: asks the 22 questions of rows.mjs of our element and of the pinned peers.
// Once before: npm --prefix bench/elements install; npm run build:cdn.
import { launch } from 'puppeteer-core';
import { chromiumFlags, findEngine } from '../../scripts/engines.mjs';
import { servePeers } from './peer-pages.mjs';
import { chosenPeers } from './peers-list.mjs';
import { ratingOpener } from './rating-page.mjs';
import { rows } from './rows.mjs';

const isJson = process.argv.includes('--json');
const peers = chosenPeers(process.argv.slice(2).filter((word) => !word.startsWith('-')));
const { origin, close } = await servePeers(peers);
const browser = await launch({ executablePath: findEngine('chromium') ?? 'chromium', args: [...chromiumFlags] });
/** @type {Record<string, Record<string, import('./rows.mjs').Answer>>} */
const answers = {};
try {
  for (const row of rows) {
    answers[row.name] = {};
    for (const peer of peers) answers[row.name][peer.name] = await ask(row, peer);
  }
} finally {
  await browser.close();
  close();
}
if (isJson)
  console.log(
    JSON.stringify({
      browser: 'Chromium',
      peers: peers.map(({ name, tag, version }) => ({ name, tag, version })),
      answers,
    }),
  );
else console.log(table());
const isOursClean = rows.every(({ name }) => answers[name]?.['Collateral']?.isRight !== false);
process.exitCode = isOursClean ? 0 : 1;

/**
 * @param {import('./rows.mjs').Row} row
 * @param {import('./peers-list.mjs').Peer} peer
 */
async function ask(row, peer) {
  /** @type {import('./rating-page.mjs').RatingPage[]} */
  const opened = [];
  try {
    return await row.ask(ratingOpener(browser, origin, peer, (page) => void opened.push(page)));
  } catch (error) {
    return { isRight: false, seen: `error: ${error instanceof Error ? error.message.split('\n')[0] : error}` };
  } finally {
    for (const { page } of opened) await page.close();
  }
}

function table() {
  const heading = ['', ...peers.map(({ tag, version }) => `\`${tag}\` ${version}`)];
  const body = rows.map(({ name }) => [
    name.replace('<', '`<').replace('>', '>`'),
    ...peers.map((peer) => {
      const { isRight = false, seen = '' } = answers[name]?.[peer.name] ?? {};
      return isRight ? 'yes' : `**no**: ${seen}`;
    }),
  ]);
  const right = [
    '**right, of 22**',
    ...peers.map((peer) => String(rows.filter(({ name }) => answers[name]?.[peer.name]?.isRight).length)),
  ];
  return [heading, heading.map(() => '---'), ...body, right].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
