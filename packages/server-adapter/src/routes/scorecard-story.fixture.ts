import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReport } from '../scorecards/create-report.js';
import type { Store } from '../store/store.js';
import { ScorecardWorld } from './scorecard-world.fixture.js';

const ann = { id: 'ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };
const q2 = 'period=2026-Q2';
const versions = (...days: readonly string[]): { readonly version: string; readonly publishedAt: string }[] =>
  days.map((day, index) => ({ version: `v${index + 1}`, publishedAt: `2026-${day}T00:00:00.000Z` }));

/**
 * A spring in a company of two producers: Ann's deck goes to Bob on the 1st of June. Seen from the 10th of July.
 */
async function spring(store: Store): Promise<ScorecardWorld> {
  const world = new ScorecardWorld(store);
  const deck = { id: 'deck', team: 'blue', versions: versions('01-05', '05-04') };
  const sheet = { id: 'sheet', team: 'blue', producer: bob, versions: versions('01-05'), reviewBy: '2026-06-01' };
  const guide = { id: 'guide', team: 'blue', versions: versions('01-05'), reviewBy: '2026-12-01' };
  const module = { id: 'module', producer: ann, team: 'blue', requiredFor: ['west'] };
  await world.on('02-01').groups({ id: 'west', name: 'West', size: 8 }, { id: 'blue', name: 'Blue', size: 6 });
  await world.items({ ...deck, producer: ann }, sheet, { ...guide, producer: ann }, module);
  world.on('04-10');
  for (const person of ['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7']) {
    await world.view(person, 'west', 'deck');
    await world.rate(person, 'west', 'deck', person < 'w6' ? 2 : 3, { version: 'v1', comment: 'Old prices' });
    if (person < 'w5') await world.view(person, 'west', 'module');
  }
  const early = await world.on('04-20').suggest('w1', 'deck');
  await world.on('04-24').move('ann', early, { to: 'accepted', assignee: 'ann', dueAt: '2026-05-10' });
  await world.on('05-05').move('ann', early, { to: 'shipped', shippedVersion: 'v2' });
  // Nobody answers this one in May: that stays Ann's. Bob does three days after he took over.
  const late = await world.on('05-02').suggest('w2', 'deck');
  for (const person of ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'])
    await world.on('05-20').rate(person, 'west', 'deck', 5, { version: 'v2' });
  await world.on('06-01').items({ ...deck, producer: bob });
  await world.on('06-04').reply('bob', late);
  // Suggesting to oneself and answering at once is no answer.
  const own = await world.on('06-10').suggest('bob', 'sheet');
  await world.move('bob', own, { to: 'declined' });
  await world.suggest('w3', 'sheet');
  return world.on('07-10');
}

/** The tests of scorecards that run on every store. */
export function scorecardTests(createStore: () => Store): void {
  test('count for a producer what was theirs at the time', async () => {
    const world = await spring(createStore());
    const of = (id: string): string => `?subject=producer&id=${id}&${q2}`;
    assert.deepEqual(await world.share('P5', of('ann')), [1, 2], "May's breach stays with Ann");
    assert.deepEqual(await world.share('P5', of('bob')), [1, 2], 'Bob answered in time what he took over');
    const [anns, bobs] = [await world.measure('P4', of('ann')), await world.measure('P4', of('bob'))];
    assert.deepEqual([anns.metric.n, anns.metric.value], [2, 4]);
    assert.deepEqual([bobs.metric.n, bobs.metric.value], [2, 3]);
    assert.deepEqual(await world.share('P1', of('ann')), [1, 2], 'the module is used, the guide is not');
    assert.deepEqual(await world.share('P1', of('bob')), [1, 2], 'the deck is used, the sheet is not');
    assert.deepEqual(await world.share('P8', of('bob')), [1, 1]);
    assert.deepEqual(await world.share('P12', of('ann')), [1, 1]);
    assert.deepEqual(await world.share('P6', of('ann')), [1, 1]);
    const { handOvers, commitments, versions: markers } = await world.scorecard(of('ann'));
    assert.deepEqual(
      handOvers.map(({ collateralId, from, to, at }) => [collateralId, from?.name, to?.name, at]),
      [['deck', 'Ann', 'Bob', '2026-06-01T09:00:00.000Z']],
    );
    assert.deepEqual(commitments, { promised: 1, kept: 1, late: 0, open: 0 });
    assert.deepEqual(
      markers.map(({ version, lift, mayRegress }) => [version, lift.state, mayRegress]),
      [['v2', 'ok', true]],
    );
    // Ratings (0,5,2,0,0) and (0,0,0,0,6) with a prior of one each: means 31/12 and 45/11.
    const { metric } = await world.measure('P7', of('ann'));
    assert.equal(metric.value?.toFixed(6), (45 / 11 - 31 / 12).toFixed(6));
    assert.equal((await world.measure('P7', of('bob'))).metric.state, 'none');
  });

  test('open the very items and suggestions behind each number', async () => {
    const world = await spring(createStore());
    const query = `?subject=producer&id=ann&${q2}`;
    const parts = async (measure: string): Promise<readonly unknown[]> =>
      (await world.evidence(`${query}&measure=${measure}`)).entries.map((one) => [
        one.title,
        one.part,
        one.value,
        one.reason,
      ]);
    assert.deepEqual(await parts('P4'), [
      ['The deck', 'open', 30, 'handed-over'],
      ['The deck', 'hit', 4, null],
    ]);
    assert.deepEqual(await parts('P1'), [
      ['The guide', 'miss', null, null],
      ['The module', 'hit', null, null],
    ]);
    for (const { id, metric } of (await world.scorecard(query)).measures) {
      const { entries, total } = await world.evidence(`${query}&measure=${id}&limit=200`);
      assert.equal(total, entries.length);
      const counted = entries.filter(
        ({ part }) => part === 'hit' || part === 'miss' || (id === 'P4' && part === 'open'),
      );
      assert.equal(counted.length, metric.n, `the list behind ${id} adds up to it`);
    }
    const first = await world.evidence(`${query}&measure=P1&limit=1`);
    const second = await world.evidence(`${query}&measure=P1&limit=1&cursor=${first.nextCursor ?? ''}`);
    assert.deepEqual([first.total, second.entries[0]?.title, second.nextCursor], [2, 'The module', undefined]);
  });

  test('show teams their own part', async () => {
    const world = await spring(createStore());
    const query = '?subject=team&id=west&period=last-90-days';
    world.on('06-20');
    const t1 = await world.measure('T1', query);
    // Seven people and the deck, four of them and the module, which nobody rated.
    assert.deepEqual([t1.metric.numerator, t1.metric.denominator], [7, 11]);
    assert.deepEqual(await world.share('T2', query), [5, 5]);
    assert.deepEqual(await world.share('T3', query), [4, 8]);
    const other = await world.measure('T1', `?subject=team&id=west&${q2}`);
    assert.equal(other.metric.state, 'hidden', 'two periods that overlap would tell what lies between them');
    assert.equal((await world.measure('T1', `?${q2}`)).metric.state, 'hidden', 'of all as well');
    assert.deepEqual(await world.share('T1', ''), [7, 11]);
    const { entries } = await world.evidence(`${query}&measure=T3`);
    assert.deepEqual(
      entries.map(({ title, part, share }) => [title, part, share]),
      [['The module', 'miss', { numerator: 4, denominator: 8 }]],
    );
  });

  test('are written as a mail with the same numbers', async () => {
    const world = await spring(createStore());
    const now = (): number => world.world.clock;
    const options = { subject: 'producer', id: 'ann', period: '2026-Q2', now } as const;
    await assert.rejects(createReport(world.world.store, options), { code: 'forbidden' });
    await assert.rejects(createReport(world.world.store, { ...options, id: 'nobody', toSubject: true }), {
      code: 'not-found',
    });
    const { title, html, text } = await createReport(world.world.store, { ...options, toSubject: true });
    assert.equal(title, 'Scorecard: Ann, 2026-04-01 to 2026-06-30');
    assert.match(text, /Usage rate\n {2}Now: 50 % \(likely 9 % to 91 %\), 1 of 2\n {2}Target: no target/);
    assert.match(text, /First response\n {2}Now: 4.0 days \(likely 4.0 days to 30.0 days or more\), from 2/);
    assert.match(text, /Promised 1, kept 1, late 0, open 0\./);
    assert.match(text, /The deck went from Ann to Bob on 2026-06-01\./);
    assert.match(text, /v2 of 2026-05-04: rated \+1\.51 points \(.*\)\. Part of this may be regression to the mean/);
    const read = html.replaceAll(/<[^>]+>/g, '\n').replaceAll('&quot;', '"');
    for (const line of text.split('\n').map((one) => one.replace(/^ *(- |(Now|Target|Change): )?/, '')))
      assert.ok(read.includes(line), `the page has "${line}" too`);
    assert.equal(html.match(/<h1>/g)?.length, 1);
    assert.ok(
      html.includes('<html lang="en">') && html.includes('<caption>') && !/<script|<img|style="|href/.test(html),
    );
  });

  test('tell the organisation of all, requests included', async () => {
    const world = await spring(createStore());
    await world.on('06-12').suggest('w1', null);
    world.on('07-10');
    const { measures, subject } = await world.scorecard(`?${q2}`);
    assert.deepEqual(subject, { type: 'organisation', id: null, name: 'Organisation' });
    assert.equal(measures.find(({ id }) => id === 'P4')?.metric.n, 4);
    assert.deepEqual(await world.share('P9', `?${q2}`), [0, 4]);
    assert.ok(measures.every(({ trend, id }) => trend.length === (id.startsWith('T') ? 0 : 4)));
  });

  test('may cover any months in a row, with the numbers of the quarter where they are one', async () => {
    const world = await spring(createStore());
    const months = 'period=2026-04..2026-06';
    for (const subject of ['', '&subject=producer&id=ann', '&subject=team&id=blue', '&subject=team&id=west']) {
      const [quarter, same] = [
        await world.scorecard(`?${q2}${subject}`),
        await world.scorecard(`?${months}${subject}`),
      ];
      assert.deepEqual([same.measures, same.commitments], [quarter.measures, quarter.commitments]);
      assert.deepEqual([same.versions, same.handOvers], [quarter.versions, quarter.handOvers]);
      const { firstDay, lastDay } = same.previousWindow;
      assert.deepEqual([same.window.period, firstDay, lastDay], ['2026-04..2026-06', '2026-01-01', '2026-03-31']);
    }
    const compare = (period: string): string => `?subject=producer&${period}`;
    const [quarters, compared] = [await world.comparison(compare(q2)), await world.comparison(compare(months))];
    assert.deepEqual(compared.subjects, quarters.subjects);
    const csv = (period: string): Promise<unknown> =>
      world.ok('GET', `/v1/scorecards/comparison.csv${compare(period)}`, 'boss');
    assert.equal(await csv(months), await csv(q2));
    const measure = '&measure=P4&limit=200';
    const [behind, same] = [await world.evidence(`?${q2}${measure}`), await world.evidence(`?${months}${measure}`)];
    assert.deepEqual(same.entries, behind.entries);
    const now = (): number => world.world.clock;
    const report = await createReport(world.world.store, { period: '2026-03..2026-06', now });
    assert.equal(report.title, 'Scorecard: Organisation, 2026-03-01 to 2026-06-30');
    assert.match(report.text, /Compared with 2025-11-01 to 2026-02-28\./);
  });

  test('of any months have a course of spans as long, and refuse what is no such span', async () => {
    const world = await spring(createStore());
    const { measures } = await world.scorecard('?period=2026-03..2026-06&compare=year-before');
    assert.deepEqual(
      measures.find(({ id }) => id === 'P5')?.trend.map(({ firstDay, lastDay, n }) => [firstDay, lastDay, n]),
      [
        ['2025-03-01', '2025-06-30', 0],
        ['2025-07-01', '2025-10-31', 0],
        ['2025-11-01', '2026-02-28', 0],
        ['2026-03-01', '2026-06-30', 3],
      ],
    );
    for (const period of ['2026-06..2026-04', '2025-05..2026-06', '2026-06..2026-08', '2026-13..2026-14']) {
      const reply = await world.answer('GET', `/v1/scorecards?period=${period}`, 'boss');
      assert.equal(reply.status, 400);
      assert.equal(((await reply.json()) as { code: string }).code, 'invalid-query');
    }
    assert.equal(await world.status('GET', '/v1/insights/overview?period=2026-04..2026-06', 'boss'), 400);
  });

  test('of a month that is over stay when everybody rates anew or takes back', async () => {
    const world = new ScorecardWorld(createStore()).on('01-05');
    await world.items({ id: 'deck', producer: ann, versions: versions('01-05', '03-10') });
    const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
    for (const who of people) await world.on('02-10').rate(who, 'west', 'deck', 1, { version: 'v1' });
    for (const who of people) await world.on('03-20').rate(who, 'west', 'deck', 4, { version: 'v2' });
    const april = await world.on('05-02').scorecard('?period=2026-04');
    const { n } = (await world.measure('P7', '?period=2026-04')).metric;
    assert.deepEqual([n, ...(await world.share('P10', '?period=2026-04'))], [1, 1, 1]);
    for (const who of people.slice(0, 6)) await world.on('05-10').withdraw(who, 'west', 'deck', 'v1');
    for (const who of people) await world.on('05-11').rate(who, 'west', 'deck', 1, { version: 'v2' });
    const later = await world.on('09-01').scorecard('?period=2026-04');
    assert.deepEqual([later.measures, later.versions], [april.measures, april.versions]);
  });
}
