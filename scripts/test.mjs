// npm test [parts …]: builds, runs the tests and ends with one line, "N passed, N failed".
// BROWSERS=firefox npm test -- rating runs one part in one engine.
import { glob, mkdir, readFile, rm } from 'node:fs/promises';
import { ensureBrowsers } from './browsers.mjs';
import { chosenEngines } from './engines.mjs';
import { chosenFiles } from './parts.mjs';
import { run, runOrStop } from './processes.mjs';

const names = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const watches = process.argv.includes('--watch');
const { engines, files } = chosen();

await ensureBrowsers(engines);
await runOrStop('build');
await rm('.cache/counts', { recursive: true, force: true });
await mkdir('.cache/counts', { recursive: true });

/** @type {Record<string, {passed: number, failed: number, skipped: number}>} */
const counts = {};
let isBroken = false;
const nodeFiles = await Array.fromAsync(glob(files.node));
const browserFiles = await Array.fromAsync(glob(files.browser));
if (nodeFiles.length > 0) await runNodeTests();
if (browserFiles.length > 0) await runBrowserTests();
report();

function chosen() {
  try {
    return { engines: chosenEngines(process.env['BROWSERS']), files: chosenFiles(names) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

async function runNodeTests() {
  const parameters = ['--test', '--test-reporter=./scripts/brief-reporter.mjs', '--test-reporter-destination=stdout'];
  parameters.push(
    '--test-reporter=./scripts/count-reporter.mjs',
    '--test-reporter-destination=.cache/counts/node.json',
  );
  const code = await run('node', [...parameters, ...(watches ? ['--watch'] : []), ...nodeFiles], {
    BROWSERS: engines.join(','),
  });
  await collect('node', code);
}

async function runBrowserTests() {
  const parameters = watches ? ['--watch'] : [];
  const code = await run('wtr', parameters, {
    BROWSERS: engines.join(','),
    PARTS: names.join(','),
    COUNTS: '.cache/counts/browser.json',
  });
  await collect('browser', code);
}

/**
 * @param {string} runner
 * @param {number} code
 */
async function collect(runner, code) {
  if (code !== 0) isBroken = true;
  try {
    Object.assign(counts, JSON.parse(await readFile(`.cache/counts/${runner}.json`, 'utf8')));
  } catch (error) {
    // A runner that wrote no counts did not get to its end: that is a failure, whatever its exit code says.
    console.error(`The ${runner} tests did not finish (${String(error)}).`);
    isBroken = true;
  }
}

function report() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log('');
  for (const [runner, { passed, failed, skipped }] of Object.entries(counts)) {
    console.log(`${runner.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  if (isBroken && total.failed === 0) total.failed = 1;
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
}
