import {
  measureDefinitions,
  type InsightsWindow,
  type ScorecardMeasure,
  type ScorecardSubject,
} from '@collateral/sdk/contract';
import { csvLine, type CsvCell } from '../insights/csv-line.js';

/** One measure of one subject. */
export interface MeasureRow {
  readonly subject: ScorecardSubject;
  readonly measure: Omit<ScorecardMeasure, 'trend'>;
  /** What it covers. */
  readonly window: InsightsWindow;
}

const columns: readonly (readonly [name: string, cell: (row: MeasureRow) => CsvCell])[] = Object.freeze([
  ['subject', ({ subject }) => subject.type],
  ['id', ({ subject }) => subject.id],
  ['name', ({ subject }) => subject.name],
  ['first day', ({ window }) => window.firstDay],
  ['last day', ({ window }) => window.lastDay],
  ['measure', ({ measure }) => measure.id],
  ['measure name', ({ measure }) => measureDefinitions[measure.id].name],
  ['unit', ({ measure }) => measureDefinitions[measure.id].unit],
  ['value', ({ measure: { metric } }) => metric.value],
  ['low', ({ measure: { metric } }) => metric.interval?.[0] ?? null],
  ['high', ({ measure: { metric } }) => metric.interval?.[1] ?? null],
  ['n', ({ measure: { metric } }) => metric.n],
  ['numerator', ({ measure: { metric } }) => metric.numerator ?? null],
  ['denominator', ({ measure: { metric } }) => metric.denominator ?? null],
  ['state', ({ measure: { metric } }) => metric.state],
  ['method', ({ measure: { metric } }) => metric.method],
  [
    'left out',
    ({ measure: { metric } }) => metric.excluded.map(({ reason, count }) => `${reason} ${count}`).join('; '),
  ],
  ['before', ({ measure: { previous } }) => previous?.value ?? null],
  ['change', ({ measure: { change } }) => change?.value ?? null],
  ['change low', ({ measure: { change } }) => change?.interval?.[0] ?? null],
  ['change high', ({ measure: { change } }) => change?.interval?.[1] ?? null],
  ['words', ({ measure: { words } }) => words],
  ['target', ({ measure: { target } }) => target?.value ?? null],
  ['verdict', ({ measure: { verdict } }) => verdict],
]);

/** Writes measures as CSV, with the numbers of the scorecard. */
export function scorecardCsv(rows: readonly MeasureRow[]): string {
  return [
    csvLine(columns.map(([name]) => name)),
    ...rows.map((row) => csvLine(columns.map(([, cell]) => cell(row)))),
  ].join('');
}
