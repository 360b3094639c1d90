// Fills an empty demo: the catalogue, two years of what colleagues did with it, and what they said about the items on the demo's page.
import { rename, rm, stat } from 'node:fs/promises';
import { createSqliteStore } from '@collateral/server-adapter/sqlite';
import { catalogue } from './catalogue.js';
import { companyUntilNow } from './company.js';
import { createCall, createTimeMachine, sendHistory } from './history.js';
import { commentOnPage, disputeOnPage } from './page-disputes.js';
import { usePage } from './page-past.js';
import { ratePage, suggestOnPage } from './seed-page.js';
import { setTargets } from './seed-targets.js';

const day = 86_400_000;

/**
 * Makes the demo's file unless it is there.
 *
 * @param {string} file
 * @param {number} days of history
 * @param {(done: number, all: number) => void} onProgress told the days
 * @returns {Promise<{people: number, events: number} | null>} what is in it, or null when there was one already
 */
export async function seed(file, days, onProgress) {
  if (await stat(file).catch(() => null)) return null;
  // Made beside its place and moved when it is whole, so that a seed that was stopped half-way is not taken for a demo.
  const unfinished = `${file}.unfinished`;
  for (const ending of ['', '-wal', '-shm']) await rm(unfinished + ending, { force: true });
  const store = createSqliteStore({ path: unfinished });
  try {
    const { call, finish } = createTimeMachine(store);
    const company = companyUntilNow(days);
    const start = Date.now() - days * day;
    await call('/v1/items', 'PUT', { items: itemsBefore(company) }, start);
    await call('/v1/groups', 'PUT', { groups: company.groups }, start);
    await sendHistory(call, withHandOvers(call, company, reporting(company.history(), days, onProgress)));
    await usePage(call, days);
    await ratePage(call, days);
    await suggestOnPage(call);
    await commentOnPage(call);
    await setTargets(call);
    const events = await finish();
    // A comment is found on the page of its item, which needs everything that was ever done with it.
    await disputeOnPage(createCall(store));
    await store.close();
    await rename(unfinished, file);
    return { people: company.people.length, events };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The catalogue before anything was handed over. @param {import('../data/generate.js').Company} company */
function itemsBefore({ items, handOvers }) {
  const first = new Map(handOvers.map(({ collateralId, from }) => [collateralId, from]));
  const before = items.map((item) => ({ ...item, ...(first.has(item.id) && { producer: first.get(item.id) }) }));
  return [...catalogue.map(({ item }) => item), ...before];
}

/**
 * Puts items that change hands into the catalogue before the day on which they do.
 *
 * @template {{ day: string }} Day
 * @param {import('./history.js').Call} call
 * @param {import('../data/generate.js').Company} company
 * @param {Iterable<Day>} days
 */
async function* withHandOvers(call, { items, handOvers }, days) {
  const waiting = [...handOvers];
  for (const one of days) {
    while (waiting[0] && waiting[0].at.slice(0, 10) <= one.day) {
      const { at, collateralId } = /** @type {typeof waiting[number]} */ (waiting.shift());
      await call('/v1/items', 'PUT', { items: items.filter(({ id }) => id === collateralId) }, Date.parse(at));
    }
    yield one;
  }
}

/**
 * @template Day
 * @param {Iterable<Day>} days
 * @param {number} all
 * @param {(done: number, all: number) => void} onProgress
 */
function* reporting(days, all, onProgress) {
  let done = 0;
  for (const day of days) {
    yield day;
    onProgress((done += 1), all);
  }
}
