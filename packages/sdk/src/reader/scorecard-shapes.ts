import { choiceShape, comparedShape, frameShape, metricShape, trendShape, windowShape } from './metric-shapes.js';
import type { ScorecardsReplies } from './scorecards-query.js';
import type { Shape } from './shape.js';

const subject: Shape = { type: 'string', id: 'string?', name: 'string' };
const measure = {
  ...comparedShape,
  id: 'string',
  'target?': { value: 'number', owner: 'string', from: 'string', until: 'string?', setFor: 'string' },
  verdict: 'string',
  words: 'string',
} as const;

/** What each reply about scorecards must look like. */
export const scorecardShapes: Readonly<Record<keyof ScorecardsReplies, Shape>> = {
  scorecard: {
    ...frameShape,
    subject,
    measures: [{ ...measure, trend: trendShape }],
    versions: [
      {
        collateralId: 'string',
        title: 'string',
        version: 'string',
        publishedAt: 'string',
        lift: metricShape,
        mayRegress: 'boolean',
      },
    ],
    handOvers: [{ collateralId: 'string', title: 'string', 'from?': choiceShape, 'to?': choiceShape, at: 'string' }],
    'commitments?': { promised: 'number', kept: 'number', late: 'number', open: 'number' },
    maySetTargets: 'boolean',
  },
  evidence: {
    subject,
    measure: 'string',
    window: windowShape,
    total: 'number',
    'withheld?': 'number',
    entries: [
      {
        collateralId: 'string?',
        title: 'string?',
        version: 'string?',
        suggestionId: 'string?',
        part: 'string',
        reason: 'string?',
        value: 'number?',
        at: 'string?',
        'share?': { numerator: 'number', denominator: 'number' },
      },
    ],
    'nextCursor?': 'string',
  },
  comparison: { ...frameShape, subjectType: 'string', subjects: [{ subject, measures: [measure] }], hidden: 'number' },
};
