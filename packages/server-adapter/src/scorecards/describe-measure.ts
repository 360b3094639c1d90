import {
  measureDefinitions,
  type ChangeWord,
  type MeasureDefinition,
  type MeasureUnit,
  type Metric,
  type ScorecardMeasure,
  type TargetVerdict,
} from '@collateral/sdk/contract';

/** A measure in words for people to read, in English. */
export interface MeasureText {
  readonly name: string;
  /** The value with its interval and evidence. */
  readonly value: string;
  readonly target: string;
  readonly change: string;
  /** How it is counted, and what was left out. */
  readonly note: string;
}

const words: Readonly<Record<ChangeWord, string>> = Object.freeze({
  improving: 'improving',
  worse: 'worse',
  'no-clear-change': 'no clear change',
  'not-enough-data': 'not enough data',
});
const verdicts: Readonly<Record<TargetVerdict, string>> = Object.freeze({
  met: 'met',
  missed: 'missed',
  'not-enough-data': 'not enough data',
  'no-target': 'no target',
});

const whyHidden: Readonly<Record<MeasureDefinition['side'], string>> = Object.freeze({
  producing: 'it would tell how single producers do',
  using: 'too few people',
});

/** Writes a measure as people read it. */
export function describeMeasure({
  id,
  metric,
  previous,
  change,
  target,
  verdict,
  words: word,
}: ScorecardMeasure): MeasureText {
  const { name, side, unit, counting } = measureDefinitions[id];
  const left = metric.excluded.map(({ reason, count }) => `${reason.replaceAll('-', ' ')} ${count}`);
  return {
    name,
    value: metric.state === 'hidden' ? `hidden: ${whyHidden[side]}` : figure(metric, unit),
    target: target === null ? verdicts[verdict] : `${number(target.value, unit)}: ${verdicts[verdict]}`,
    change: changeText(words[word], previous, change, unit),
    note: left.length === 0 ? counting : `${counting} Left out: ${left.join(', ')}.`,
  };
}

function changeText(word: string, previous: Metric | null, change: Metric | null, unit: MeasureUnit): string {
  const earlier = previous?.value ?? null;
  const difference = change?.value ?? null;
  const sign = (difference ?? 0) > 0 ? '+' : '';
  const before = earlier === null ? null : `before ${number(earlier, unit)}`;
  const by =
    change === null || difference === null ? null : `${sign}${number(difference, unit)}${interval(change, unit)}`;
  const details = [before, by].filter((one) => one !== null);
  return details.length === 0 ? word : `${word} (${details.join('; ')})`;
}

function figure(metric: Metric, unit: MeasureUnit): string {
  const { state, value, n, numerator, denominator, method } = metric;
  if (value === null) return state === 'early' ? 'too little data for a figure' : 'nothing to count';
  const atLeast = method === 'kaplan-meier-at-least' ? 'at least ' : '';
  const of = numerator === undefined || denominator === undefined ? `from ${n ?? 0}` : `${numerator} of ${denominator}`;
  return `${atLeast}${number(value, unit)}${interval(metric, unit)}, ${of}`;
}

function interval({ interval: ends, method }: Metric, unit: MeasureUnit): string {
  if (ends === null) return '';
  const isOpen = method === 'kaplan-meier-at-least' || method === 'kaplan-meier-open-end';
  return ` (likely ${number(ends[0], unit)} to ${number(ends[1], unit)}${isOpen ? ' or more' : ''})`;
}

function number(value: number, unit: MeasureUnit): string {
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  return unit === 'days' ? `${value.toFixed(1)} days` : `${value.toFixed(2)} points`;
}
