import { measureIds, type MeasureId, type ScorecardSubject } from '@collateral/sdk/contract';
import { getOrMake } from '../store/get-or-make.js';
import { hiddenEstimate, type Estimate } from './estimate.js';
import { estimateMeasure } from './estimate-measure.js';
import { producingOutcomes, readProducing, type ProducingInputs, type ProducingMeasure } from './measure-items.js';
import { measureUse } from './measure-team-use.js';
import type { MeasuredPeriod } from './measured-period.js';
import type { Outcome } from './outcome.js';
import type { IsOwn, OwnerSpan } from './owner-spans.js';
import { readOwnedItems } from './read-items.js';
import type { ScorecardSource } from './scorecard-source.js';
import { showableOwners } from './showable-owners.js';
import { isOwnedBy } from './subjects.js';

/** A measure of a subject in one period. */
interface Measured {
  readonly estimate: Estimate;
  /** The list behind it; empty for what people do, except for what is required of them. */
  readonly outcomes: readonly Outcome[];
}

/** The measures of a subject in one period; those that are not about it are missing. */
export type MeasuredSubject = ReadonlyMap<MeasureId, Measured>;

/** Makes a function that measures any subject in one period. */
export async function measurePeriod(
  source: ScorecardSource,
  period: MeasuredPeriod,
  subjectType: ScorecardSubject['type'],
  // What people do is on no producer's scorecard, and takes the longest to read.
  isUseRead: boolean = subjectType !== 'producer',
): Promise<(subject: ScorecardSubject) => MeasuredSubject> {
  const [producing, shownTeams, using] = await Promise.all([
    readProducing(source, period),
    subjectType === 'team' ? readShownTeams(source, period) : null,
    isUseRead ? measureUse(source, period) : null,
  ]);
  // As long as what was read is good, so is what was counted from it.
  const known = new Map<string | null, MeasuredSubject>();
  return (subject) => getOrMake(known, subject.id, () => measure(subject));

  function measure(subject: ScorecardSubject): MeasuredSubject {
    const isOwn: IsOwn = (owner) => isOwnedBy(subject, owner);
    const own = subject.type === 'organisation' ? producing : narrow(producing, isOwn);
    const measured = new Map<MeasureId, Measured>();
    if (subject.type === 'organisation' || own.items.length > 0) {
      const outcomes = producingOutcomes(own, isOwn, source.figures.policy);
      const isHidden = shownTeams !== null && subject.id !== null && !shownTeams.has(subject.id);
      for (const id of Object.keys(outcomes) as ProducingMeasure[])
        // Nobody owns an item that nobody owns: it is the team's matter and the organisation's.
        if (id !== 'P9' || subject.type !== 'producer')
          // What nobody owns tells nothing of a producer.
          measured.set(id, measureOutcomes(id, outcomes[id], isHidden && id !== 'P9'));
    }
    if (using !== null && subject.type !== 'producer')
      for (const [id, one] of Object.entries(using(subject.id))) measured.set(id as MeasureId, one);
    return new Map(
      measureIds.flatMap((id) => {
        const one = measured.get(id);
        return one === undefined ? [] : [[id, one] as const];
      }),
    );
  }

  function measureOutcomes(id: ProducingMeasure, outcomes: readonly Outcome[], isHidden: boolean): Measured {
    // The method may tell something as well: of an open median that most still wait. That of no outcomes tells nothing.
    const { metric } = estimateMeasure(id, [], period.window);
    if (isHidden) return { estimate: hiddenEstimate(metric.method, period.window), outcomes: [] };
    return { estimate: estimateMeasure(id, outcomes, period.window), outcomes };
  }
}

/** The teams of which may be told how their producers do; null where single producers have scorecards. */
async function readShownTeams(source: ScorecardSource, period: MeasuredPeriod): Promise<ReadonlySet<string> | null> {
  if (source.figures.policy.producerScorecards === 'individual') return null;
  return showableOwners(await readOwnedItems(source.figures), period);
}

/** Leaves out what was never the subject's: of a hundred producers each has a hundredth. */
function narrow(inputs: ProducingInputs, isOwn: IsOwn): ProducingInputs {
  const wasOwn = ({ owners }: { readonly owners: readonly OwnerSpan[] }): boolean => owners.some(isOwn);
  return {
    ...inputs,
    items: inputs.items.filter(wasOwn),
    versions: inputs.versions.filter(wasOwn),
    cases: inputs.cases.filter(wasOwn),
    alerts: inputs.alerts.filter(wasOwn),
  };
}
