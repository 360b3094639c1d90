// npm start: builds and serves the demo.
import { existsSync } from 'node:fs';
import { demoFile } from '../examples/demo/demo-file.js';
import { portOrStop } from '../examples/demo/port.js';
import { run, runOrStop } from './processes.mjs';

// Before the build, which takes a while.
portOrStop();
if (!existsSync(demoFile)) await makeHistoryWhileBuilding();
await runOrStop('build:cdn');
await import('../examples/demo/main.js');

/** Two years of history take longer than the build, and need a part of it only: so the rest is built meanwhile. */
async function makeHistoryWhileBuilding() {
  // What is wrong is said by the build that follows.
  if ((await run('tsc', ['-b', 'packages/sdk', 'packages/server-adapter'], {}, 'ignore')) !== 0) return;
  const { makeDemoFile } = await import('../examples/demo/make-demo-file.js');
  await Promise.all([run('npm', ['run', '--silent', 'build:cdn'], {}, 'ignore'), makeDemoFile()]);
}
