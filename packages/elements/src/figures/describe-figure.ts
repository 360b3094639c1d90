import type { ComparedMetric, Metric, MetricState } from '@collateral/sdk/contract';
import type { FigureStrings } from '../shared/figure-strings.js';
import { joinParts } from './join-parts.js';
import type { Writer } from './writer.js';

/** What a number is, so that it is written as such. */
export type FigureKind = 'count' | 'share' | 'rating' | 'duration' | 'days' | 'lift';

/** What a figure is written with. */
export interface Words {
  readonly strings: FigureStrings;
  readonly write: Writer;
}

/** A figure as it is read. */
export interface FigureText {
  /** The number, or the word in its place. */
  readonly main: string;
  /** Its evidence: interval, count or fraction; empty when there is none to tell. */
  readonly detail: string;
}

/** Writes a value. */
export function writeValue(kind: FigureKind, value: number, { write }: Words): string {
  if (kind === 'share') return write.percent(value);
  if (kind === 'rating') return write.decimal(value);
  if (kind === 'days') return write.elapsedDays(value);
  if (kind === 'lift') return write.difference(value, 2);
  return kind === 'duration' ? write.duration(value) : write.count(value);
}

/** Writes a value that may be missing, in one word. */
export function writeCell(kind: FigureKind, value: number | null, state: MetricState, words: Words): string {
  if (state === 'ok' && value !== null) return writeValue(kind, value, words);
  const { early, hidden, none } = words.strings;
  return state === 'early' ? early : state === 'hidden' ? hidden : none;
}

/** Says a metric with its evidence, or why there is no number: neither good nor bad. */
export function describeFigure(metric: Metric, kind: FigureKind, words: Words, minimumGroup: number): FigureText {
  const { strings, write } = words;
  const { value, state, n, interval, numerator, denominator } = metric;
  const main = writeCell(kind, value, state, words);
  if (state === 'hidden') return { main, detail: strings.hiddenDetail(write.count(minimumGroup)) };
  if (state === 'early' && kind === 'rating') return { main, detail: strings.earlyDetail(n ?? 0, write.count(n ?? 0)) };
  if (state !== 'ok' || value === null) return { main, detail: '' };
  const parts: string[] = [];
  if (numerator !== undefined && denominator !== undefined) {
    parts.push(strings.outOf(write.count(numerator), write.count(denominator)));
  }
  if (interval) parts.push(strings.likely(writeInterval(interval, kind, words)));
  if (kind === 'rating' && n !== null) parts.push(strings.ratings(n, write.count(n)));
  return { main, detail: joinParts(parts) };
}

/** Says the ends of an interval. */
export function writeInterval([low, high]: readonly [number, number], kind: FigureKind, words: Words): string {
  return words.strings.range(writeValue(kind, low, words), writeValue(kind, high, words));
}

/** A change as it is read. */
export interface ChangeText {
  readonly text: string;
  /** Only a change whose interval leaves out 0, or a plain count that moved, goes anywhere. */
  readonly direction: 'up' | 'down' | 'none';
  /** The interval tells that it is more than chance. */
  readonly isClear: boolean;
}

/** Says how a figure differs from the one of the period before. */
export function describeChange(
  { metric, previous, change }: ComparedMetric,
  kind: FigureKind,
  words: Words,
): ChangeText {
  const { strings } = words;
  const { value, interval, state } = change ?? { value: null, interval: null, state: 'none' };
  if (state !== 'ok' || value === null) {
    // Hidden is not the same as nothing there.
    const text = previous?.state === 'hidden' ? strings.beforeWas(strings.hidden) : strings.changeUnknown;
    return { text, direction: 'none', isClear: false };
  }
  if (interval && interval[0] <= 0 && interval[1] >= 0) {
    const likely = strings.likely(writeDifferences(interval, kind, words));
    return { text: strings.change(strings.noChange, likely), direction: 'none', isClear: false };
  }
  const base = previous?.value;
  const share = kind === 'count' && base && metric.value !== null ? `, ${percentChange(value / base, words)}` : '';
  const likely = interval ? strings.likely(writeDifferences(interval, kind, words)) : '';
  const direction = value > 0 ? 'up' : value < 0 ? 'down' : 'none';
  return {
    text: strings.change(writeDifference(value, kind, words) + share, likely),
    direction,
    isClear: interval !== null && direction !== 'none',
  };
}

/** Writes a difference with its sign; shares differ by points, not by percent. */
export function writeDifference(value: number, kind: FigureKind, { strings, write }: Words): string {
  if (kind === 'share') return strings.points(write.difference(value * 100, 1));
  return kind === 'days' ? write.elapsedDays(value, true) : write.difference(value, digitsOf(kind));
}

/** Says the ends of the interval of a difference; their unit is said with the difference. */
export function writeDifferences(
  [low, high]: readonly [number, number],
  kind: FigureKind,
  { strings, write }: Words,
): string {
  const [scale, digits] = kind === 'share' ? [100, 1] : [1, digitsOf(kind)];
  return strings.range(write.difference(low * scale, digits), write.difference(high * scale, digits));
}

function digitsOf(kind: FigureKind): number {
  if (kind === 'days') return 1;
  return kind === 'rating' || kind === 'lift' ? 2 : 0;
}

function percentChange(share: number, { write }: Words): string {
  return `${share > 0 ? '+' : ''}${write.percent(share)}`;
}
