// npm run check: every gate, before every commit. Steps whose inputs did not change are not run again (wireit).
import { ensureBrowsers } from './browsers.mjs';
import { run } from './processes.mjs';

await ensureBrowsers(['chromium']);
const started = Date.now();
const code = await run('npm', ['run', '--silent', 'check:all'], {
  WIREIT_FAILURES: 'continue',
  WIREIT_LOGGER: process.stdout.isTTY ? 'quiet' : 'simple',
});
console.log(`\ncheck ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
process.exit(code);
