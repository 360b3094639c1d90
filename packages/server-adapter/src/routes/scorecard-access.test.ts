import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryStore } from '../store/memory-store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

const ann = { id: 'ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };

async function company(producerScorecards: 'team' | 'individual' = 'individual'): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(createMemoryStore(), { producerScorecards }).on('03-01');
  await world.items({ id: 'deck', producer: ann, team: 'blue' }, { id: 'sheet', producer: bob, team: 'blue' });
  await world.groups({ id: 'west', name: 'West', size: 9 }, { id: 'tiny', name: 'Tiny', size: 2 });
  return world;
}

describe('who sees which scorecard', () => {
  const paths = {
    ann: '?subject=producer&id=ann',
    blue: '?subject=team&id=blue',
    west: '?subject=team&id=west',
    all: '',
  };
  const expected = {
    individual: {
      ann: [200, 200, 404, 200],
      bob: [404, 200, 404, 200],
      lead: [200, 404, 200, 200],
      boss: [200, 200, 200, 200],
      auditor: [200, 200, 200, 200],
      crm: [200, 200, 200, 200],
      somebody: [403, 403, 403, 403],
    },
    // A person's own always; nobody else's, whoever asks.
    team: {
      ann: [200, 200, 404, 200],
      bob: [404, 200, 404, 200],
      lead: [404, 404, 200, 200],
      boss: [404, 200, 200, 200],
      auditor: [404, 200, 200, 200],
      crm: [404, 200, 200, 200],
      somebody: [403, 403, 403, 403],
    },
  } as const;
  for (const policy of ['individual', 'team'] as const)
    for (const [who, statuses] of Object.entries(expected[policy]))
      test(`${who}, where scorecards are ${policy}`, async () => {
        const world = await company(policy);
        const got = await Promise.all(
          Object.values(paths).map((query) => world.status('GET', `/v1/scorecards${query}`, who)),
        );
        assert.deepEqual(got, statuses);
        const evidence = await Promise.all(
          Object.values(paths).map((query) =>
            world.status('GET', `/v1/scorecards/evidence${query || '?'}&measure=P1`, who),
          ),
        );
        assert.deepEqual(evidence, statuses, 'and the lists behind them');
      });

  test('a comparison has only those one may see, in the order of their names', async () => {
    const names = async (world: ScorecardWorld, as: string): Promise<readonly string[]> =>
      (await world.comparison('?subject=producer', as)).subjects.map(({ subject }) => subject.name);
    const open = await company();
    open.on('06-10');
    assert.deepEqual(await names(open, 'boss'), ['Ann', 'Bob']);
    assert.deepEqual(await names(open, 'lead'), ['Ann']);
    assert.deepEqual(await names((await company('team')).on('06-10'), 'boss'), []);
  });

  test('nobody learns who exists', async () => {
    const world = await company('team');
    const [hidden, missing] = await Promise.all(
      ['ann', 'nobody'].map(async (id) =>
        (await world.world.call(`/v1/scorecards?subject=producer&id=${id}`, { as: 'boss' })).json(),
      ),
    );
    assert.deepEqual(hidden, missing);
  });

  test('the table has the numbers of the screen', async () => {
    const world = (await company()).on('06-10');
    const csv = (await world.ok('GET', '/v1/scorecards.csv?subject=team&id=blue', 'boss')) as string;
    const [header = '', ...rows] = csv.trimEnd().split('\r\n');
    const { measures } = await world.scorecard('?subject=team&id=blue');
    assert.equal(rows.length, measures.length);
    const column = header.split(',').indexOf('value');
    assert.deepEqual(
      rows.map((row) => row.split(',')[column]),
      measures.map(({ metric }) => (metric.value === null ? '' : String(metric.value))),
    );
    const days = ['first day', 'last day'].map((name) => header.split(',').indexOf(name));
    assert.deepEqual(
      days.map((place) => rows[0]?.split(',')[place]),
      ['2026-03-13', '2026-06-10'],
    );
    const all = (await world.ok('GET', '/v1/scorecards/comparison.csv?subject=producer', 'boss')) as string;
    assert.match(all, /producer,ann,Ann,2026-03-13,2026-06-10,P1/);
  });

  test('wrong questions are named', async () => {
    const world = await company();
    for (const query of [
      '?subject=person',
      '?subject=producer',
      '?period=2026-Q5',
      '?compare=never',
      '?sort=value',
      '/evidence',
      '/evidence?measure=T1',
      '/evidence?measure=P1&cursor=x',
      '/comparison?subject=organisation',
      '/comparison',
    ])
      assert.equal(await world.status('GET', `/v1/scorecards${query}`, 'boss'), 400, query);
  });
});

describe('figures of small teams', () => {
  test('are hidden, and so is the sibling that would give them away', async () => {
    const world = await company();
    await world.groups({ id: 'east', name: 'East', size: 6 });
    for (const [team, people] of [
      ['west', 9],
      ['tiny', 2],
      ['east', 6],
    ] as const)
      for (let person = 0; person < people; person += 1)
        await world.on('04-10', 9 + person / 60).view(`${team}-${person}`, team, 'deck');
    world.on('06-20');
    const state = async (team: string): Promise<string> =>
      (await world.measure('T1', `?subject=team&id=${team}`)).metric.state;
    assert.equal(await state('tiny'), 'hidden');
    // 17 people less west's 9 and the 2 would be east's 6 … less west and east, tiny's 2.
    assert.equal(await state('east'), 'hidden');
    assert.equal(await state('west'), 'ok');
    const all = await world.measure('T1', '');
    assert.deepEqual([all.metric.state, all.metric.n], ['ok', 17]);
    const comparison = await world.comparison('?subject=team');
    assert.deepEqual(
      comparison.subjects.map(({ subject }) => subject.id),
      ['blue', 'west'],
    );
    assert.equal(comparison.hidden, 2);
    const { metric } = await world.measure('T1', '?subject=team&id=tiny');
    assert.deepEqual([metric.n, metric.value, metric.interval, metric.numerator], [null, null, null, undefined]);
  });
});
