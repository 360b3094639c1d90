import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startDemo } from './demo-server.js';

describe('the demo', { timeout: 120_000 }, () => {
  let folder = '';
  /** @type {Awaited<ReturnType<typeof startDemo>>} */ let demo;
  /** @type {number[]} */ const progress = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collateral-seed-'));
    const file = join(folder, 'demo.sqlite');
    await writeFile(`${file}.unfinished`, 'a seed that was stopped half-way');
    demo = await startDemo({ port: 0, file, days: 12, onProgress: (done) => progress.push(done) });
  });
  after(async () => {
    await demo.close();
    await rm(folder, { recursive: true });
  });

  /** @param {string} path @param {string} [person] */
  async function ask(path, person = 'manager-1') {
    const reply = await fetch(`${demo.url}/collateral/v1/${path}`, { headers: { 'x-demo-person': person } });
    assert.equal(reply.status, 200, await reply.clone().text());
    return /** @type {Promise<any>} */ (reply.json());
  }

  test('starts with the history it was asked for and says how far it is', () => {
    assert.deepEqual(progress, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    assert.equal(demo.seeded?.people, 120);
    assert.ok((demo.seeded?.events ?? 0) > 5_000, `only ${demo.seeded?.events} events`);
  });

  test('leaves no unfinished file', async () => {
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.includes('unfinished')),
      [],
    );
  });

  test('has the ten items of its page and four hundred more', async () => {
    const { total } = await ask('insights/items');
    assert.equal(total, 410);
  });

  test('was filled at the time of the events, so that few of them came late', async () => {
    const { quality } = /** @type {import('@collateral/sdk/contract').InsightsOverview} */ (
      await ask('insights/overview')
    );
    assert.ok((quality.lateArrivals.value ?? 1) < 0.08, `${quality.lateArrivals.value} came late`);
  });

  test('has disputes: one that waits, one that was upheld and one that was rejected', async () => {
    const { disputes } = await ask('disputes');
    assert.deepEqual(
      disputes.map((/** @type {{ status: string, maySettle: boolean }} */ { status, maySettle }) => [
        status,
        maySettle,
      ]),
      [
        ['open', true],
        ['rejected', false],
        ['upheld', false],
      ],
    );
  });

  test('has suggestions that were answered, and an owner for whom some wait', async () => {
    const { suggestions } = await ask('suggestions?collateralId=deck-42');
    assert.deepEqual(
      new Set(suggestions.map((/** @type {{ status: string }} */ { status }) => status)),
      new Set(['new', 'in-progress', 'shipped', 'declined']),
    );
    const { waiting, overdue } = await ask('inbox', 'producer-1');
    assert.ok(waiting >= 3, `${waiting} wait`);
    assert.equal(overdue, 1);
  });

  test('tells those who asked for what was made since', async () => {
    for (const person of ['rep-1', 'rep-2']) {
      const { notices } = await ask('notices', person);
      assert.equal(notices.length, 1);
    }
  });

  test('has requests, and searches that found nothing', async () => {
    const { suggestions, gaps } = await ask('suggestions');
    assert.ok(suggestions.length > 2 && gaps.length > 2);
  });

  test('makes nothing anew when its file is there', async () => {
    const again = await startDemo({ port: 0, file: join(folder, 'demo.sqlite') });
    await again.close();
    assert.equal(again.seeded, null);
  });
});
