// npm start: builds and serves the demo.
import { runOrStop } from './processes.mjs';

await runOrStop('build:cdn');
await import('../examples/demo/main.js');
