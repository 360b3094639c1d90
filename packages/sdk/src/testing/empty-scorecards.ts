import {
  measureIds,
  type AuditTrail,
  type Disputes,
  type Scorecard,
  type ScorecardComparison,
  type ScorecardEvidence,
  type ScorecardMeasure,
  type Targets,
} from '../contract/index.js';
import { frame, none } from './empty-insights.js';

/** Answers a path of the scorecards as a server does that knows nothing yet; undefined for any other path. */
export function emptyScorecards(
  path: string,
): Scorecard | ScorecardComparison | ScorecardEvidence | Disputes | Targets | AuditTrail | undefined {
  const { filter: _none, ...about } = frame;
  const subject = { type: 'organisation', id: null, name: 'Organisation' } as const;
  if (path === '/v1/scorecards') {
    return {
      ...about,
      subject,
      measures: measureIds.map(emptyMeasure),
      versions: [],
      handOvers: [],
      commitments: null,
      maySetTargets: false,
    };
  }
  if (path === '/v1/scorecards/comparison') return { ...about, subjectType: 'team', subjects: [], hidden: 0 };
  if (path === '/v1/scorecards/evidence')
    return { subject, measure: 'P5', window: about.window, total: 0, entries: [] };
  if (path === '/v1/targets') return { targets: [] };
  if (path === '/v1/audit') return { entries: [] };
  return path === '/v1/disputes' ? { disputes: [] } : undefined;
}

function emptyMeasure(id: ScorecardMeasure['id']): ScorecardMeasure {
  const said = { target: null, verdict: 'no-target', words: 'not-enough-data' } as const;
  return { id, metric: none, previous: null, change: null, ...said, trend: [] };
}
