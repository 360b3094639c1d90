// Makes the file scorecards are asked about, once: that of bench:insights with suggestions and a catalogue.
import { createHandler } from '@collateral/server-adapter';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStore } from '../insights/load-sqlite.mjs';
import { firstDay } from '../insights/sample-facts.mjs';
import { putCatalogue } from './sample-catalogue.mjs';
import { addSuggestions } from './sample-suggestions.mjs';

const dayMs = 86_400_000;

/**
 * Gives the file with so many days in it.
 *
 * @param {number} days
 */
export async function loadScorecards(days) {
  const plain = join(tmpdir(), `collateral-insights-${days}.sqlite`);
  const path = join(tmpdir(), `collateral-scorecards-${days}.sqlite`);
  if (existsSync(path)) return path;
  await loadStore(plain, days);
  copyFileSync(plain, `${path}.part`);
  const store = createSqliteStore({ path: `${path}.part` });
  await addSuggestions(store, days);
  await putCatalogue(handlerAt(store, days)());
  await store.close();
  renameSync(`${path}.part`, path);
  return path;
}

/**
 * Gives what makes handlers whose clock stands at the end of what happened and goes on in real time from then on, so that answers grow
 * old as they would.
 *
 * @param {import('@collateral/server-adapter').Store} store
 * @param {number} days
 */
export function handlerAt(store, days) {
  const started = performance.now();
  const end = firstDay + days * dayMs - 60_000;
  return () =>
    createHandler({
      store,
      publicOrigin: 'https://intranet.example',
      rateLimit: false,
      policy: { producerScorecards: 'individual' },
      authenticate: () => ({ actorId: 'boss', kind: 'person', roles: ['admin'] }),
      now: () => end + (performance.now() - started),
      onError: (error) => console.error(error),
    });
}
