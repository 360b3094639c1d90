// npm run dev: the demo, rebuilt and restarted when a source changes; open pages reload.
import { spawn } from 'node:child_process';
import { runOrStop } from './processes.mjs';

await runOrStop('build:cdn');
const watched = ['packages/server-adapter/dist', 'packages/elements/dist/cdn', 'examples'];
const children = [
  spawn('tsc', ['-b', '--watch', '--preserveWatchOutput'], { stdio: 'inherit' }),
  spawn('rollup', ['-c', '--watch', '--silent'], { stdio: 'inherit' }),
  spawn(
    'node',
    [...watched.map((path) => `--watch-path=${path}`), '--watch-preserve-output', 'examples/demo/main.js'],
    {
      stdio: 'inherit',
      env: { ...process.env, LIVE_RELOAD: '1' },
    },
  ),
];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill();
  });
}
