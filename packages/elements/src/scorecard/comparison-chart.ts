import {
  measureDefinitions,
  type ComparedSubject,
  type MeasureId,
  type Metric,
  type ScorecardComparison,
} from '@collateral/sdk/contract';
import type { ChartView } from '../charts/chart.js';
import { drawIntervals, intervalsHeight, type IntervalRow } from '../charts/draw-intervals.js';
import { writeValue } from '../figures/describe-figure.js';
import { joinParts } from '../figures/join-parts.js';
import { axisEnds } from './axis-ends.js';
import { describeMeasure, figureKinds, writeRange, type MeasureText } from './describe-measure.js';
import type { ScorecardView } from './scorecard-view.js';

type Compared = ComparedSubject['measures'][number];

/** One subject with the measure it is compared by. */
interface Row {
  readonly subject: ComparedSubject['subject'];
  readonly measure: Compared;
  readonly text: MeasureText;
  /** The interval as it is read; empty where there is none. */
  readonly range: string;
}

/** Makes the chart of a comparison: all subjects on one axis, in the order given, never by how well they do. */
export function comparisonChart(
  comparison: ScorecardComparison,
  id: MeasureId,
  subjects: readonly ComparedSubject[],
  view: ScorecardView,
): ChartView {
  const { strings, write, open } = view;
  const { unit } = measureDefinitions[id];
  const kind = figureKinds[unit];
  const rows = rowsOf(comparison, id, subjects, view);
  const { name, counting } = strings.measures[id];
  const metrics = rows.flatMap(({ measure: { metric } }) => (isKnown(metric) ? [metric] : []));
  const values = metrics.flatMap(({ value, interval }) => [value ?? 0, ...(interval ?? [])]);
  const targets = rows.flatMap(({ measure: { target } }) => (target ? [target.value] : []));
  const domain = axisEnds(unit, [...values, ...targets, 0]);
  const isHeldAgainst = targets.length > 0;
  const method = metrics[0]?.method ?? '';
  return {
    name,
    summary: summarise(comparison, rows, view),
    columns: [
      strings.subjects[comparison.subjectType],
      name,
      strings.intervalHeading,
      strings.evidenceHeading,
      ...(isHeldAgainst ? [strings.targetHeading] : []),
      strings.changeHeading,
    ],
    rows: rows.map(({ subject, text, range, measure }) => [
      subject.name,
      text.value,
      range,
      text.evidence,
      ...(isHeldAgainst ? [joinParts([text.limit, strings.verdicts[measure.verdict]])] : []),
      measure.words === 'not-enough-data' ? strings.verdicts['not-enough-data'] : strings.words[measure.words],
    ]),
    height: (width) => intervalsHeight(rows.length, width),
    draw: (size) =>
      drawIntervals(
        rows.map((row) => drawn(row, view)),
        { domain, write: (value) => writeValue(kind, value, view) },
        size,
      ),
    note: [
      counting,
      ...(strings.methods[method] ? [strings.methods[method]] : []),
      strings.fromTo(write.days(comparison.window.firstDay, comparison.window.lastDay)),
    ],
    words: strings.chart,
    ...(open && { onChoose: (row: number) => open(rows[row]?.subject.id ?? '') }),
  };
}

function rowsOf(
  comparison: ScorecardComparison,
  id: MeasureId,
  subjects: readonly ComparedSubject[],
  view: ScorecardView,
): readonly Row[] {
  return subjects.flatMap(({ subject, measures }): Row[] => {
    const measure = measures.find((each) => each.id === id);
    if (!measure) return [];
    return [{ subject, measure, text: describeMeasure(measure, comparison, view), range: writeRange(measure, view) }];
  });
}

function drawn({ subject, measure, text, range }: Row, { strings }: ScorecardView): IntervalRow {
  const { metric, target, verdict } = measure;
  const parts = [text.value, range, ...(target ? [strings.verdicts[verdict]] : [])];
  return {
    label: subject.name,
    value: isKnown(metric) ? metric.value : null,
    interval: metric.interval,
    target: target?.value ?? null,
    text: joinParts(parts),
  };
}

function isKnown({ state, value }: Metric): boolean {
  return state === 'ok' && value !== null;
}

function summarise({ subjectType }: ScorecardComparison, rows: readonly Row[], view: ScorecardView): string {
  const { strings, write } = view;
  const having = (verdict: Compared['verdict']): string => {
    const { length } = rows.filter(({ measure }) => measure.verdict === verdict);
    return `${strings.verdicts[verdict]}: ${write.count(length)}`;
  };
  const all = strings.compared(subjectType, rows.length, write.count(rows.length));
  const isHeldAgainst = rows.some(({ measure }) => measure.target !== null);
  if (!isHeldAgainst) return all;
  return strings.comparedWithTarget(all, [having('met'), having('missed'), having('not-enough-data')].join(', '));
}
