// npm run bench:ingest [events]: batches of 50 through the handler on SQLite, beside a raw loop of prepared statements that writes the
// same rows, in the same run on the same disk. Prints a table with ratios.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { writeRaw } from './raw-sqlite.mjs';
import { sampleBatches } from './sample-batches.mjs';
import { writeThroughHandler } from './through-handler.mjs';

const events = Number(process.argv[2] ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), 'collateral-bench-'));
const batches = sampleBatches(events / 50);

const rows = [];
rows.push(
  await measure('raw loop, 1 commit a batch', async (path) => {
    await createSqliteStore({ path }).close();
    return writeRaw(path, batches);
  }),
);
for (const connections of [1, 10, 50])
  rows.push(
    await measure(`handler, ${connections} connections`, async (path) => {
      const store = createSqliteStore({ path });
      const result = await writeThroughHandler(store, batches, connections);
      await store.close();
      return result;
    }),
  );
await rm(folder, { recursive: true });

const [raw] = rows;
console.log(`${events} events in batches of 50, synchronous=FULL, node ${process.version}\n`);
console.log(
  '| | events/s | to raw | p50 ms | p99 ms | CPU µs/event | bytes/event |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
);
for (const { name, perSecond, p50, p99, cpu, bytes } of rows) {
  const cells = [
    perSecond.toFixed(0),
    (perSecond / (raw?.perSecond ?? 1)).toFixed(2),
    p50.toFixed(1),
    p99.toFixed(1),
    cpu.toFixed(1),
    bytes.toFixed(0),
  ];
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}

/**
 * @param {string} name
 * @param {(path: string) => Promise<{seconds: number, durations: number[]}>} run
 */
async function measure(name, run) {
  const path = join(folder, `${name.replaceAll(/\W+/g, '-')}.sqlite`);
  const before = process.cpuUsage();
  const { seconds, durations } = await run(path);
  const { user, system } = process.cpuUsage(before);
  durations.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => durations[Math.floor(durations.length * share)] ?? NaN;
  const { size } = await stat(path);
  return {
    name,
    perSecond: events / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpu: (user + system) / events,
    bytes: size / events,
  };
}
