import type { MeasureId, TrendPoint, VersionMarker } from '@collateral/sdk/contract';
import type { LineMarker } from '../charts/draw-line.js';
import { momentOf, type Course } from '../figures/course-chart.js';
import type { ScorecardView } from './scorecard-view.js';

/** Measures that a new version can move; answers and promises go another way. */
const moved: readonly MeasureId[] = ['P1', 'P3', 'P7', 'P8', 'P10'];

/** More lines than this are a thicket: then one stands for all of a stretch. */
const mostMarks = 12;
/** More names than this are a count. */
const mostNames = 3;

/** Marks the new versions on the course of a measure, and says in its table which came out when. */
export function versionMarks(
  id: MeasureId,
  points: readonly TrendPoint[],
  versions: readonly VersionMarker[],
  { strings, write }: Pick<ScorecardView, 'strings' | 'write'>,
): Pick<Course, 'markers' | 'events'> {
  if (!moved.includes(id)) return {};
  const stretches = points.map(({ firstDay, lastDay }) =>
    versions.filter(({ publishedAt }) => firstDay <= publishedAt.slice(0, 10) && publishedAt.slice(0, 10) <= lastDay),
  );
  const within = stretches.flat();
  if (within.length === 0) return {};
  const labelOf = ({ title, version }: VersionMarker): string => strings.versionName(title, version);
  const counted = (list: readonly VersionMarker[]): string =>
    strings.newVersions(list.length, write.count(list.length));
  const each = within.map((one): LineMarker => ({ at: Date.parse(one.publishedAt), label: labelOf(one) }));
  const byStretch = stretches.flatMap((list, index): LineMarker[] => {
    const point = points[index];
    return list.length > 0 && point ? [{ at: middleOf(point), label: counted(list) }] : [];
  });
  return {
    markers: each.length > mostMarks ? byStretch : each,
    events: {
      heading: strings.versionsHeading,
      summary: strings.versionsMarked(within.length, write.count(within.length)),
      texts: stretches.map((list) => (list.length > mostNames ? counted(list) : list.map(labelOf).join(' · '))),
    },
  };
}

function middleOf({ firstDay, lastDay }: TrendPoint): number {
  return (momentOf(firstDay) + momentOf(lastDay)) / 2;
}
