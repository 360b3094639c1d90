// node bench/postgres/growth.mjs [days …]: what an event costs that comes into a PostgreSQL schema which holds so many days of a company of
// size M already (10⁵, 10⁶ and 10⁷ events): the days that follow, in batches of 50 in the order of time, ten at once. Every run goes
// on where the one before it ended.
import { createPostgresStore } from '@collateral/server-adapter/postgres';
import { databaseCpu } from '../ingest/database-cpu.mjs';
import { factsOfDay, firstDay } from '../insights/sample-facts.mjs';
import { openCompany } from './open-company.mjs';

const dayMs = 86_400_000;
const callers = 10;
const warmDays = 4;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [8, 74, 740];
/** @type {string[]} */
const table = [];

for (const days of sizes) {
  const company = await openCompany(days);
  try {
    const { rows } = await company.pool.query(
      'SELECT max(day) AS day, sum(facts) AS facts FROM collateral.arrival_day',
    );
    const next = Number(rows[0].day) + 1 - firstDay / dayMs;
    const store = createPostgresStore({ pool: company.pool });
    // What a process learns once, and what a server that has just started reads once, is not what an event costs.
    for (let day = 0; day < warmDays; day += 1) await send(store, factsOfDay(next + day));
    const facts = factsOfDay(next + warmDays);
    const [node, database, start] = [process.cpuUsage(), await databaseCpu(company.pool), performance.now()];
    const durations = await send(store, facts);
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = process.cpuUsage(node);
    const used = (await databaseCpu(company.pool)) - database;
    await store.close();
    durations.sort((one, other) => one - other);
    const at = (/** @type {number} */ share) => (durations[Math.floor(durations.length * share)] ?? NaN).toFixed(1);
    const costs = [(user + system) / facts.length, used / facts.length].map((cost) => cost.toFixed(1));
    table.push(`| ${[rows[0].facts, (facts.length / seconds).toFixed(0), at(0.5), at(0.99), ...costs].join(' | ')} |`);
  } finally {
    await company.close();
  }
}
console.log('| events stored | events/s | p50 ms | p99 ms | Node µs/event | PostgreSQL µs/event |');
console.log(`| ---: | ---: | ---: | ---: | ---: | ---: |\n${table.join('\n')}`);

/**
 * @param {import('@collateral/server-adapter').Store} store
 * @param {readonly import('@collateral/server-adapter').Fact[]} facts
 */
async function send(store, facts) {
  const batches = Array.from({ length: facts.length / 50 }, (_, index) => facts.slice(index * 50, index * 50 + 50));
  /** @type {number[]} */
  const durations = [];
  let next = 0;
  async function caller() {
    for (let batch = batches[next++]; batch !== undefined; batch = batches[next++]) {
      const begin = performance.now();
      await store.append('main', batch);
      durations.push(performance.now() - begin);
    }
  }
  await Promise.all(Array.from({ length: callers }, caller));
  return durations;
}
