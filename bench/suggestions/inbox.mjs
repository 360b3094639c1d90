// What an inbox costs through the whole handler, of a store that holds 100 000 suggestions and a million votes of which most are decided:
// `node bench/suggestions/inbox.mjs [file]`. The file is what run.mjs made; a copy of it gets a catalogue and steps, and is kept.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHandler } from '@collateral/server-adapter';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { itemCount, itemName, randomFrom, suggestionCount } from './sample-talk.mjs';

const times = 200;
const now = Date.UTC(2026, 0, 15);
const [, , given] = process.argv;
const path = join(tmpdir(), `collateral-suggestions-${suggestionCount}-decided.sqlite`);
const made = given ?? join(tmpdir(), `collateral-suggestions-${suggestionCount}.sqlite`);

if (!existsSync(path)) {
  if (!existsSync(made)) throw new Error('Run npm run bench:suggestions first: it makes the file.');
  rmSync(`${path}.part`, { force: true });
  copyFileSync(made, `${path}.part`);
  const store = createSqliteStore({ path: `${path}.part` });
  await fillCatalogue(store);
  await decide(store);
  await store.close();
  renameSync(`${path}.part`, path);
}
const store = createSqliteStore({ path });
const handler = createHandler({
  store,
  publicOrigin: 'http://localhost',
  // It goes on: what is counted is kept for a while.
  now: () => now + Math.round(performance.now()),
  rateLimit: false,
  authenticate: (request) => {
    const actorId = request.headers.get('authorization')?.slice(7) ?? '';
    const roles = actorId === 'admin' ? ['admin'] : ['viewer', 'producer'];
    return { actorId, kind: 'person', roles, producerIds: actorId === 'admin' ? [] : [actorId] };
  },
});
const questions = {
  "an admin's inbox": ['admin', ''],
  "an admin's inbox, what waits": ['admin', '&state=waiting'],
  "an admin's inbox, what is overdue": ['admin', '&state=overdue'],
  "an admin's inbox, what is closed": ['admin', '&state=closed'],
  "an owner's inbox, 350 items": ['producer-0', ''],
  "an owner's inbox, 10 items": ['producer-9', ''],
};
console.log(
  '| question | waiting | promised | overdue | p50 ms | p95 ms |\n| --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const [name, [as = '', query = '']] of Object.entries(questions)) {
  /** @type {number[]} */
  const took = [];
  let reply = await ask(as, query);
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    // Every second time a page further on, as people who work through it ask.
    reply = await ask(as, `${query}${turn % 2 === 1 && reply.nextCursor ? `&cursor=${reply.nextCursor}` : ''}`);
    took.push(performance.now() - began);
  }
  took.sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => took[Math.floor(share * took.length)]?.toFixed(1);
  console.log(`| ${name} | ${reply.waiting} | ${reply.promised} | ${reply.overdue} | ${at(0.5)} | ${at(0.95)} |`);
}
await handler.close();
await store.close();

/** @returns {Promise<any>} */
async function ask(/** @type {string} */ as, /** @type {string} */ query) {
  const reply = await handler(
    new Request(`http://localhost/v1/inbox?limit=50${query}`, { headers: { authorization: `Bearer ${as}` } }),
  );
  if (reply.status !== 200) throw new Error(await reply.text());
  return reply.json();
}

/** Ten producers of 350 items each, the last of them of ten only. */
async function fillCatalogue(/** @type {import('@collateral/server-adapter').Store} */ store) {
  for (let number = 0; number < itemCount; number += 1) {
    const producer = `producer-${number % 10 === 9 && number > 100 ? 0 : number % 10}`;
    const item = {
      id: itemName(number),
      title: `Deck ${number}`,
      kind: 'deck',
      producer: { id: producer, name: producer },
    };
    await store.put('main', 'items', item.id, {
      ...item,
      versions: [{ version: 'v1', publishedAt: '2024-01-01T00:00:00.000Z' }],
    });
  }
}

/** Ships or declines 55 of 100 suggestions, promises 3 of them, merges 2 into the one before. */
async function decide(/** @type {import('@collateral/server-adapter').Store} */ store) {
  const random = randomFrom(11);
  for (let number = 0; number < itemCount; number += 1) {
    const rows = (await store.aggregate?.('main', { type: 'suggestions', collateralIds: [itemName(number)] })) ?? [];
    /** @type {Record<string, object[]>} */
    const moves = {};
    /** @type {string | null} */
    let before = null;
    for (const row of rows) {
      if (row.type !== 'suggestions') continue;
      const roll = random() * 100;
      const step = {
        commandId: `${row.suggestionId} 1`,
        at: '2026-01-02T00:00:00.000Z',
        actorId: 'admin',
        role: 'admin',
        reason: 'Because it was asked for by many',
      };
      const dueAt = new Date(now + Math.floor(random() * 60 - 10) * 86_400_000).toISOString().slice(0, 10);
      const accepted = { ...step, type: 'transition', to: 'accepted', assignee: 'producer-0', dueAt };
      if (roll < 30)
        moves[row.suggestionId] = [accepted, { ...step, type: 'transition', to: 'shipped', shippedVersion: 'v1' }];
      else if (roll < 55) moves[row.suggestionId] = [{ ...step, type: 'transition', to: 'declined' }];
      else if (roll < 58) moves[row.suggestionId] = [accepted];
      else if (roll < 60 && before !== null)
        moves[row.suggestionId] = [{ ...step, type: 'merge', to: 'duplicate', duplicateOf: before }];
      else before = row.suggestionId;
    }
    await store.put('main', 'suggestions', `item ${itemName(number)}`, { moves });
  }
}
