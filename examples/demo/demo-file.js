import { join } from 'node:path';

/** Where `npm start` keeps the demo's data. */
export const demoFile = join(import.meta.dirname, '..', '..', '.data', 'demo.sqlite');
