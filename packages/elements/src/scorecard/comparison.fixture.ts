// Teams beside each other as a server gives them, and what is behind a number. It holds no tests of its own.
import type {
  ComparedSubject,
  EvidenceEntry,
  Metric,
  ScorecardComparison,
  ScorecardEvidence,
  ScorecardMeasure,
  ScorecardSubjectType,
} from '@collateral/sdk/contract';
import { frame, measureOf } from './scorecard.fixture.js';

const target = { value: 0.8, owner: 'Dana Reed', from: '2026-01-01', until: null, setFor: 'organisation' } as const;

function compared(type: ScorecardSubjectType, name: string, measures: readonly ScorecardMeasure[]): ComparedSubject {
  return {
    subject: { type, id: name.toLowerCase(), name },
    measures: measures.map(({ trend: _, ...measure }) => measure),
  };
}

function answered(hits: number, due: number, more: Partial<ScorecardMeasure> = {}): ScorecardMeasure {
  const value = hits / due;
  const half = 0.9 / Math.sqrt(due);
  const metric: Metric = {
    value,
    n: due,
    numerator: hits,
    denominator: due,
    interval: [Math.max(0, value - half), Math.min(1, value + half)],
    window: { from: '2026-04-01T00:00:00.000Z', to: '2026-07-01T00:00:00.000Z' },
    excluded: [],
    method: 'wilson-clustered',
    state: 'ok',
  };
  return measureOf('P5', { metric, target, ...more });
}

const response = (value: number): ScorecardMeasure => {
  const { metric } = answered(1, 9);
  const { numerator: _, denominator: __, ...rest } = metric;
  return measureOf('P4', { metric: { ...rest, value, interval: [value / 2, value * 2], method: 'kaplan-meier' } });
};

const early = measureOf('P5', {
  metric: { ...answered(1, 2).metric, value: null, interval: null, state: 'early' },
  target,
  verdict: 'not-enough-data',
});

/** Three teams with figures, one without enough, and two nobody may see. */
export const teams: ScorecardComparison = {
  ...frame,
  subjectType: 'team',
  subjects: [
    compared('team', 'Central', [response(4), answered(72, 80, { verdict: 'met', words: 'improving' })]),
    compared('team', 'East', [response(12), early]),
    compared('team', 'North', [response(7), answered(20, 40, { verdict: 'missed', words: 'worse' })]),
    compared('team', 'West', [answered(28, 39, { verdict: 'not-enough-data', words: 'no-clear-change' })]),
  ],
  hidden: 2,
};

const nothingCounted = measureOf('P5', {
  metric: { ...answered(0, 1).metric, value: null, n: 0, interval: null, state: 'none' },
  verdict: 'no-target',
});

/** The same teams with a group of them that has other figures, but not this one. */
export const withAudience: ScorecardComparison = {
  ...teams,
  subjects: [compared('team', 'All of sales', [nothingCounted]), ...teams.subjects],
};

/** As many producers as a large organisation has. */
export const producers: ScorecardComparison = {
  ...frame,
  subjectType: 'producer',
  subjects: Array.from({ length: 90 }, (_, index) =>
    compared('producer', `Producer with a rather long name ${String(index + 1).padStart(2, '0')}`, [
      answered(10 + (index % 30), 41, { verdict: 'not-enough-data' }),
    ]),
  ),
  hidden: 0,
};

function entry(index: number, part: EvidenceEntry['part'], more: Partial<EvidenceEntry> = {}): EvidenceEntry {
  return {
    collateralId: `item-${index}`,
    title: `Battlecard ${index}`,
    version: null,
    suggestionId: null,
    part,
    reason: null,
    value: null,
    at: '2026-05-04T09:00:00.000Z',
    ...more,
  };
}

const entries: readonly EvidenceEntry[] = [
  entry(1, 'miss', { suggestionId: 's 1', version: 'v2' }),
  entry(2, 'open', { collateralId: null, title: null, suggestionId: 's2' }),
  ...Array.from({ length: 50 }, (_, index) => entry(index + 3, 'hit')),
  entry(60, 'excluded', { reason: 'withdrawn', at: null }),
];

/** What is behind a number, in pages as a server gives them. */
export function evidenceOf(measure: ScorecardEvidence['measure'], cursor = '0', limit = 50): ScorecardEvidence {
  const end = Number(cursor) + limit;
  return {
    subject: { type: 'team', id: 'west', name: 'Sales, West' },
    measure,
    window: frame.window,
    total: entries.length,
    entries: entries.slice(Number(cursor), end),
    ...(end < entries.length && { nextCursor: `${end}` }),
  };
}
