import { requireNumber } from './require-number.js';

/** How long something waited. */
export interface Wait {
  /** Until the answer, or until now while it is open; any unit of time, from 0. */
  readonly time: number;
  /** False while it is open: all one knows is that it takes longer than `time`. */
  readonly isAnswered: boolean;
}

/** One step down of the curve. */
interface SurvivalStep {
  /** When it happens, in the unit of the waits. */
  readonly time: number;
  /** n_i: how many were still waiting just before. */
  readonly waiting: number;
  /** d_i: how many were answered then. */
  readonly answered: number;
  /** S: share that waits longer than `time`, 0 to 1. */
  readonly survival: number;
}

/** How long things wait, those still open included. */
export interface SurvivalCurve {
  /** In order of time; empty when nothing was answered. */
  readonly steps: readonly SurvivalStep[];
  /** First time at which half are answered; null while fewer are. */
  readonly median: number | null;
}

/**
 * Estimates how long things wait without leaving out those that still do: averaging only what was answered rewards never
 * answering the hard ones.
 *
 * S(t) = Π (1 − d_i / n_i), median = first t with S ≤ 0.5; E. L. Kaplan, P. Meier, JASA 53 (1958). What is still open at the
 * time of an answer counts as waiting then.
 *
 * @throws CollateralError `invalid-option` for a time below 0 or that is no number.
 */
export function kaplanMeier(waits: readonly Wait[]): SurvivalCurve {
  waits.forEach(({ time }, index) => {
    requireNumber(`waits[${index}].time`, time, { least: 0 });
  });
  const ordered = waits.toSorted((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let median: number | null = null;
  for (let first = 0; first < ordered.length;) {
    const time = ordered[first]?.time ?? 0;
    const waiting = ordered.length - first;
    let answered = 0;
    for (; ordered[first]?.time === time; first += 1) if (ordered[first]?.isAnswered) answered += 1;
    if (answered === 0) continue;
    // One division keeps a half exact where 1 − d/n would miss it by a digit.
    survival = (survival * (waiting - answered)) / waiting;
    steps.push({ time, waiting, answered, survival });
    if (median === null && isHalf(survival)) median = time;
  }
  return { steps, median };
}

const tolerance = 1e-12;

/** Tells whether half of all is over. A product of fractions that is a half on paper can come out a digit above it. */
export function isHalf(survival: number): boolean {
  return survival <= 0.5 + tolerance;
}
