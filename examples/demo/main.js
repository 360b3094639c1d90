// npm start: serves the demo until Ctrl+C.
import { demoFile as file } from './demo-file.js';
import { startDemo } from './demo-server.js';
import { showProgress } from './make-demo-file.js';
import { portOrStop } from './port.js';

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
