import type { Inbox, Suggestion } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { tellMuch } from './much-told.fixture.js';
import { SuggestionsWorld } from './suggestions-world.fixture.js';

const parts = ['', 'state=waiting', 'state=promised', 'state=overdue', 'state=closed'] as const;
const narrowings = [
  '',
  'kind=idea',
  'kind=request',
  'kind=low-rating',
  'assignee=marketing',
  'assignee=product',
] as const;

onEveryStore('pages of an inbox', (createStore) => {
  test('hold what reading everything finds, in order, with the same numbers on each', async () => {
    const world = await fill(new SuggestionsWorld(createStore()));
    for (const reader of ['paula', 'petra', 'admin']) {
      for (const part of parts) {
        for (const narrowing of narrowings) {
          const asked = [part, narrowing].filter(Boolean).join('&');
          const pages = await readPages(world, reader, asked);
          const whole = await world.inbox(reader, `?sort=newest&limit=100&${asked}`);
          const found = pages.flatMap(({ suggestions }) => suggestions);
          const title = `${reader} ${asked}`;
          const sorted = whole.suggestions.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
          assert.deepEqual(found, sorted, title);
          for (const page of pages) assert.deepEqual(numbersOf(page), numbersOf(whole), title);
        }
      }
    }
  });

  test('count what is overdue by how much on every page, whatever it shows', async () => {
    const world = await fill(new SuggestionsWorld(createStore()));
    const { overdue, overdueDays, promised } = await world.inbox('paula', '?state=waiting&limit=1');
    const late = (await world.inbox('paula', '?state=overdue')).suggestions.map((one) => one.overdueDays);
    assert.deepEqual([overdue, overdueDays], [late.length, Math.max(...late)]);
    assert.ok(overdue > 0 && promised > overdue);
  });

  test('show at once what was rated low and what was decided', async () => {
    const world = await fill(new SuggestionsWorld(createStore()), 60);
    const before = await world.inbox('admin', '?kind=low-rating');
    await world.rateLow('c', { reasons: ['wrong-audience'], tellOwner: true });
    const after = await world.inbox('admin', '?kind=low-rating');
    assert.deepEqual([before.waiting, after.waiting], [1, 2]);
    await world.move('admin', 'low:wrong-audience:v1:deck-42', { to: 'declined' });
    assert.equal((await world.inbox('admin', '?kind=low-rating')).waiting, 1);
    assert.equal((await world.inbox('admin', '?kind=low-rating&state=closed')).total, 1);
  });

  test('leave out what its author took back, also after it was merged for a while', async () => {
    const world = await new SuggestionsWorld(createStore()).prepare();
    const [one, other] = [await world.suggest('ana', 'Prices'), await world.suggest('ben', 'Prices, please')];
    await world.done('paula', one, 'merge', { into: other });
    await world.done('paula', one, 'unmerge', { expect: 1 });
    const takeBack = (as: string, suggestionId: string): Promise<void> =>
      world.sendGood(as, { id: world.id(), type: 'suggestion-withdrawal', suggestionId, occurredAt: world.at(0) });
    await takeBack('ana', one);
    assert.deepEqual(idsOf(await world.inbox()), [other]);
    await world.done('paula', other, 'hide', { hidden: true });
    await takeBack('ben', other);
    const { waiting, total, suggestions } = await world.inbox();
    assert.deepEqual([waiting, total, suggestions], [0, 0, []]);
  });
});

/** Adds promises of several days, a request that was given to somebody, and work at an item of somebody else. */
async function fill(empty: SuggestionsWorld, items = 0): Promise<SuggestionsWorld> {
  const { world } = await tellMuch(empty);
  const more = Array.from({ length: items }, (_, number) => ({ id: `more-${number}`, title: 'More', kind: 'deck' }));
  if (items > 0) await world.world.putItems(more);
  const today = new Date(world.world.clock);
  const dayIn = (days: number): string => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  for (const days of [1, 8, 10, 13, 13]) {
    const id = await world.suggest(`d${days}`, `Promised for ${days}`, { occurredAt: world.at(700 + days) });
    await world.move('paula', id, { to: 'accepted', assignee: 'marketing', dueAt: dayIn(days) });
  }
  const elsewhere = await world.suggest('ana', 'Given to the producer of another item');
  await world.move('admin', elsewhere, { to: 'accepted', assignee: 'product', dueAt: dayIn(11) });
  const request = await world.request('ben', 'A sheet about prices');
  await world.move('admin', request, { to: 'accepted', assignee: 'marketing', dueAt: dayIn(9) });
  world.world.clock += 10 * 86_400_000;
  await world.request('cem', 'A video');
  return world;
}

async function readPages(world: SuggestionsWorld, as: string, asked: string): Promise<readonly Inbox[]> {
  const pages: Inbox[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: Inbox = await world.inbox(as, `?limit=3&${asked}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    assert.equal(page.suggestions.length === 3 || page.nextCursor === undefined, true, 'pages are full');
    pages.push(page);
    cursor = page.nextCursor;
  }
  return pages;
}

function placeOf({ status, dueAt, createdAt, suggestionId }: Suggestion): string {
  const isOver = ['shipped', 'declined'].includes(status);
  return `${isOver ? '~' : (dueAt ?? '9999')} ${createdAt} ${suggestionId}`;
}

function numbersOf({ waiting, promised, overdue, overdueDays, waitingSince, total }: Inbox): object {
  return { waiting, promised, overdue, overdueDays, waitingSince, total };
}

function idsOf({ suggestions }: Inbox): readonly string[] {
  return suggestions.map(({ suggestionId }) => suggestionId);
}
