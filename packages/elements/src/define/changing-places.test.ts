import { countOf } from '../testing/late-client.fixture.js';
import { wander, warmUp, type Walk } from '../testing/wander.fixture.js';

const items = ['deck-1', 'deck-2', 'deck-3'];
const periods = ['last-90-days', 'last-30-days'];

const walks: readonly Walk[] = [
  {
    tag: 'collateral-insights',
    properties: {
      screen: ['overview', 'items', 'item'],
      collateralId: ['deck-1', 'deck-2'],
      period: periods,
      filter: ['', 'team=emea'],
      sort: ['-views', 'title'],
      page: [1, 2],
    },
    question: ({ screen, collateralId, period, filter, sort, page }) => {
      if (screen === 'item') return { screen, collateralId, period };
      const team = filter === '' ? undefined : 'emea';
      return { screen, period, team, ...(screen === 'items' && { sort, page }) };
    },
    keepsNothingOf: ({ screen }) => (screen === 'item' ? ['screen', 'collateralId'] : ['screen']),
  },
  {
    tag: 'collateral-scorecard',
    properties: {
      screen: ['scorecard', 'comparison'],
      subject: ['team', 'producer'],
      subjectId: ['west', 'east'],
      period: periods,
      compare: ['previous', 'year-before'],
    },
    question: ({ screen, subject, subjectId, period, compare }) => ({
      screen,
      subject,
      ...(screen === 'scorecard' && { id: subjectId }),
      period,
      compare,
    }),
    keepsNothingOf: () => ['screen', 'subject', 'id'],
  },
  {
    tag: 'collateral-suggestions',
    properties: { collateralId: items, status: ['', 'open'], sort: ['supporters', 'newest'] },
    question: (place) => place,
    keepsNothingOf: () => ['collateralId'],
  },
  {
    tag: 'collateral-inbox',
    properties: { state: ['open', 'waiting', 'overdue'], assignee: ['', 'ann', 'bo'] },
    question: ({ state, assignee }) => ({ state: state === 'open' ? '' : state, assignee }),
    keepsNothingOf: () => ['assignee'],
  },
  {
    tag: 'collateral-notices',
    properties: { collateralId: items },
    question: ({ collateralId }) => ({ collateralId }),
    keepsNothingOf: () => ['collateralId'],
  },
  {
    tag: 'collateral-rating',
    attributes: 'summary',
    properties: { collateralId: items, version: ['v1', 'v2'] },
    question: (place) => place,
    keepsNothingOf: () => ['collateralId', 'version'],
    marksIn: (root) => [...root.textContent.matchAll(/(\d+) ratings/g)].map(([, count = '']) => count),
    shownAs: (mark) => `${countOf(mark)}`,
  },
];

describe('a place that changes at any moment of a load', () => {
  for (const walk of walks) {
    it(`is the one ${walk.tag} shows in the end, and no answer stands under another`, async function () {
      this.timeout(60_000);
      await warmUp(walk);
      for (let seed = 1; seed <= 25; seed += 1) await wander(walk, seed, 0);
    });

    it(`is the one ${walk.tag} shows or says to lack, when answers fail as well`, async function () {
      this.timeout(60_000);
      await warmUp(walk);
      for (let seed = 1_001; seed <= 1_025; seed += 1) await wander(walk, seed, 0.3);
    });
  }
});
