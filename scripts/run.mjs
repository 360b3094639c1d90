// npm run X ends up here: `node scripts/run.mjs X …` installs what is missing and runs scripts/X.mjs.
import { runInstalled } from './bootstrap.mjs';

const [task, ...parameters] = process.argv.slice(2);
runInstalled(`${task}.mjs`, parameters);
