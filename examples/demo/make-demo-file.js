// Makes the demo's data and says how far it is.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { historyDays } from './company.js';
import { demoFile } from './demo-file.js';
import { seed } from './seed.js';

/** Makes the data `npm start` shows, unless they are there. */
export async function makeDemoFile() {
  await mkdir(dirname(demoFile), { recursive: true });
  await seed(demoFile, historyDays, showProgress);
}

/**
 * The first start makes two years of history, which takes a while.
 *
 * @param {number} done
 * @param {number} all
 */
export function showProgress(done, all) {
  if (!process.stdout.isTTY) {
    if (done === 1) console.log(`Making ${all} days of history, once; this takes about a minute.`);
    return;
  }
  const filled = Math.round((done / all) * 30);
  const bar = '█'.repeat(filled) + '░'.repeat(30 - filled);
  process.stdout.write(`\rMaking ${all} days of history, once: ${bar}${done === all ? '\n' : ''}`);
}
