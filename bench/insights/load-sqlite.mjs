// Makes the files the questions are asked of, once: through the store's own append, and beside it a table of raw events with the index
// a general analytics server has.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { factsOfDay } from './sample-facts.mjs';

const factsPerCall = 1_000;

/**
 * @param {string} path
 * @param {number} days
 */
export async function loadStore(path, days) {
  if (existsSync(path)) return;
  const temporary = `${path}.part`;
  for (const end of ['', '-wal', '-shm']) rmSync(temporary + end, { force: true });
  const store = createSqliteStore({ path: temporary });
  for (let day = 0; day < days; day += 1) {
    const facts = factsOfDay(day);
    const calls = [];
    for (let first = 0; first < facts.length; first += factsPerCall)
      calls.push(store.append('main', facts.slice(first, first + factsPerCall)));
    await Promise.all(calls);
  }
  await store.close();
  renameSync(temporary, path);
}

/**
 * @param {string} path
 * @param {number} days
 */
export function loadRaw(path, days) {
  if (existsSync(path)) return;
  const temporary = `${path}.part`;
  rmSync(temporary, { force: true });
  const database = new DatabaseSync(temporary);
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE TABLE event (tenant TEXT, time INTEGER, received INTEGER, day TEXT, slot INTEGER, type TEXT, actor TEXT, item TEXT,
      version TEXT, team TEXT, excluded TEXT, view_id TEXT, active_ms INTEGER, value INTEGER, action TEXT)`);
  const insert = database.prepare(
    `INSERT INTO event VALUES ('main', ${Array.from({ length: 14 }, () => '?').join(', ')})`,
  );
  for (let day = 0; day < days; day += 1) {
    database.exec('BEGIN');
    for (const fact of factsOfDay(day)) insert.run(...valuesOf(fact));
    database.exec('COMMIT');
  }
  database.exec('CREATE INDEX event_time ON event (tenant, time); ANALYZE');
  database.close();
  renameSync(temporary, path);
}

function valuesOf(/** @type {import('@collateral/server-adapter').Fact} */ fact) {
  const { detail } = fact;
  const text = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : null);
  const number = (/** @type {unknown} */ value) => (typeof value === 'number' ? value : null);
  return [
    Date.parse(fact.effectiveAt),
    Date.parse(fact.receivedAt),
    fact.day,
    fact.slot,
    fact.type,
    fact.actorId,
    fact.collateralId,
    fact.version,
    fact.team,
    fact.excluded,
    text(detail['viewId']),
    number(detail['activeMs']),
    number(detail['value']),
    fact.type === 'completion' ? 'complete' : text(detail['action']),
  ];
}
