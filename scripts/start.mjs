// npm start: builds and serves the demo.
import { portOrStop } from '../examples/demo/port.js';
import { runOrStop } from './processes.mjs';

// Before the build, which takes a while.
portOrStop();
await runOrStop('build:cdn');
await import('../examples/demo/main.js');
