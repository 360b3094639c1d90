import type { Scorecard, ScorecardSubject } from '@collateral/sdk/contract';
import { counted } from '../insights/source.js';
import { measurePeriod } from './measure-subject.js';
import type { MeasuredSubject } from './measure-subject.js';
import type { MeasuredPeriod } from './measured-period.js';
import { commitmentsOf, type PromiseOutcome } from './promises.js';
import { readOwnedItems } from './read-items.js';
import { readVersions } from './read-versions.js';
import { handOvers, versionMarkers } from './scorecard-events.js';
import { scorecardFrame, type ScorecardQuestion } from './scorecard-question.js';
import type { ScorecardSource } from './scorecard-source.js';
import { shapeMeasures, trendPoint } from './shape-measures.js';
import { isOwnedBy } from './subjects.js';
import { readTargets } from './targets.js';

/** Answers what a scorecard shows, whoever asks. */
export async function scorecardOf(
  question: ScorecardQuestion,
  subject: ScorecardSubject,
): Promise<Omit<Scorecard, 'maySetTargets'>> {
  const { source, period, before, course, countedSince } = question;
  const { figures } = source;
  const isOwn = (owner: Parameters<typeof isOwnedBy>[1]): boolean => isOwnedBy(subject, owner);
  const [now, earlier, targets, items, versions, ...stretches] = await Promise.all([
    measureSubject(source, period, subject),
    measureSubject(source, before, subject),
    readTargets(figures),
    readOwnedItems(figures),
    readVersions(figures, period),
    ...course.map((one) => measureProducing(source, one, subject)),
  ]);
  const measures = shapeMeasures(now, earlier, { subject, period, before, countedSince, targets });
  const promised = now.get('P12');
  const isPromiseTold = promised !== undefined && promised.estimate.metric.state !== 'hidden';
  const { targetRating } = figures.policy;
  return {
    ...scorecardFrame(question),
    subject,
    measures: measures.map((measure) => ({
      ...measure,
      // What people do is told for the period and the one before only: short stretches are about few.
      trend: measure.id.startsWith('T')
        ? []
        : course.map((one, index) => trendPoint(stretches[index] ?? new Map(), measure.id, one, countedSince)),
    })),
    versions: versionMarkers(versions, items, { period, isOwn, targetRating }),
    handOvers: handOvers(items, { period, isOwn }),
    // promises makes them, and nothing else comes under P12.
    commitments: isPromiseTold ? commitmentsOf(promised.outcomes as readonly PromiseOutcome[]) : null,
  };
}

/** Measures a subject in one period, or gives what was measured a moment ago. */
export function measureSubject(
  source: ScorecardSource,
  period: MeasuredPeriod,
  subject: ScorecardSubject,
): Promise<MeasuredSubject> {
  const { span } = period;
  // Named too: what people do is told for some periods only, also where others have the same days.
  return counted(
    source.figures,
    `measured ${span.period} ${span.firstDay} ${span.lastDay} ${nameOf(subject)}`,
    async () => (await measurePeriod(source, period, subject.type))(subject),
  );
}

// A course has no measures of people, so for it nothing of them is read.
function measureProducing(
  source: ScorecardSource,
  period: MeasuredPeriod,
  subject: ScorecardSubject,
): Promise<MeasuredSubject> {
  const { span } = period;
  return counted(source.figures, `course ${span.firstDay} ${span.lastDay} ${nameOf(subject)}`, async () =>
    (await measurePeriod(source, period, subject.type, false))(subject),
  );
}

function nameOf({ type, id }: ScorecardSubject): string {
  return JSON.stringify([type, id]);
}
