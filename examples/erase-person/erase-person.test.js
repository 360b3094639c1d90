import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createHandler } from '@collateral/server-adapter';
import { toNodeListener } from '@collateral/server-adapter/node';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { erasePerson } from './erase-person.js';

test('a person gets their data and is erased over HTTP: nobody finds them, and every figure still adds up', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'erase-person-'));
  const store = createSqliteStore({ path: join(folder, 'collateral.sqlite') });
  const handler = createHandler({
    store,
    publicOrigin: 'http://localhost',
    authenticate(request) {
      const name = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
      return name === '' ? null : { actorId: name, kind: 'person', roles: name === 'admin' ? ['admin'] : ['viewer'] };
    },
  });
  const server = createServer(toNodeListener(handler));
  await new Promise((listening) => server.listen(0, () => listening(undefined)));
  context.after(async () => {
    server.closeAllConnections();
    server.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const address = server.address();
  const endpoint = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}/collateral`;

  const people = ['ana', 'ben', 'cleo', 'dora', 'eve', 'finn'];
  const item = { id: 'deck-42', title: 'Sales deck', kind: 'deck' };
  const stored = await fetch(`${endpoint}/v1/items`, {
    method: 'PUT',
    headers: { authorization: 'Bearer admin', 'content-type': 'application/json' },
    body: JSON.stringify({ items: [item] }),
  });
  assert.equal(stored.status, 200);
  for (const [index, person] of people.entries()) await send(endpoint, person, eventsOf(index));
  const file = join(folder, 'ana.json');
  const { events, changedFigures, left } = await erasePerson({ endpoint, token: 'admin', person: 'ana', file });

  assert.equal(events, 4);
  assert.deepEqual(changedFigures, []);
  assert.equal(left, 0);
  assert.match(readFileSync(file, 'utf8'), /Words of person 0/);
  for (const path of ['/people/ana', '/suggestions?collateralId=deck-42', '/insights/items/deck-42', '/audit'])
    for (const as of ['admin', 'ben'])
      assert.doesNotMatch(await text(endpoint + '/v1' + path, as), /Words of person 0|"actorId":"ana","kind"/);
  // What a device of hers still had is refused, and counts nothing twice.
  const [again] = await send(endpoint, 'ana', eventsOf(0), 'rejected');
  assert.equal(again?.code, 'erased');
});

/** @param {number} index */
function eventsOf(index) {
  const occurredAt = new Date(Date.now() - 3_600_000).toISOString();
  const id = (/** @type {number} */ number) =>
    `01890000-0000-7000-8000-${String(index * 10 + number).padStart(12, '0')}`;
  const about = { occurredAt, collateralId: 'deck-42' };
  return [
    { id: id(1), type: 'view', ...about, viewId: id(1), activeMs: 20_000, visibleMs: 20_000, progress: 1 },
    { id: id(2), type: 'rating', ...about, value: 4, scaleId: 'collateral-5@1', comment: `Words of person ${index}` },
    { id: id(3), type: 'suggestion', ...about, body: `Words of person ${index}` },
    { id: id(4), type: 'usage', ...about, action: 'download' },
  ];
}

/**
 * @param {string} endpoint
 * @param {string} as
 * @param {object[]} events
 * @param {'rejected' | 'none'} expected
 * @returns {Promise<{ code: string }[]>}
 */
async function send(endpoint, as, events, expected = 'none') {
  const body = JSON.stringify({ protocol: 1, batchId: `of-${as}`, sentAt: new Date().toISOString(), events });
  const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json' };
  const reply = await fetch(`${endpoint}/v1/events`, { method: 'POST', headers, body });
  const { rejected } = /** @type {{ rejected: { code: string }[] }} */ (await reply.json());
  if (expected === 'none') assert.deepEqual(rejected, []);
  return rejected;
}

/**
 * @param {string} url
 * @param {string} as
 */
async function text(url, as) {
  return (await fetch(url, { headers: { authorization: `Bearer ${as}` } })).text();
}
