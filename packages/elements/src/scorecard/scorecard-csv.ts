import {
  measureDefinitions,
  type InsightsWindow,
  type Scorecard,
  type ScorecardComparison,
  type ScorecardMeasure,
  type ScorecardSubject,
} from '@collateral/sdk/contract';
import { writeCsv, type CsvCell } from '../figures/csv.js';
import { isComparison } from './scorecard-view.js';

interface Row {
  readonly subject: ScorecardSubject;
  readonly window: InsightsWindow;
  readonly measure: Omit<ScorecardMeasure, 'trend'>;
}

/** The columns are those of the server's CSV, so that both can be read by one program. */
const columns: readonly (readonly [name: string, cell: (row: Row) => CsvCell])[] = [
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
];

/** Writes the measures that are shown as CSV. */
export function scorecardCsv(shown: Scorecard | ScorecardComparison): string {
  const { window } = shown;
  const subjects = isComparison(shown) ? shown.subjects : [shown];
  const rows = subjects.flatMap(({ subject, measures }) => measures.map((measure) => ({ subject, window, measure })));
  return writeCsv([columns.map(([name]) => name), ...rows.map((row) => columns.map(([, cell]) => cell(row)))]);
}
