// Deletes what the policy says is too old, now and then once a day. Run it beside the server, or call runDaily in it.
// node examples/retention/run-daily.js collateral.sqlite
import { pathToFileURL } from 'node:url';
import { runRetention } from '@collateral/server-adapter';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';

const dayMs = 86_400_000;

/** @import { RetentionOptions, RetentionReport } from '@collateral/server-adapter' */

/**
 * Runs once at the start and then every 24 hours. A run that fails is told and tried again with the next: nothing is lost by it.
 *
 * @param {RetentionOptions} options
 * @param {{ onReport: (report: RetentionReport) => void, onError: (error: unknown) => void }} listeners
 * @returns {() => Promise<void>} stops behind the step that runs
 */
export function runDaily(options, { onReport, onError }) {
  const stopping = new AbortController();
  const run = async () => {
    try {
      onReport(await runRetention({ ...options, signal: stopping.signal }));
    } catch (error) {
      if (!stopping.signal.aborted) onError(error);
    }
  };
  let running = run();
  const timer = setInterval(() => (running = running.then(run)), dayMs);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const store = createSqliteStore({ path: process.argv[2] ?? 'collateral.sqlite' });
  const stop = runDaily({ store }, { onReport: (report) => console.log(report), onError: console.error });
  process.once('SIGTERM', async () => {
    await stop();
    await store.close();
  });
}
