import type { Dispute, Disputes, InsightsItem, RatingQueryReply } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore } from '../handler.fixture.js';
import type { Store } from '../store/store.js';
import type { PersonDispute } from '../scorecards/person-disputes.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

const people = Array.from({ length: 12 }, (_, index) => `p${String(index).padStart(2, '0')}`);

/** Twelve people rate Ann's deck: eleven say 5, p00 says 1 and why. */
async function rated(store: Store): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(store).on('03-01');
  await world.items({ id: 'deck', producer: { id: 'ann', name: 'Ann' } });
  for (const person of people)
    await world.on('04-01').rate(person, 'west', 'deck', person === 'p00' ? 1 : 5, { comment: `By ${person}` });
  return world.on('04-10');
}

async function commentOf(world: ScorecardWorld, words: string, as = 'ann'): Promise<InsightsItem['comments'][number]> {
  const page = (await world.ok('GET', '/v1/insights/items/deck', as)) as InsightsItem;
  const comment = page.comments.find((one) => one.comment === words);
  assert.ok(comment?.ratingId, words);
  return comment;
}

async function counts(world: ScorecardWorld): Promise<readonly unknown[]> {
  const reply = await world.ok('POST', '/v1/ratings/query', 'p00', { items: [{ collateralId: 'deck' }] });
  const [summary] = (reply as RatingQueryReply).ratings;
  return [summary?.distribution, summary?.metric.n, summary?.mine?.dispute];
}

function dispute(world: ScorecardWorld, as: string, ratingId: string | undefined): Promise<number> {
  return world.status('POST', '/v1/disputes', as, { collateralId: 'deck', ratingId, reason: 'About another deck' });
}

async function list(world: ScorecardWorld, as: string): Promise<readonly Dispute[]> {
  return ((await world.ok('GET', '/v1/disputes', as)) as Disputes).disputes;
}

onEveryStore('a dispute', (createStore) => {
  test('leaves the rating out until it is settled, and both sides see that it is under review', async () => {
    const world = await rated(createStore());
    assert.deepEqual(await counts(world), [[1, 0, 0, 0, 11], 12, undefined]);
    const { ratingId = '' } = await commentOf(world, 'By p00');
    assert.equal(await dispute(world, 'ann', ratingId), 200);
    assert.deepEqual(await counts(world), [[0, 0, 0, 0, 11], 11, 'open']);
    assert.equal((await commentOf(world, 'By p00')).dispute, 'open');
    const page = (await world.ok('GET', '/v1/insights/items/deck', 'ann')) as InsightsItem;
    assert.deepEqual(page.item.rating.excluded, [{ reason: 'disputed', count: 1 }]);
    assert.equal((await commentOf(world, 'By p01')).dispute, undefined);
    const [open] = await list(world, 'lead');
    assert.deepEqual(
      [open?.status, open?.value, open?.comment, open?.reason, open?.month, open?.maySettle],
      ['open', 1, 'By p00', 'About another deck', '2026-04', true],
    );
    await world.ok('POST', `/v1/disputes/${ratingId}/settle`, 'lead', {
      upheld: false,
      reason: 'It is fair',
      expect: 1,
    });
    assert.deepEqual(await counts(world), [[1, 0, 0, 0, 11], 12, 'rejected']);
    const [settled] = await list(world, 'ann');
    assert.deepEqual([settled?.status, settled?.settlement, settled?.maySettle], ['rejected', 'It is fair', false]);
  });

  test('that is upheld leaves the rating out for good; what the person says next counts', async () => {
    const world = await rated(createStore());
    const { ratingId = '' } = await commentOf(world, 'By p00');
    await dispute(world, 'ann', ratingId);
    await world.ok('POST', `/v1/disputes/${ratingId}/settle`, 'boss', { upheld: true, reason: 'So it is', expect: 1 });
    assert.deepEqual(await counts(world), [[0, 0, 0, 0, 11], 11, 'upheld']);
    await world.on('04-11').rate('p00', 'west', 'deck', 2, { comment: 'Again' });
    for (const person of ['q1', 'q2', 'q3']) await world.rate(person, 'west', 'deck', 4);
    assert.deepEqual(await counts(world), [[0, 1, 0, 3, 11], 15, undefined]);
  });

  test('that was settled is opened again by a new reason, and what was decided holds until it is settled anew', async () => {
    const world = await rated(createStore());
    const { ratingId = '' } = await commentOf(world, 'By p00');
    const open = (as: string, reason: string): Promise<number> =>
      world.status('POST', '/v1/disputes', as, { collateralId: 'deck', ratingId, reason });
    const settle = (as: string, upheld: boolean, expect: number): Promise<unknown> =>
      world.ok('POST', `/v1/disputes/${ratingId}/settle`, as, { upheld, reason: `At ${expect}`, expect });
    await dispute(world, 'ann', ratingId);
    world.on('04-11');
    await settle('boss', false, 1);
    assert.equal(await dispute(world, 'ann', ratingId), 200);
    assert.equal((await list(world, 'ann'))[0]?.status, 'rejected', 'the same reason says nothing new');
    world.on('04-12');
    assert.equal(await open('ann', 'It names a price of 2024'), 200);
    assert.equal(await open('ann', 'It names a price of 2024'), 200, 'sent again');
    assert.deepEqual(await counts(world), [[1, 0, 0, 0, 11], 12, 'rejected'], 'counts while it is disputed again');
    const [again] = await list(world, 'boss');
    assert.deepEqual([again?.status, again?.settledAt, again?.revision, again?.maySettle], ['open', null, 3, true]);
    assert.deepEqual(
      again?.earlier?.map(({ reason, status, settlement }) => [reason, status, settlement]),
      [['About another deck', 'rejected', 'At 1']],
    );
    world.on('04-13');
    await settle('lead', true, 3);
    assert.deepEqual(await counts(world), [[0, 0, 0, 0, 11], 11, 'upheld']);
    world.on('04-14');
    assert.equal(await open('boss', 'It was about this deck'), 200);
    assert.deepEqual(await counts(world), [[0, 0, 0, 0, 11], 11, 'upheld'], 'stays out until then');
    world.on('04-15');
    await settle('lead', false, 5);
    assert.deepEqual(await counts(world), [[1, 0, 0, 0, 11], 12, 'rejected']);
    const statuses = (await world.audit()).entries
      .filter(({ type }) => type === 'dispute')
      .map(({ after }) => after?.['status']);
    assert.deepEqual(statuses, ['rejected', 'open', 'upheld', 'open', 'rejected', 'open']);
    assert.deepEqual((await disputesOf(world, 'boss')).map(({ part, status }) => `${part} ${status}`).toSorted(), [
      'opener rejected',
      'settler rejected',
    ]);
    await world.ok('DELETE', '/v1/people/boss', 'admin');
    await world.ok('DELETE', '/v1/people/ann', 'admin');
    const kept = JSON.stringify(
      await Promise.all((['disputes', 'audit'] as const).map((one) => world.world.store.list('main', one))),
    );
    assert.doesNotMatch(kept, /"boss"|"ann"|another deck|2024|At 1|this deck/);
  });

  test('is settled once by a command that is sent again because its reply was lost', async () => {
    const world = await rated(createStore());
    const { ratingId = '' } = await commentOf(world, 'By p00');
    await dispute(world, 'ann', ratingId);
    const path = `/v1/disputes/${ratingId}/settle`;
    const command = { upheld: true, reason: 'So it is', expect: 1 };
    const first = await world.ok('POST', path, 'boss', command);
    world.on('04-12');
    assert.deepEqual(await world.ok('POST', path, 'boss', command), first);
    assert.equal(await world.status('POST', path, 'boss', { ...command, upheld: false }), 409);
    assert.equal(await world.status('POST', path, 'boss', { ...command, reason: 'Thought again' }), 409);
    assert.equal(await world.status('POST', path, 'boss', { ...command, expect: 2 }), 409);
  });

  for (const [who, used, during] of [
    ['some', 6, null],
    ['all', 12, 11],
    ['none', 0, 0],
  ] as const)
    test(`tells nobody whether its rating came after use, where ${who} of them did`, async () => {
      const world = new ScorecardWorld(createStore()).on('03-01');
      await world.items({ id: 'deck', producer: { id: 'ann', name: 'Ann' } });
      for (const [index, person] of people.entries()) {
        if (index < used) await world.on('04-01').view(person, 'west', 'deck');
        await world.on('04-01').rate(person, 'west', 'deck', index % 2 === 0 ? 1 : 5, { comment: `By ${person}` });
      }
      world.on('04-10');
      const told = async (): Promise<unknown> => {
        const page = (await world.ok('GET', '/v1/insights/items/deck?afterUse=true', 'ann')) as InsightsItem;
        return page.item.rating.n;
      };
      assert.equal(await told(), used);
      const { ratingId = '' } = await commentOf(world, 'By p00');
      await dispute(world, 'ann', ratingId);
      assert.equal(await told(), during);
      await world.ok('POST', `/v1/disputes/${ratingId}/settle`, 'lead', { upheld: false, reason: 'Fair', expect: 1 });
      assert.equal(await told(), used);
    });

  test('tells nothing of ratings that still wait to be shown', async () => {
    const world = await rated(createStore());
    await counts(world);
    await world.on('04-11').rate('new', 'west', 'deck', 3);
    const { ratingId } = await commentOf(world, 'By p00');
    await dispute(world, 'ann', ratingId);
    assert.deepEqual((await counts(world))[0], [0, 0, 0, 0, 11]);
  });

  test('is opened by those who own the item and settled by those who manage them', async () => {
    const world = await rated(createStore());
    const { ratingId = '' } = await commentOf(world, 'By p00');
    const settle = (as: string, expect = 1): Promise<number> =>
      world.status('POST', `/v1/disputes/${ratingId}/settle`, as, { upheld: true, reason: 'Yes', expect });
    assert.equal(await dispute(world, 'bob', ratingId), 404);
    assert.equal(await dispute(world, 'ann', 'made-up'), 404);
    assert.equal(await settle('boss'), 404, 'nobody opened one');
    assert.equal(await dispute(world, 'lead', ratingId), 200);
    assert.equal(await dispute(world, 'ann', ratingId), 200, 'the one there is');
    assert.equal((await list(world, 'ann')).length, 1);
    assert.deepEqual(await list(world, 'bob'), []);
    assert.equal(await settle('ann'), 403);
    assert.equal(await settle('lead'), 403, 'not by whoever opened it');
    assert.equal(await settle('both'), 403, 'not by whoever made the item');
    assert.equal(await settle('bob'), 404);
    assert.equal(await settle('boss', 7), 409);
    world.on('04-11');
    assert.equal(await settle('boss'), 200);
    assert.equal(await settle('boss', 2), 409, 'settled is settled');
    const { entries } = await world.audit();
    assert.deepEqual(
      entries
        .filter(({ type }) => type === 'dispute')
        .map(({ before, after, by }) => [before?.['status'], after?.['status'], by.role]),
      [
        ['open', 'upheld', 'manager'],
        [undefined, 'open', 'manager'],
      ],
    );
  });

  test('names nobody who rated, and forgets who is erased', async () => {
    const world = await rated(createStore());
    const { ratingId } = await commentOf(world, 'By p00');
    await dispute(world, 'ann', ratingId);
    const told = JSON.stringify([await list(world, 'boss'), await world.audit()]);
    assert.doesNotMatch(told, /"p00"|0000-7000/);
    await world.ok('DELETE', '/v1/people/p00', 'admin');
    await world.ok('DELETE', '/v1/people/ann', 'admin');
    const [left] = await list(world, 'boss');
    assert.deepEqual([left?.comment, left?.reason, left?.status], [null, null, 'open']);
    assert.deepEqual((await counts(world))[0], [0, 0, 0, 0, 11], 'the rating stays left out');
    const kept = JSON.stringify(
      await Promise.all((['disputes', 'audit'] as const).map((one) => world.world.store.list('main', one))),
    );
    assert.doesNotMatch(kept, /"p00"|"ann"|another deck/);
  });

  test('is in the export of everybody who has a part in it, and names none of the others', async () => {
    const world = await rated(createStore());
    const { ratingId = '' } = await commentOf(world, 'By p00');
    await dispute(world, 'ann', ratingId);
    await world.ok('POST', `/v1/disputes/${ratingId}/settle`, 'lead', { upheld: true, reason: 'True', expect: 1 });
    const parts = await Promise.all(['p00', 'ann', 'lead', 'p01'].map((one) => disputesOf(world, one)));
    assert.deepEqual(
      parts.map((disputes) => disputes.map(({ part }) => part)),
      [['rater'], ['opener'], ['settler'], []],
    );
    const [mine, opened] = parts.flat();
    assert.deepEqual(mine, {
      part: 'rater',
      collateralId: 'deck',
      version: null,
      value: 1,
      reason: 'About another deck',
      status: 'upheld',
      openedAt: '2026-04-10T09:00:00.000Z',
      settledAt: '2026-04-10T09:00:00.000Z',
      settlement: 'True',
    });
    assert.doesNotMatch(JSON.stringify([mine, opened]), /p00|0000-7000|"ann"|"lead"/);
    await world.ok('DELETE', '/v1/people/me', 'p00');
    await world.ok('DELETE', '/v1/people/me', 'lead');
    assert.deepEqual(await disputesOf(world, 'p00'), []);
    assert.deepEqual(await disputesOf(world, 'lead'), []);
    assert.equal((await disputesOf(world, 'ann'))[0]?.settlement, null);
  });
});

onEveryStore('the comments of an item', (createStore) => {
  test('say who may dispute them, and to those who may know why one is', async () => {
    const world = await rated(createStore());
    for (const [as, may] of [
      ['ann', true],
      ['lead', true],
      ['boss', true],
      ['admin', true],
      ['auditor', undefined],
      ['crm', undefined],
    ] as const)
      assert.equal((await commentOf(world, 'By p00', as)).mayDispute, may, as);
    const { ratingId = '' } = await commentOf(world, 'By p00');
    await dispute(world, 'ann', ratingId);
    const { mayDispute, disputeDetail } = await commentOf(world, 'By p00');
    assert.deepEqual(
      [mayDispute, disputeDetail],
      [
        undefined,
        { reason: 'About another deck', openedAt: '2026-04-10T09:00:00.000Z', settledAt: null, settlement: null },
      ],
    );
    assert.equal((await commentOf(world, 'By p01')).mayDispute, true, 'the others may still be');
    await world.ok('POST', `/v1/disputes/${ratingId}/settle`, 'lead', { upheld: true, reason: 'So it is', expect: 1 });
    assert.equal((await commentOf(world, 'By p00')).mayDispute, true, 'again, by a new reason');
    const settled = await commentOf(world, 'By p00', 'auditor');
    assert.equal(settled.mayDispute, undefined);
    assert.deepEqual(
      [settled.dispute, settled.disputeDetail?.settlement, settled.disputeDetail?.settledAt],
      ['upheld', 'So it is', '2026-04-10T09:00:00.000Z'],
    );
  });

  test('tell somebody who manages only teams that one is disputed, and not why', async () => {
    const world = await rated(createStore());
    const { ratingId } = await commentOf(world, 'By p00');
    await dispute(world, 'ann', ratingId);
    const { dispute: status, disputeDetail, mayDispute } = await commentOf(world, 'By p00', 'west');
    assert.deepEqual([status, disputeDetail, mayDispute], ['open', undefined, undefined]);
  });

  test('settled by somebody else meanwhile are told with the refusal', async () => {
    const world = await rated(createStore());
    const { ratingId } = await commentOf(world, 'By p00');
    await dispute(world, 'ann', ratingId);
    const path = `/v1/disputes/${ratingId}/settle`;
    await world.ok('POST', path, 'lead', { upheld: true, reason: 'So it is', expect: 1 });
    const { status, body } = await told(world, path, 'boss', { upheld: false, reason: 'It is fair', expect: 1 });
    const { code, now } = body as { readonly code: string; readonly now: Dispute };
    assert.deepEqual(
      [status, code, now.status, now.settlement, now.revision, now.maySettle],
      [409, 'revision-conflict', 'upheld', 'So it is', 2, false],
    );
  });
});

async function told(world: ScorecardWorld, path: string, as: string, body: object): Promise<Told> {
  const reply = await world.world.post(path, body, { as });
  return { status: reply.status, body: await reply.json() };
}

interface Told {
  readonly status: number;
  readonly body: unknown;
}

async function disputesOf(world: ScorecardWorld, as: string): Promise<readonly PersonDispute[]> {
  return ((await world.ok('GET', '/v1/people/me', as)) as { readonly disputes: readonly PersonDispute[] }).disputes;
}
