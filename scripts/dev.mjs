// npm run dev: the demo, rebuilt and restarted when a source changes.
import { spawn } from 'node:child_process';
import { runOrStop } from './processes.mjs';

await runOrStop('build');
await runOrStop('build:cdn');
const children = [
  spawn('tsc', ['-b', '--watch', '--preserveWatchOutput'], { stdio: 'inherit' }),
  spawn('rollup', ['-c', '--watch', '--silent'], { stdio: 'inherit' }),
  spawn(
    'node',
    [
      '--watch',
      '--watch-path=packages/server-adapter/dist',
      '--watch-path=examples',
      'examples/demo/main.js',
      '--reload',
    ],
    {
      stdio: 'inherit',
    },
  ),
];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill();
  });
}
