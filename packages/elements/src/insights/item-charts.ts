import type { InsightsItem } from '@collateral/sdk/contract';
import type { ChartView } from '../charts/chart.js';
import { barsHeight, drawBars, type Bar } from '../charts/draw-bars.js';
import { countingNote } from '../figures/counting-note.js';
import { writeCell } from '../figures/describe-figure.js';
import type { InsightsView } from './insights-view.js';

/** Ratings from here on say that an item is good. */
const goodFrom = 4;
const weakTo = 2;

/** How often each point was given; a bar opens the comments that go with it. */
export function distributionChart({ item, window }: InsightsItem, view: InsightsView): ChartView {
  const { strings, write, actions, memory, pointLabel } = view;
  const { distribution, rating } = item;
  const total = distribution?.reduce((sum, count) => sum + count, 0) ?? 0;
  // The best on top, as a scale is read.
  const points = (distribution ?? []).map((count, index) => ({ value: index + 1, count })).reverse();
  const shareOf = (isIn: (value: number) => boolean): string => {
    const part = points.filter(({ value }) => isIn(value)).reduce((sum, { count }) => sum + count, 0);
    return write.percent(total > 0 ? part / total : 0);
  };
  const bars: Bar[] = points.map(({ value, count }) => ({
    label: write.count(value),
    value: count,
    text: `${write.count(count)} · ${write.percent(total > 0 ? count / total : 0)}`,
  }));
  const options = { labels: 'beside' } as const;
  return {
    name: strings.distribution,
    summary: distribution
      ? strings.distributionSummary(
          shareOf((value) => value >= goodFrom),
          shareOf((value) => value <= weakTo),
        )
      : writeCell('rating', null, rating.state === 'ok' ? 'hidden' : rating.state, view),
    columns: [strings.pointHeading, strings.observationsHeading, strings.share],
    rows: points.map(({ value, count }) => [
      strings.point(write.count(value), pointLabel(value)),
      write.count(count),
      write.percent(total > 0 ? count / total : 0),
    ]),
    height: barsHeight(points.length, options),
    draw: (size) => drawBars(bars, options, size),
    note: countingNote(rating, view, window.timeZone),
    words: strings.chart,
    onChoose: (row) => {
      memory.commentsItem = item.collateralId;
      memory.commentsOf = points[row]?.value ?? null;
      actions.redraw();
    },
  };
}

/** Use by team, the most first; what is left of all is no team and stands last. */
export function teamsChart({ teams, item, window }: InsightsItem, view: InsightsView): ChartView {
  const { strings } = view;
  const isRest = ({ team }: InsightsItem['teams'][number]): number => (team === null ? 1 : 0);
  const sorted = [...teams].sort(
    (one, other) => isRest(one) - isRest(other) || (other.views.value ?? -1) - (one.views.value ?? -1),
  );
  const nameOf = ({ name }: InsightsItem['teams'][number]): string => name ?? strings.otherTeams;
  const bars: Bar[] = sorted.map((team) => ({
    label: nameOf(team),
    value: team.views.state === 'ok' ? team.views.value : null,
    text: writeCell('count', team.views.value, team.views.state, view),
  }));
  const [first] = bars;
  const options = { labels: 'above' } as const;
  return {
    name: strings.teams,
    summary: first && first.value !== null ? strings.teamsSummary(first.label, first.text) : strings.none,
    columns: [strings.team, strings.views, strings.viewers],
    rows: sorted.map((team, index) => [
      nameOf(team),
      bars[index]?.text ?? '',
      writeCell('count', team.viewers.value, team.viewers.state, view),
    ]),
    height: barsHeight(bars.length, options),
    draw: (size) => drawBars(bars, options, size),
    note: countingNote(item.views.metric, view, window.timeZone),
    words: strings.chart,
  };
}
