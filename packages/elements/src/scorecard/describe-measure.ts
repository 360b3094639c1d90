import {
  measureDefinitions,
  type MeasureTarget,
  type MeasureUnit,
  type Metric,
  type ScorecardFrame,
  type ScorecardMeasure,
} from '@collateral/sdk/contract';
import { countingNote } from '../figures/counting-note.js';
import {
  writeCell,
  writeDifference,
  writeDifferences,
  writeInterval,
  writeValue,
  type FigureKind,
} from '../figures/describe-figure.js';
import { joinParts } from '../figures/join-parts.js';
import type { ScorecardView } from './scorecard-view.js';

type Words = Pick<ScorecardView, 'strings' | 'write'>;

/** A measure without its course. */
type MeasureFigures = Omit<ScorecardMeasure, 'trend'>;

/** What each unit is written as. */
export const figureKinds: Readonly<Record<MeasureUnit, FigureKind>> = { share: 'share', days: 'days', points: 'lift' };

/** A measure as it is read. */
export interface MeasureText {
  readonly name: string;
  /** The number, or the word in its place. */
  readonly value: string;
  /** Fraction or count; empty when there is none to tell. */
  readonly evidence: string;
  /** The evidence and the interval; why there is no number. */
  readonly detail: string;
  readonly target: string;
  /** What the target asks for; empty without one. */
  readonly limit: string;
  readonly change: string;
  /** How it is counted, a sentence each. */
  readonly note: readonly string[];
}

/** Writes a measure as people read it. */
export function describeMeasure(measure: MeasureFigures, frame: ScorecardFrame, words: Words): MeasureText {
  const { id, metric, target, verdict } = measure;
  const { strings } = words;
  const kind = figureKinds[measureDefinitions[id].unit];
  const { name, counting } = strings.measures[id];
  const written = writeCell(kind, metric.value, metric.state, words);
  const targetText = target ? limitText(measure, target, words) : '';
  return {
    name,
    value: metric.method === 'kaplan-meier-at-least' && metric.state === 'ok' ? strings.atLeast(written) : written,
    evidence: evidenceOf(metric, words),
    detail: detailOf(measure, frame, words),
    target: target ? strings.target(targetText, strings.verdicts[verdict]) : strings.verdicts['no-target'],
    limit: targetText,
    change: changeOf(measure, kind, words),
    note: [
      counting,
      ...countingNote(metric, words, frame.window.timeZone),
      ...(id === 'P7' ? [strings.regression] : []),
      ...(target ? [targetNote(target, targetText, words)] : []),
    ],
  };
}

/** Says the interval of a measure; empty when there is none. */
export function writeRange({ id, metric }: Pick<ScorecardMeasure, 'id' | 'metric'>, words: Words): string {
  const { interval, method, state } = metric;
  if (state !== 'ok' || !interval) return '';
  const range = writeInterval(interval, figureKinds[measureDefinitions[id].unit], words);
  const isOpen = method === 'kaplan-meier-at-least' || method === 'kaplan-meier-open-end';
  return isOpen ? words.strings.orMore(range) : range;
}

function evidenceOf({ state, numerator, denominator, n }: Metric, { strings, write }: Words): string {
  if (state === 'hidden') return '';
  if (numerator !== undefined && denominator !== undefined) {
    return strings.outOf(write.count(numerator), write.count(denominator));
  }
  return n === null || n === 0 ? '' : strings.from(n, write.count(n));
}

function detailOf(measure: MeasureFigures, frame: ScorecardFrame, words: Words): string {
  const { strings, write } = words;
  const { state, value } = measure.metric;
  if (state === 'hidden') {
    const isProducing = measureDefinitions[measure.id].side === 'producing';
    return isProducing ? strings.hiddenProducers : strings.hiddenDetail(write.count(frame.minimumGroup));
  }
  const evidence = evidenceOf(measure.metric, words);
  if (state !== 'ok' || value === null) return state === 'early' && evidence ? strings.tooFew(evidence) : '';
  const range = writeRange(measure, words);
  return joinParts([evidence, range && strings.likely(range)]);
}

/** The word is the server's: it counts in how many questions the scorecard asks, which one interval can't. */
function changeOf({ id, previous, change, words: word }: MeasureFigures, kind: FigureKind, words: Words): string {
  const { strings } = words;
  const parts = [strings.words[word]];
  if (previous?.state === 'ok' && previous.value !== null) {
    parts.push(strings.before(writeValue(kind, previous.value, words)));
  }
  // The lift is a change itself and stands above already.
  if (id !== 'P7' && change?.state === 'ok' && change.value !== null) {
    const { interval } = change;
    const likely = interval ? strings.likely(writeDifferences(interval, kind, words)) : '';
    parts.push(strings.difference(writeDifference(change.value, kind, words), likely));
  }
  return joinParts(parts);
}

function limitText({ id }: MeasureFigures, { value }: MeasureTarget, words: Words): string {
  const { unit, better } = measureDefinitions[id];
  const written = writeValue(figureKinds[unit], value, words);
  return better === 'higher' ? words.strings.atLeast(written) : words.strings.atMost(written);
}

function targetNote({ owner, from, until, setFor }: MeasureTarget, text: string, { strings, write }: Words): string {
  const days = until === null ? strings.since(write.day(from)) : write.days(from, until);
  return strings.targetNote(text, owner, days, setFor === 'organisation');
}
