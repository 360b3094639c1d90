import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

const target = {
  measure: 'P1',
  subject: 'organisation',
  id: null,
  value: 0.6,
  owner: 'Head of sales',
  from: '2026-01-01',
  until: null,
  expect: 0,
  reason: 'Agreed in the spring',
};
const ann = { id: 'ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };

onEveryStore('targets', (createStore) => {
  test('are set once and changed only by whoever saw what is there', async () => {
    const world = new ScorecardWorld(createStore()).on('03-01');
    assert.deepEqual(await world.ok('PUT', '/v1/targets', 'boss', target), {
      target: {
        measure: 'P1',
        subject: 'organisation',
        id: null,
        value: 0.6,
        owner: 'Head of sales',
        from: '2026-01-01',
        until: null,
        revision: 1,
        setAt: '2026-03-01T09:00:00.000Z',
      },
    });
    const refused = await world.answer('PUT', '/v1/targets', 'boss', { ...target, value: 0.9 });
    assert.equal(refused.status, 409);
    const { target: now } = (await refused.json()) as { target: { value: number; revision: number } };
    assert.deepEqual([now.value, now.revision], [0.6, 1], 'what is there now is told');
    await world.ok('PUT', '/v1/targets', 'boss', { ...target, value: 0.7, expect: 1 });
    const { targets } = (await world.ok('GET', '/v1/targets', 'ann')) as { targets: readonly { value: number }[] };
    assert.deepEqual(
      targets.map(({ value }) => value),
      [0.7],
    );
  });

  test('name nobody who was erased, in the list and in the trail', async () => {
    const world = new ScorecardWorld(createStore()).on('03-01');
    const owners = ['bo boss, Sales', 'Bob Boss', 'boss', 'Head of sales'];
    for (const [index, owner] of owners.entries())
      await world.ok('PUT', '/v1/targets', 'admin', { ...target, owner, from: `2026-0${index + 1}-01` });
    await world.ok('PUT', '/v1/targets', 'admin', { ...target, owner: 'Ada Min', expect: 1 });
    await world.ok('DELETE', '/v1/people/boss', 'admin');
    const { targets } = (await world.ok('GET', '/v1/targets', 'admin')) as { targets: readonly { owner: string }[] };
    assert.deepEqual(
      targets.map(({ owner }) => owner),
      ['Ada Min', 'Bob Boss', '–', 'Head of sales'],
    );
    assert.doesNotMatch(JSON.stringify((await world.audit()).entries), /bo boss|"boss"/);
  });

  test('are set once by a command that is sent again because its reply was lost', async () => {
    const store = createStore();
    const first = await new ScorecardWorld(store).on('03-01').ok('PUT', '/v1/targets', 'boss', target);
    const world = new ScorecardWorld(store).on('03-02');
    const [one, other] = await Promise.all(
      [1, 2].map(() => world.ok('PUT', '/v1/targets', 'boss', { ...target, from: '2026-06-01' })),
    );
    assert.deepEqual(one, other, 'sent twice at once');
    assert.deepEqual(await world.ok('PUT', '/v1/targets', 'boss', target), first);
    assert.equal(await world.status('PUT', '/v1/targets', 'admin', target), 409, 'somebody else did not see it');
    assert.equal(await world.status('PUT', '/v1/targets', 'boss', { ...target, reason: 'Agreed anew' }), 409);
    await world.ok('PUT', '/v1/targets', 'boss', { ...target, value: 0.7, expect: 1 });
    assert.equal(await world.status('PUT', '/v1/targets', 'boss', target), 409, 'it was changed since');
    const { entries } = (await world.ok('GET', '/v1/audit', 'admin')) as { entries: readonly { type: string }[] };
    assert.equal(entries.filter(({ type }) => type === 'target').length, 3);
  });

  test('are refused when they can not be reached or are nobody’s', async () => {
    const world = new ScorecardWorld(createStore());
    const wrong = [
      { value: 1.2 },
      { measure: 'P4', value: 0 },
      { measure: 'P2' },
      { id: 'ann' },
      { subject: 'team', id: null },
      { until: '2025-12-31' },
      { from: '2026-02-30' },
      { owner: '' },
      { reason: undefined },
    ];
    for (const changes of wrong)
      assert.equal(
        await world.status('PUT', '/v1/targets', 'admin', { ...target, ...changes }),
        400,
        JSON.stringify(changes),
      );
  });

  test('are set by those who manage, and never for oneself', async () => {
    const world = new ScorecardWorld(createStore());
    const set = (as: string, subject: string, id: string | null): Promise<number> =>
      world.status('PUT', '/v1/targets', as, { ...target, subject, id });
    assert.equal(await set('ann', 'producer', 'ann'), 403);
    assert.equal(await set('lead', 'producer', 'ann'), 200);
    assert.equal(await set('lead', 'producer', 'bob'), 403);
    assert.equal(await set('lead', 'team', 'west'), 200);
    assert.equal(await set('lead', 'organisation', null), 403);
    assert.equal(await set('auditor', 'organisation', null), 403);
    assert.equal(await set('both', 'producer', 'ann'), 403, 'a manager who is the producer');
    assert.equal(await set('both', 'producer', 'bob'), 200);
    const strict = new ScorecardWorld(createStore(), { producerScorecards: 'team' });
    assert.equal(
      await strict.status('PUT', '/v1/targets', 'admin', { ...target, subject: 'producer', id: 'ann' }),
      403,
    );
  });

  test('are offered on the scorecards of whom one may set them for', async () => {
    const world = new ScorecardWorld(createStore()).on('07-10');
    await world.items({ id: 'a', producer: ann, team: 'west' }, { id: 'b', producer: bob, team: 'east' });
    const may = async (as: string, query: string): Promise<unknown> =>
      ((await world.ok('GET', `/v1/scorecards${query}`, as)) as { maySetTargets: unknown }).maySetTargets;
    assert.equal(await may('ann', '?subject=producer&id=ann'), false);
    assert.equal(await may('lead', '?subject=producer&id=ann'), true);
    assert.equal(await may('lead', '?subject=team&id=west'), true);
    assert.equal(await may('lead', ''), false);
    assert.equal(await may('boss', ''), true);
    assert.equal(await may('admin', ''), true);
    assert.equal(await may('auditor', '?subject=team&id=west'), false);
  });

  test('of the organisation hold for everybody without their own, the latest first day first', async () => {
    const world = new ScorecardWorld(createStore()).on('03-01');
    await world.view('w1', 'west', 'something-else');
    await world.items(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, producer: ann })), {
      id: 'g',
      producer: bob,
    });
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await world.on('04-20').view('w1', 'west', id);
    await world.ok('PUT', '/v1/targets', 'boss', { ...target, value: 0.99 });
    await world.ok('PUT', '/v1/targets', 'boss', { ...target, value: 0.3, from: '2026-04-01' });
    await world.ok('PUT', '/v1/targets', 'boss', { ...target, value: 0.9, from: '2026-08-01' });
    world.on('07-10');
    const of = (id: string): string => `?subject=producer&id=${id}&period=2026-Q2`;
    const anns = await world.measure('P1', of('ann'));
    assert.deepEqual([anns.target?.value, anns.target?.setFor, anns.verdict], [0.3, 'organisation', 'met']);
    assert.equal((await world.measure('P1', of('bob'))).verdict, 'not-enough-data', 'one item says nothing either way');
    await world.ok('PUT', '/v1/targets', 'lead', {
      ...target,
      subject: 'producer',
      id: 'ann',
      value: 0.5,
      until: '2026-06-30',
    });
    const own = await world.measure('P1', of('ann'));
    assert.deepEqual([own.target?.value, own.target?.setFor], [0.5, 'producer']);
    assert.equal((await world.measure('P3', of('ann'))).verdict, 'no-target');
  });
});

onEveryStore('the audit trail', (createStore) => {
  test('names who changed which owner, target and rule when, newest first', async () => {
    const world = new ScorecardWorld(createStore(), { targetRating: 3 }).on('03-01');
    await world.items({ id: 'deck', producer: ann, team: 'blue' }, { id: 'sheet' });
    await world.on('03-02').items({ id: 'deck', producer: { ...ann, name: 'Ann B.' }, team: 'blue' });
    await world.on('06-01').items({ id: 'deck', producer: bob, team: 'blue' }, { id: 'sheet', producer: ann });
    await world.on('06-02').ok('PUT', '/v1/targets', 'boss', target);
    const { entries } = await world.audit();
    assert.deepEqual(
      entries.map(({ type, at, by, about, reason }) => [type, at.slice(5, 10), by.name ?? by.role, about?.id, reason]),
      [
        ['target', '06-02', 'Bo Boss', null, 'Agreed in the spring'],
        ['ownership', '06-01', 'Ada Min', 'deck', null],
        ['ownership', '06-01', 'Ada Min', 'sheet', null],
        ['policy', '03-01', 'host', undefined, null],
      ],
    );
    const [, deck] = entries;
    assert.deepEqual(deck?.before, { producer: { ...ann, name: 'Ann B.' }, team: 'blue' });
    assert.deepEqual(deck.after, { producer: bob, team: 'blue' });
    const restarted = new ScorecardWorld(world.world.store, { targetRating: 4 }).on('06-03');
    const [policy] = (await restarted.audit()).entries;
    assert.deepEqual(
      [policy?.type, policy?.before, policy?.after],
      ['policy', { targetRating: 3 }, { targetRating: 4 }],
    );
    await new ScorecardWorld(world.world.store, { targetRating: 4 }).on('06-04').audit();
    assert.equal((await restarted.audit()).entries.length, 5, 'the same rules again are no change');
  });

  test('calls items, producers and teams by the names they have today', async () => {
    const world = new ScorecardWorld(createStore()).on('03-01');
    await world.ok('PUT', '/v1/groups', 'admin', { groups: [{ id: 'west', name: 'Sales, West', size: 9 }] });
    await world.items({ id: 'deck', producer: ann, team: 'blue' });
    await world.on('03-02').items({ id: 'deck', producer: bob, team: 'west' });
    const own = { ...target, subject: 'team', id: 'west' };
    await world.on('03-03').ok('PUT', '/v1/targets', 'boss', own);
    await world.on('03-04').ok('PUT', '/v1/targets', 'boss', { ...target, subject: 'producer', id: 'ann' });
    const { entries } = await world.audit();
    assert.deepEqual(
      entries.map(({ about, teams }) => [about?.name ?? null, teams.map(({ id, name }) => `${id}: ${name}`)]),
      [
        ['Ann', []],
        ['Sales, West', []],
        ['The deck', ['blue: blue', 'west: Sales, West']],
        [null, []],
      ],
    );
  });

  test('is narrowed to one kind of change, in pages that skip and repeat nothing', async () => {
    const world = new ScorecardWorld(createStore()).on('03-01');
    await world.items({ id: 'deck', producer: ann });
    for (let day = 2; day < 9; day += 1) {
      await world.on(`03-0${day}`).items({ id: 'deck', producer: day % 2 ? ann : bob });
      if (day % 3 === 0) await world.ok('PUT', '/v1/targets', 'boss', { ...target, from: `2026-0${day}-01` });
    }
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await world.audit(`?limit=2&type=ownership${cursor}`);
      seen.push(...page.entries.map(({ type, at }) => `${type} ${at.slice(8, 10)}`));
      cursor = page.nextCursor === undefined ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    } while (cursor !== '');
    assert.deepEqual(
      seen,
      ['08', '07', '06', '05', '04', '03', '02'].map((day) => `ownership ${day}`),
    );
    assert.equal((await world.audit('?type=target')).entries.length, 2);
    assert.equal((await world.audit('?type=dispute')).entries.length, 0);
    assert.equal(await world.status('GET', '/v1/audit?type=toString', 'auditor'), 400);
  });

  test('has two changes of one moment, and every owner among many at once', async () => {
    const world = new ScorecardWorld(createStore()).on('03-01');
    await world.ok('PUT', '/v1/targets', 'boss', target);
    await world.ok('PUT', '/v1/targets', 'boss', { ...target, value: 0.7, expect: 1 });
    await world.items({ id: 'deck', producer: ann });
    const producers = Array.from({ length: 12 }, (_, index) => ({ id: `p${index}`, name: `P ${index}` }));
    await Promise.all(producers.map((producer) => world.items({ id: 'deck', producer })));
    const { entries } = await world.audit('?limit=200');
    assert.equal(entries.filter(({ type }) => type === 'target').length, 2);
    assert.equal(entries.filter(({ type }) => type === 'ownership').length, 12);
  });

  test('comes in pages', async () => {
    const world = new ScorecardWorld(createStore()).on('03-01');
    for (let turn = 0; turn < 5; turn += 1)
      await world.on(`03-0${turn + 2}`).items({ id: 'deck', producer: turn % 2 ? ann : bob });
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await world.audit(`?limit=2${cursor}`);
      seen.push(...page.entries.map(({ id }) => id));
      cursor = page.nextCursor === undefined ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    } while (cursor !== '');
    assert.equal(seen.length, 5, 'four hand-overs and the rules');
    assert.equal(new Set(seen).size, 5);
    assert.equal(await world.status('GET', '/v1/audit?limit=0', 'auditor'), 400);
    assert.equal(await world.status('GET', '/v1/audit', 'boss'), 403);
  });

  test('loses a person who is erased, and keeps what was changed', async () => {
    const world = new ScorecardWorld(createStore()).on('03-01');
    await world.ok('PUT', '/v1/targets', 'boss', target);
    await world.ok('DELETE', '/v1/people/boss', 'admin');
    const entry = (await world.audit()).entries.find(({ type }) => type === 'target');
    assert.deepEqual([entry?.by.name, entry?.reason, entry?.after?.['value']], [null, null, 0.6]);
    const kept = JSON.stringify([
      await world.world.store.list('main', 'audit'),
      await world.world.store.list('main', 'targets'),
    ]);
    assert.doesNotMatch(kept, /boss|spring/);
  });

  test('has every change once, also when a process dies between the change and the trail', async () => {
    const store = createStore();
    const world = new ScorecardWorld(store).on('03-01');
    await world.items({ id: 'deck', producer: ann });
    let isDying = true;
    const put: typeof store.put = (tenant, collection, ...rest) =>
      isDying && collection === 'audit' ? Promise.reject(new Error('died')) : store.put(tenant, collection, ...rest);
    const dying = new ScorecardWorld({ ...store, put }).on('03-02');
    assert.equal(
      await dying.status('PUT', '/v1/items', 'admin', {
        items: [{ id: 'deck', title: 'The deck', kind: 'deck', producer: bob }],
      }),
      500,
    );
    isDying = false;
    await dying.on('03-03').items({ id: 'deck', producer: bob });
    await dying.on('03-04').items({ id: 'deck', producer: bob });
    const { entries } = await dying.audit();
    assert.deepEqual(
      entries.filter(({ type }) => type === 'ownership').map(({ at }) => at.slice(5, 10)),
      ['03-02'],
    );
  });
});
