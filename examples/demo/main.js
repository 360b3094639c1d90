// npm start: serves the demo until Ctrl+C.
import { join } from 'node:path';
import { startDemo } from './demo-server.js';
import { portOrStop } from './port.js';

const file = join(import.meta.dirname, '..', '..', '.data', 'demo.sqlite');
const port = portOrStop();

try {
  const demo = await startDemo({ port, file, onProgress: showProgress });
  console.log(`The demo is at ${demo.url} — pick a person at the top of the page and rate something.`);
  console.log(`Its data is in .data/demo.sqlite (delete the folder to start again). Ctrl+C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void demo.close().then(() => process.exit(0)));
  }
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `Port ${port} is taken. Choose another: PORT=4174 npm start`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exit(1);
}

/**
 * The first start makes two years of history, which takes a while.
 *
 * @param {number} done
 * @param {number} all
 */
function showProgress(done, all) {
  if (!process.stdout.isTTY) {
    if (done === 1) console.log(`Making ${all} days of history, once; this takes a minute or two.`);
    return;
  }
  const filled = Math.round((done / all) * 30);
  const bar = '█'.repeat(filled) + '░'.repeat(30 - filled);
  process.stdout.write(`\rMaking ${all} days of history, once: ${bar}${done === all ? '\n' : ''}`);
}
