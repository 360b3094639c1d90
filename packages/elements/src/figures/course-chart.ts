import type { Metric, TrendPoint } from '@collateral/sdk/contract';
import type { ChartView } from '../charts/chart.js';
import { drawLine, type LineMarker } from '../charts/draw-line.js';
import { countingNote } from './counting-note.js';
import { writeCell, writeInterval, writeValue, type FigureKind, type Words } from './describe-figure.js';
import { dateOf } from './writer.js';

/** What a course over time shows. */
export interface Course {
  readonly name: string;
  /** What its values are called in the table. */
  readonly valueName: string;
  readonly points: readonly TrendPoint[];
  readonly kind: FigureKind;
  /** Whose counting is explained. */
  readonly metric: Metric;
  readonly timeZone: string;
  readonly markers?: readonly LineMarker[];
  /** What happened meanwhile, one text for each point: a column of the table. */
  readonly events?: { readonly heading: string; readonly summary: string; readonly texts: readonly string[] };
  /** A drawing without axes, beside the figure it belongs to. */
  readonly isSpark?: boolean;
}

const day = 86_400_000;

/** Makes the chart of a course: drawing, sentence, table and note say the same. */
export function courseChart(course: Course, words: Words): ChartView {
  const { name, points, kind, metric, timeZone, markers = [], events, isSpark = false } = course;
  const { strings, write } = words;
  const hasInterval = points.some(({ interval }) => interval !== null);
  return {
    name,
    summary: [summarise(course, words), events?.summary].filter(Boolean).join(' '),
    columns: [
      strings.when,
      course.valueName,
      strings.observationsHeading,
      ...(hasInterval ? [strings.intervalHeading] : []),
      ...(events ? [events.heading] : []),
    ],
    rows: points.map((point, index) => [
      write.days(point.firstDay, point.lastDay),
      writeCell(kind, point.value, point.state, words),
      point.n === null ? strings.hidden : write.count(point.n),
      ...(hasInterval ? [point.interval ? writeInterval(point.interval, kind, words) : ''] : []),
      ...(events ? [events.texts[index] ?? ''] : []),
    ]),
    height: isSpark ? 44 : 220,
    draw: (size) =>
      drawLine(
        points.map((point) => ({
          at: (momentOf(point.firstDay) + momentOf(point.lastDay) + day) / 2,
          value: point.state === 'ok' ? point.value : null,
          interval: isSpark ? null : point.interval,
          label: labelOf(point, words),
        })),
        {
          write: (value) => (kind === 'rating' ? write.count(value) : writeValue(kind, value, words)),
          ...(kind === 'rating' && { domain: [1, 5] as const }),
          markers,
          isSpark,
        },
        size,
      ),
    note: countingNote(metric, words, timeZone),
    words: strings.chart,
    isSmall: isSpark,
  };
}

/** Milliseconds since 1970 at which a day begins. */
export function momentOf(firstDay: string): number {
  return dateOf(firstDay).getTime();
}

/** A month is called by its name, anything shorter by its first day. */
function labelOf({ firstDay, lastDay }: TrendPoint, { write }: Words): string {
  const days = (momentOf(lastDay) - momentOf(firstDay)) / day;
  return days > 26 && days < 32 ? write.month(firstDay.slice(0, 7)) : write.shortDay(firstDay);
}

function summarise({ points, kind }: Course, words: Words): string {
  const { strings, write } = words;
  const known = points.flatMap((point) =>
    point.state === 'ok' && point.value !== null ? [{ ...point, value: point.value }] : [],
  );
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return strings.none;
  const at = ({ firstDay, lastDay }: TrendPoint): string => write.days(firstDay, lastDay);
  if (first === last) return strings.courseOne(writeValue(kind, first.value, words), at(first));
  const most = known.reduce((one, other) => (other.value > one.value ? other : one));
  const [from, to, greatest] = [first, last, most].map(({ value }) => writeValue(kind, value, words)) as [
    string,
    string,
    string,
  ];
  return strings.courseSummary(from, to, greatest, at(most));
}
