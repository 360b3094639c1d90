import { isCollateralError, type RatingSummary } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../conformance/seeded-random.js';
import { numbersFrom } from '../conformance/sample-list.js';
import { now, onEveryStore, World } from '../handler.fixture.js';
import { InsightsWorld } from '../routes/insights-world.fixture.js';
import { SuggestionsWorld } from '../routes/suggestions-world.fixture.js';
import { createMemoryStore } from '../store/memory-store.js';
import type { Store } from '../store/store.js';
import { retentionBounds } from './retention-bounds.js';
import { runRetention } from './run-retention.js';

const policy = { retention: { eventMonths: 13, ratingMonths: 25 } } as const;
const dayMs = 86_400_000;

onEveryStore('runRetention', (createStore) => {
  test('leaves every figure of every period as it was', async () => {
    const store = createStore();
    const company = await makeCompany(store);
    const before = await everyFigure(store);
    const report = await runRetention({ store, policy, now: () => now, factsPerStep: 100 });
    assert.ok(report.events > 50 && report.ratings > 10, JSON.stringify(report));
    assert.deepEqual(await everyFigure(store), before);
    // And they go on as if nothing had been deleted.
    const other = createStore();
    await goOn(company);
    await goOn(await makeCompany(other));
    assert.deepEqual(await everyFigure(store), await everyFigure(other));
  });

  test('deletes what is older than the policy allows, and nothing else', async () => {
    const store = createStore();
    await makeCompany(store);
    const { eventsBefore, ratingsBefore } = await runRetention({ store, policy, now: () => now });
    const facts = await new World(store).facts();
    assert.ok(facts.length > 100);
    for (const { type, effectiveAt } of facts)
      assert.ok(effectiveAt >= (type.startsWith('rating') ? ratingsBefore : eventsBefore), `${type} of ${effectiveAt}`);
    const again = await runRetention({ store, policy, now: () => now });
    assert.deepEqual([again.events, again.ratings, again.suggestions], [0, 0, 0]);
    assert.equal((await new World(store).facts()).length, facts.length);
  });

  test('may run twice at once beside events that come in', async () => {
    const [store, quiet] = [createStore(), createStore()];
    const [company, same] = [await makeCompany(store), await makeCompany(quiet)];
    const run = (): Promise<{ readonly events: number }> =>
      runRetention({ store, policy, now: () => now, factsPerStep: 100 });
    const [one, other] = await Promise.all([run(), run(), goOn(company)]);
    await goOn(same);
    assert.equal(one.events + other.events, (await runRetention({ store: quiet, policy, now: () => now })).events);
    assert.deepEqual(await everyFigure(store), await everyFigure(quiet));
  });

  test('counts a person once who rates again what they rated before the retention', async () => {
    const store = createStore();
    const insights = new InsightsWorld(store);
    await insights.items([{ id: 'deck' }]);
    const people = numbersFrom(1, 6).map((number) => `p${number}`);
    await insights.view(...people.map((who) => ({ who, item: 'deck', daysAgo: 901 })));
    await insights.rate(...people.map((who) => ({ who, item: 'deck', daysAgo: 900, value: 2 })));
    await runRetention({ store, policy, now: () => now });
    await insights.rate(...people.map((who) => ({ who, item: 'deck', daysAgo: 1, value: 5 })));
    const rows = await store.aggregate?.('main', { type: 'ratings', by: ['afterUse'] });
    assert.deepEqual(
      rows?.map((row) => row.type === 'ratings' && [row.group.afterUse, row.value, row.ratings]),
      [[true, 5, 6]],
    );
  });

  test('keeps showing people what they said, as far as it is kept, until they say something else', async () => {
    const store = createStore();
    const insights = new InsightsWorld(store);
    const versions = ['v1', 'v2'].map((version, index) => ({
      version,
      publishedAt: new Date(now - (950 - index * 40) * dayMs).toISOString(),
    }));
    await insights.items([{ id: 'deck', versions }]);
    await insights.rate({ who: 'p1', item: 'deck', version: 'v1', daysAgo: 930, value: 2 });
    await insights.rate({ who: 'p1', item: 'deck', version: 'v2', daysAgo: 900, value: 4 });
    await insights.rate({ who: 'p2', item: 'deck', version: 'v2', daysAgo: 890, value: 5 });
    const asked = async (who: string): Promise<readonly unknown[]> => {
      const [{ mine, previous } = {} as Partial<RatingSummary>] = await insights.world.ratings(
        [{ collateralId: 'deck' }],
        who,
      );
      return [mine?.value, mine?.ratedAt.slice(0, 10), mine?.id !== undefined, previous];
    };
    const day = new Date(now - 900 * dayMs).toISOString().slice(0, 10);
    assert.deepEqual(await asked('p1'), [4, day, true, { version: 'v1', value: 2 }]);
    await runRetention({ store, policy, now: () => now });
    assert.deepEqual(await asked('p1'), [4, day, false, { version: 'v1', value: 2 }]);
    assert.deepEqual((await asked('p2'))[0], 5, 'everybody their own');
    assert.deepEqual(await asked('p3'), [undefined, undefined, false, undefined]);
    await insights.rate({ who: 'p1', item: 'deck', version: 'v2', daysAgo: 1, value: 1 });
    assert.deepEqual((await asked('p1')).slice(0, 1), [1]);
  });

  test('ends closed suggestions as a whole, and keeps the words of open ones', async () => {
    const store = createStore();
    const past = new SuggestionsWorld(store);
    past.world.clock = now - 900 * dayMs;
    await past.prepare();
    const open = await past.suggest('ana', 'Add an open idea');
    const closed = await past.suggest('ben', 'Add a closed idea');
    const merged = await past.suggest('cem', 'The same closed idea');
    const recent = await past.suggest('dora', 'Closed lately');
    await past.reply('eve', closed, 'Yes, please');
    await past.vote('eve', closed);
    await past.done('admin', merged, 'merge', { into: closed, reason: 'The same' });
    await past.move('admin', closed, { to: 'declined', reason: 'Not now, sorry' });
    past.world.clock = now - 700 * dayMs;
    await past.move('admin', recent, { to: 'declined', reason: 'No longer' });
    past.world.clock = now;
    const { suggestions } = await runRetention({ store, policy, now: () => now });
    assert.equal(suggestions, 2);
    const left = JSON.stringify([
      await past.world.facts(),
      (await store.list('main', 'suggestions')).documents,
      await past.list('ana'),
    ]);
    for (const words of ['Add an open idea', 'Closed lately', 'No longer']) assert.ok(left.includes(words), words);
    for (const words of ['closed idea', 'Yes, please', 'The same', 'Not now']) assert.ok(!left.includes(words), words);
    assert.deepEqual(
      (await past.list('ana')).suggestions.map(({ suggestionId }) => suggestionId).toSorted(),
      [open, recent].toSorted(),
    );
    assert.equal((await runRetention({ store, policy, now: () => now })).suggestions, 0);
  });
});

test('runRetention refuses a store that would lose its figures, unless it is told to', async () => {
  const store: Store = { ...createMemoryStore(), capabilities: {} };
  await assert.rejects(
    runRetention({ store }),
    (error) => isCollateralError(error) && error.code === 'invalid-option' && error.message.includes('withoutCounts'),
  );
  assert.equal((await runRetention({ store, withoutCounts: true })).events, 0);
  await assert.rejects(runRetention({ store, withoutCounts: true, factsPerStep: 1 }), /factsPerStep/);
});

test('the bounds of retention are whole days, some months back', () => {
  const bounds = (day: string): string =>
    retentionBounds({ eventMonths: 13, ratingMonths: 25 }, Date.parse(`${day}T17:30:00.000Z`)).eventsBefore;
  assert.equal(bounds('2026-05-04'), '2025-04-04T00:00:00.000Z');
  assert.equal(bounds('2026-03-31'), '2025-02-28T00:00:00.000Z');
  assert.equal(bounds('2025-03-29'), '2024-02-29T00:00:00.000Z');
});

const items = ['deck', 'sheet', 'video'] as const;

/** Three years of a company, the same each time. */
async function makeCompany(store: Store): Promise<InsightsWorld> {
  const insights = new InsightsWorld(store, policy);
  await insights.items(
    items.map((id) => ({
      id,
      versions: [
        { version: 'v1', publishedAt: '2023-01-01T00:00:00.000Z' },
        { version: 'v2', publishedAt: '2025-11-01T00:00:00.000Z' },
      ],
      producer: { id: 'marketing', name: 'Marketing' },
    })),
  );
  const random = new SeededRandom(5);
  const acts = numbersFrom(0, 400).map(() => ({
    who: `p${random.below(14)}`,
    team: random.pick(['west', 'east']),
    item: random.pick(items),
    daysAgo: random.below(1_100),
  }));
  await insights.view(...acts.slice(0, 240));
  await insights.rate(...acts.slice(240, 340).map((act) => ({ ...act, value: 1 + random.below(5) })));
  await insights.act('download', ...acts.slice(340));
  return insights;
}

async function goOn(insights: InsightsWorld): Promise<void> {
  const people = numbersFrom(0, 14).map((number) => ({ who: `p${number}`, team: 'west', item: 'deck', daysAgo: 2 }));
  await insights.view(...people.slice(0, 9));
  await insights.rate(...people.slice(3, 12).map((act, index) => ({ ...act, value: 1 + (index % 5) })));
}

/** What people can see, of a handler that has just been started. */
async function everyFigure(store: Store): Promise<unknown> {
  const insights = new InsightsWorld(store, policy);
  const figures: unknown[] = [];
  for (const period of ['last-30-days', 'last-90-days', 'last-365-days', '2026-04', '2026-Q1', '2024-05', '2023-Q4']) {
    figures.push(await insights.overview(`?period=${period}`), await insights.list(`?period=${period}`));
    figures.push(await insights.quadrant(`?period=${period}`));
    for (const id of items) figures.push(await insights.page(id, `?period=${period}`));
  }
  figures.push(
    await insights.world.ratings(
      items.map((collateralId) => ({ collateralId })),
      'visitor',
    ),
  );
  for (const period of ['2026-Q1', 'last-90-days'])
    figures.push(await (await insights.world.call(`/v1/scorecards?period=${period}`, { as: 'boss' })).json());
  return figures;
}
