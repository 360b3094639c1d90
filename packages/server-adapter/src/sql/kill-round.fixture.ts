import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expectFoldOfLog } from '../conformance/aggregate-history.js';
import { readIds } from '../conformance/read-all.js';
import { openPlace } from './open-place.fixture.js';

/** What was seen in one round. */
export interface KillRound {
  /** Events the process had acknowledged when it died. */
  readonly acknowledged: number;
  /** All events in the store afterwards. */
  readonly stored: number;
}

/**
 * Kills processes in the middle of taking events, all of them into one store, then checks it: every acknowledged event is there once, and the counts are
 * those of a fresh fold of the log.
 *
 * @param round - from 0; rounds on one store follow each other.
 */
export async function runKillRound(
  place: string,
  round: number,
  known: Set<string>,
  processes = 1,
): Promise<KillRound> {
  const first = round * 1_000_000;
  const running = Array.from({ length: processes }, (_, number) =>
    ingestUntilKilled(place, first + number * 100_000, 60 + ((round * 97) % 700)),
  );
  const acknowledged = (await Promise.all(running)).flat();
  for (const id of acknowledged) known.add(id);
  const store = openPlace(place);
  try {
    const stored = await readIds(store, 'main');
    const ids = new Set(stored);
    assert.equal(ids.size, stored.length, 'an event is there twice');
    const lost = [...known].filter((id) => !ids.has(id));
    assert.deepEqual(lost, [], 'acknowledged events are lost');
    if (store.capabilities?.aggregate === true) await expectFoldOfLog(store);
    return { acknowledged: acknowledged.length, stored: stored.length };
  } finally {
    await store.close();
  }
}

async function ingestUntilKilled(place: string, first: number, count: number): Promise<readonly string[]> {
  const script = fileURLToPath(new URL('./ingest-for-ever.fixture.js', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', script, place, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += String(chunk);
    // Goes on reading after the kill: what is in the pipe was acknowledged as well.
    if (output.length > count * 37) child.kill('SIGKILL');
  }
  const ids = output.slice(0, Math.max(0, output.lastIndexOf('\n'))).split('\n');
  assert.ok(ids.length >= count, `the process ended by itself after ${ids.length} events`);
  return ids;
}
