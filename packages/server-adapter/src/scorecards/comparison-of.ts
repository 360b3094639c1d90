import type { ScorecardComparison, ScorecardSubject } from '@collateral/sdk/contract';
import { counted } from '../insights/source.js';
import { measurePeriod } from './measure-subject.js';
import { scorecardFrame, type ScorecardQuestion } from './scorecard-question.js';
import { shapeMeasures } from './shape-measures.js';
import { readSubjects } from './subjects.js';
import { readTargets } from './targets.js';

/** Compares producers or teams: every measure of each, in the order of their names. */
export async function comparisonOf(
  question: ScorecardQuestion,
  subjectType: ScorecardComparison['subjectType'],
  isVisible: (subject: ScorecardSubject) => boolean,
): Promise<ScorecardComparison> {
  const { source, period, before, countedSince } = question;
  const { figures } = source;
  const [subjects, now, earlier, targets] = await Promise.all([
    readSubjects(figures, subjectType),
    measurerOf(question, period, subjectType),
    measurerOf(question, before, subjectType),
    readTargets(figures),
  ]);
  const visible = subjects.filter(isVisible);
  const compared = visible.map((subject) => ({
    subject,
    measures: shapeMeasures(now(subject), earlier(subject), { subject, period, before, countedSince, targets }),
  }));
  const shown = compared.filter(({ measures }) => measures.some(({ metric }) => metric.state === 'ok'));
  // Those without any figure say nothing; of them the hidden ones are counted, so that nobody thinks they do not exist.
  const hidden = compared.filter(
    ({ measures }) =>
      measures.every(({ metric }) => metric.state !== 'ok') && measures.some(({ metric }) => metric.state === 'hidden'),
  );
  return { ...scorecardFrame(question), subjectType, subjects: shown, hidden: hidden.length };
}

function measurerOf(
  { source }: ScorecardQuestion,
  period: ScorecardQuestion['period'],
  subjectType: ScorecardComparison['subjectType'],
): ReturnType<typeof measurePeriod> {
  const { period: name, firstDay, lastDay } = period.span;
  return counted(source.figures, `measurer ${name} ${firstDay} ${lastDay} ${subjectType}`, () =>
    measurePeriod(source, period, subjectType),
  );
}
