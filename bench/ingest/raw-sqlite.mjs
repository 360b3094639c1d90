// The fastest honest way to write the same rows: prepared statements in a loop, nothing checked, one commit a batch, every value made
// before the clock starts. Same tables, same indexes, same synchronous; a row of counts is added to once for each event, and whether a
// person met an item before is not looked up.
import { DatabaseSync } from 'node:sqlite';

const slotMs = 1_800_000;
const dayMs = 86_400_000;
const bytes = (/** @type {string} */ id) => Buffer.from(id.replaceAll('-', ''), 'hex');

/**
 * @param {string} path - a file whose tables a store has made.
 * @param {ReturnType<typeof import('./sample-batches.mjs').sampleBatches>} batches
 */
export function writeRaw(path, batches) {
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;',
  );
  database.exec("INSERT INTO tenant (number, name) VALUES (1, 'raw')");
  const numberOf = numbers(database);
  const prepared = batches.map(({ actorId, events }) =>
    events.map((event) => valuesOf(event, numberOf(1, actorId), numberOf)),
  );
  const fact = database.prepare(
    'INSERT INTO fact VALUES (1, ?, ?, ?, ?, ?, 0, ?, 0, 500, 0, 0, 0, 0, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, actor, id) DO NOTHING',
  );
  const view = database.prepare(
    `INSERT INTO view VALUES (1, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)
     ON CONFLICT DO UPDATE SET active_ms = max(active_ms, excluded.active_ms)`,
  );
  const counts = [
    ['viewer_day', 'day, item, actor, version, team, excluded', 'views, active_ms'],
    ['person_day', 'excluded, day, team, actor', 'views, active_ms'],
    ['item_day', 'excluded, day, item', 'views, active_ms'],
    ['day_pairs', 'excluded, day', 'pairs, rated'],
    ['item_last', 'excluded, day, item', 'pairs, rated'],
    ['team_last', 'excluded, day, team', 'pairs, rated'],
  ].map(([name, keys, sums]) => addTo(database, String(name), String(keys), String(sums)));
  const action = addTo(database, 'action_day', 'day, item, action, actor, version, team, excluded', 'times');
  const arrival = addTo(database, 'arrival_day', 'day', 'facts, late');
  const span = database.prepare(
    `INSERT INTO item_span VALUES (1, ?1, ?2, ?2)
     ON CONFLICT DO UPDATE SET last_day = max(last_day, ?2) WHERE ?2 > last_day`,
  );
  const rating = database.prepare('INSERT OR REPLACE INTO live_rating VALUES (1, ?, ?, 0, ?, ?, ?, 0, 0, 0, ?, 1, 0)');
  const engaged = database.prepare('INSERT INTO engaged_day VALUES (1, ?, ?, 0, ?) ON CONFLICT DO NOTHING');
  const ratingDay = database.prepare('INSERT INTO rating_day VALUES (1, ?, ?, ?) ON CONFLICT DO NOTHING');
  const participation = addTo(database, 'participation_day', 'team, actor, day, used_before', 'pairs, rated');
  const participant = addTo(database, 'participant', 'team, actor', 'pairs');
  const tenant = database.prepare('UPDATE tenant SET last_sequence = ? WHERE number = 1');
  let sequence = 0;
  /** @type {number[]} */
  const durations = [];
  const start = performance.now();
  for (const batch of prepared) {
    const begin = performance.now();
    database.exec('BEGIN IMMEDIATE');
    for (const { columns, item, actor, viewId, time, activeMs, value, type } of batch) {
      sequence += 1;
      fact.run(sequence, ...columns);
      const day = Math.floor(time / dayMs);
      const about = { day, item, actor, used_before: 0, action: 0, version: 0, team: 0, excluded: 0 };
      const sums = { views: 1, active_ms: activeMs, pairs: 1, rated: 0, times: 1, facts: 1, late: 0 };
      arrival({ ...about, ...sums });
      if (type === 0) {
        view.run(item, actor, viewId, sequence, time, day, Math.floor(time / slotMs), activeMs);
        for (const add of counts) add({ ...about, ...sums });
        span.run(item, day);
        if (activeMs >= 10_000 && engaged.run(item, actor, day).changes > 0) {
          participation({ ...about, ...sums });
          participant({ ...about, ...sums });
        }
      }
      if (type === 1) action({ ...about, ...sums });
      if (type === 3) {
        rating.run(item, actor, sequence, time, day, value);
        ratingDay.run(item, actor, day);
      }
    }
    tenant.run(sequence);
    database.exec('COMMIT');
    durations.push(performance.now() - begin);
  }
  const seconds = (performance.now() - start) / 1_000;
  database.close();
  return { seconds, durations };
}

/** Prepares a statement that adds to the sums of a row. */
function addTo(
  /** @type {DatabaseSync} */ database,
  /** @type {string} */ name,
  /** @type {string} */ keys,
  /** @type {string} */ sums,
) {
  const columns = `${keys}, ${sums}`.split(', ');
  const added = sums.split(', ').map((sum) => `${sum} = ${sum} + excluded.${sum}`);
  const statement = database.prepare(
    `INSERT INTO ${name} (tenant, ${columns.join(', ')}) VALUES (1, ${columns.map(() => '?').join(', ')})
     ON CONFLICT DO UPDATE SET ${added.join(', ')}`,
  );
  return (/** @type {Record<string, number>} */ values) =>
    statement.run(...columns.map((column) => Number(values[column])));
}

function valuesOf(
  /** @type {any} */ event,
  /** @type {number} */ actor,
  /** @type {ReturnType<typeof numbers>} */ numberOf,
) {
  const type = { view: 0, usage: 1, rating: 3 }[/** @type {'view'} */ (event.type)];
  const item = numberOf(2, event.collateralId);
  const context = numberOf(5, JSON.stringify(event.context));
  const time = Date.parse(event.occurredAt);
  const detail =
    type === 1
      ? JSON.stringify({ action: event.action })
      : JSON.stringify({ value: event.value, scaleId: event.scaleId });
  const viewId = type === 0 ? bytes(event.viewId) : null;
  const seen =
    type === 0
      ? [viewId, event.activeMs, event.visibleMs - event.activeMs, Math.round(event.progress * 10_000), null]
      : [null, null, null, null, detail];
  const columns = [actor, bytes(event.id), type, item, time, context, ...seen];
  return { columns, type, item, actor, time, viewId, activeMs: event.activeMs ?? 0, value: event.value ?? 0 };
}

function numbers(/** @type {DatabaseSync} */ database) {
  const known = new Map();
  const insert = database.prepare('INSERT INTO name VALUES (1, ?, ?, ?)');
  return (/** @type {number} */ kind, /** @type {string} */ text) => {
    const key = `${kind}${text}`;
    if (!known.has(key)) {
      known.set(key, known.size + 1);
      insert.run(known.size, kind, text);
    }
    return /** @type {number} */ (known.get(key));
  };
}
