// node bench/scorecards/routes.mjs [days …]: how fast scorecards answer, with a store that holds so many days of a company of size M
// and eight suggestions a day. Uses the files of bench:insights (made when they are missing), and a copy of them for the suggestions.
import { createHandler } from '@collateral/server-adapter';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { copyFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStore } from '../insights/load-sqlite.mjs';
import { factsPerDay, firstDay } from '../insights/sample-facts.mjs';

const dayMs = 86_400_000;
const items = 3_500;
const producers = 90;
const suggestionsPerDay = 8;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [90, 740];
const questions = [
  '/v1/scorecards?subject=producer&id=producer-7',
  '/v1/scorecards/evidence?subject=producer&id=producer-7&measure=P4',
  '/v1/scorecards/comparison?subject=producer',
  '/v1/scorecards?subject=team&id=team-3',
  '/v1/scorecards',
];

for (const days of sizes) {
  const plain = join(tmpdir(), `collateral-insights-${days}.sqlite`);
  const path = join(tmpdir(), `collateral-scorecards-${days}.sqlite`);
  await loadStore(plain, days);
  const isNew = !existsSync(path);
  if (isNew) copyFileSync(plain, path);
  const store = createSqliteStore({ path });
  if (isNew) await addSuggestions(store, days);
  const started = performance.now();
  const end = firstDay + days * dayMs - 60_000;
  const newHandler = () =>
    createHandler({
      store,
      publicOrigin: 'https://intranet.example',
      rateLimit: false,
      policy: { producerScorecards: 'individual' },
      authenticate: () => ({ actorId: 'boss', kind: 'person', roles: ['admin'] }),
      now: () => end + (performance.now() - started),
      onError: (error) => console.error(error),
    });
  const handler = newHandler();
  if (isNew) await putCatalogue(handler);
  await get(handler, '/v1/insights/overview'); // releases the ratings, once in the life of a store
  console.log(`\n${days * factsPerDay} events (${days} days), node ${process.version}`);
  console.log('\n| question | first ms | p50 ms | p95 ms |\n| --- | ---: | ---: | ---: |');
  for (const question of questions) {
    const first = await timed(() => get(newHandler(), question));
    const times = [];
    await get(handler, question);
    for (let index = 0; index < 60; index += 1) times.push(await timed(() => get(handler, question)));
    times.sort((one, other) => one - other);
    const [p50 = 0, p95 = 0] = [times[30], times[57]];
    console.log(`| ${[question, first.toFixed(0), p50.toFixed(1), p95.toFixed(1)].join(' | ')} |`);
  }
  await store.close();
}

/**
 * @param {import('@collateral/server-adapter').Store} store
 * @param {number} days
 */
async function addSuggestions(store, days) {
  /** @type {Map<string, Record<string, object[]>>} */
  const books = new Map();
  for (let number = 0; number < days * suggestionsPerDay; number += 1) {
    const time = firstDay + (number / suggestionsPerDay) * dayMs;
    const collateralId = `deck-${(number * 37) % items}`;
    const id = `01980000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;
    const effectiveAt = new Date(time).toISOString();
    const place = {
      collateralId,
      version: 'v1',
      occurredAt: effectiveAt,
      receivedAt: effectiveAt,
      effectiveAt,
      day: effectiveAt.slice(0, 10),
      slot: Math.floor(time / 1_800_000),
      team: 'team-1',
      context: null,
    };
    const made = { ...place, id, actorId: `person-${number % 1_500}`, type: 'suggestion', excluded: null };
    const replyId = `01980000-0000-7000-a000-${number.toString(16).padStart(12, '0')}`;
    const reply = { ...place, id: replyId, actorId: 'owner', type: 'reply', excluded: 'own-use' };
    const facts = [{ ...made, detail: { body: 'An idea' } }];
    if (number % 3 === 0) facts.push({ ...reply, detail: { suggestionId: id, body: 'Thank you' } });
    await store.append('main', /** @type {import('@collateral/server-adapter').Fact[]} */ (facts));
    if (number % 2 === 0) continue;
    const at = new Date(time + (number % 20) * dayMs).toISOString();
    const move = {
      commandId: id,
      type: 'transition',
      at,
      actorId: 'owner',
      role: 'producer',
      to: 'declined',
      reason: 'No',
    };
    const book = books.get(collateralId) ?? {};
    books.set(collateralId, Object.assign(book, { [id]: [move] }));
  }
  for (const [collateralId, moves] of books) await store.put('main', 'suggestions', `item ${collateralId}`, { moves });
}

/** @param {import('@collateral/server-adapter').Handler} handler */
async function putCatalogue(handler) {
  const all = Array.from({ length: items }, (_, item) => ({
    id: `deck-${item}`,
    title: `Title ${item}`,
    kind: 'deck',
    producer: { id: `producer-${item % producers}`, name: `Producer ${item % producers}` },
    team: `team-${item % 30}`,
    versions: Array.from({ length: 5 }, (_, index) => ({
      version: `v${index + 1}`,
      publishedAt: new Date(firstDay + (index * 200 - (item % 200)) * dayMs).toISOString(),
    })),
  }));
  const groups = Array.from({ length: 80 }, (_, index) => ({ id: `team-${index}`, name: `Team ${index}`, size: 19 }));
  for (let start = 0; start < items; start += 500)
    await put(handler, '/v1/items', { items: all.slice(start, start + 500) });
  await put(handler, '/v1/groups', { groups });
}

/**
 * @param {import('@collateral/server-adapter').Handler} handler
 * @param {string} path
 * @param {object} body
 */
async function put(handler, path, body) {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'PUT', body: JSON.stringify(body), headers };
  const reply = await handler(new Request(`https://intranet.example${path}`, init));
  if (!reply.ok) throw new Error(await reply.text());
}

/**
 * @param {import('@collateral/server-adapter').Handler} handler
 * @param {string} path
 */
async function get(handler, path) {
  const reply = await handler(new Request(`https://intranet.example${path}`));
  const text = await reply.text();
  if (!reply.ok) throw new Error(text);
  return text;
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
