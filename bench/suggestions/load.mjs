// Loads what people said into a store, through its own append, and beside it into a table of raw events with the indexes one would give it.
import { DatabaseSync } from 'node:sqlite';
import { everyFact } from './sample-talk.mjs';

const factsPerCall = 500;
const callsAtOnce = 20;

/** @import { Fact, Store } from '@collateral/server-adapter' */

export async function loadStore(/** @type {Store} */ store) {
  /** @type {Fact[]} */
  let facts = [];
  /** @type {Promise<unknown>[]} */
  let calls = [];
  for (const fact of everyFact()) {
    if (facts.push(fact) < factsPerCall) continue;
    calls.push(store.append('main', facts));
    facts = [];
    if (calls.length < callsAtOnce) continue;
    await Promise.all(calls);
    calls = [];
  }
  await Promise.all([...calls, store.append('main', facts)]);
}

export function loadRaw(/** @type {string} */ path) {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE TABLE event (tenant TEXT, time INTEGER, received INTEGER, type TEXT, id TEXT, actor TEXT, item TEXT, suggestion TEXT,
      is_on INTEGER, body TEXT)`);
  const insert = database.prepare("INSERT INTO event VALUES ('main', ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  database.exec('BEGIN');
  for (const { id, actorId, type, collateralId, effectiveAt, receivedAt, detail } of everyFact()) {
    const { suggestionId, on, body } = detail;
    const named = typeof suggestionId === 'string' ? suggestionId : id;
    insert.run(
      Date.parse(effectiveAt),
      Date.parse(receivedAt),
      type,
      id,
      actorId,
      collateralId,
      named,
      on === true ? 1 : 0,
      typeof body === 'string' ? body : null,
    );
  }
  database.exec('COMMIT');
  database.exec(`CREATE INDEX event_item ON event (tenant, item, type);
    CREATE INDEX event_suggestion ON event (tenant, suggestion, type, actor, time); ANALYZE`);
  database.close();
}
