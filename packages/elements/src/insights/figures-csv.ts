import type {
  InsightsItem,
  InsightsItems,
  InsightsOverview,
  InsightsQuadrant,
  ItemInsight,
  Metric,
} from '@collateral/sdk/contract';
import { writeCsv, type CsvCell } from '../figures/csv.js';
import type { FigureKind } from '../figures/describe-figure.js';
import { sayStates } from './item-states.js';
import { usedColumns } from './item-versions.js';
import type { InsightsView } from './insights-view.js';
import { headlineKinds } from './overview-screen.js';

type Line = readonly CsvCell[];

/** Writes the figures on the screen as CSV: the same numbers to the same rounding, with a point, whatever the language. */
export function figuresCsv(view: InsightsView): string {
  const { overview, items, quadrant, item } = view.replies;
  const { screen } = view.position;
  if (screen === 'overview' && overview) return writeCsv(overviewLines(overview, view));
  if (screen === 'items' && items) return writeCsv(itemsLines(items, view));
  if (screen === 'quadrant' && quadrant) return writeCsv(quadrantLines(quadrant, view));
  return screen === 'item' && item ? writeCsv(itemLines(item, view)) : '';
}

/** Headings of {@link cellsOf}. */
function headingsOf(name: string, { strings }: InsightsView): Line {
  return [
    name,
    `${name}, ${strings.intervalHeading} (low)`,
    `${name}, ${strings.intervalHeading} (high)`,
    `${name}, n`,
  ];
}

/** Whoever reads the file has no filter before their eyes. */
function narrowed(name: string, { frame, strings }: InsightsView): string {
  return frame?.filter.afterUse ? `${name}, ${strings.afterUseOnly}` : name;
}

/** Value, interval and count; a word where there is no value. */
function cellsOf({ value, interval, n, state }: Metric, kind: FigureKind, { strings }: InsightsView): Line {
  const word = { early: strings.early, hidden: strings.hidden, none: strings.none, ok: '' }[state];
  const [low, high] = interval ?? [null, null];
  const isOk = state === 'ok' && value !== null;
  return [isOk ? rounded(value, kind) : word, isOk ? rounded(low, kind) : null, isOk ? rounded(high, kind) : null, n];
}

/** As on the screen; shares as shares of 1, with the digits of the percentage. */
function rounded(value: number | null, kind: FigureKind): number | null {
  if (value === null) return null;
  if (kind === 'share') return round(value, Math.abs(value) < 0.0995 ? 3 : 2);
  return round(value, kind === 'rating' ? 1 : 0);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function overviewLines(overview: InsightsOverview, view: InsightsView): Line[] {
  const { strings } = view;
  const { quality } = overview;
  const facts: readonly [string, Metric][] = [
    [strings.responseRate, quality.responseRate],
    [strings.coverage, quality.coverage],
    [strings.lateArrivals, quality.lateArrivals],
    [strings.excludedViews, quality.excludedViews],
    [strings.concentration, overview.concentration],
    [strings.stale, overview.stale],
    [strings.orphaned, overview.orphaned],
  ];
  return [
    [
      strings.insights,
      ...headingsOf(strings.share, view).slice(1),
      strings.trend,
      overview.window.firstDay,
      overview.window.lastDay,
    ],
    ...overview.headlines.map(({ id, metric, change }) => {
      const [value = null, ...rest] = cellsOf(metric, headlineKinds[id], view);
      const isOk = change?.state === 'ok';
      const difference = isOk ? rounded(change.value, headlineKinds[id]) : null;
      const name = strings.headlines[id];
      return [id === 'rating' ? narrowed(name, view) : name, value, ...rest, difference];
    }),
    ...facts.map(([name, metric]): Line => [name, ...cellsOf(metric, 'share', view)]),
    ...overview.lists.flatMap(({ id, items }) =>
      items.map((item): Line => [strings.lists[id].name, item.title, item.collateralId]),
    ),
  ];
}

function itemsLines({ items }: InsightsItems, view: InsightsView): Line[] {
  const { strings } = view;
  const stretches = Math.max(0, ...items.map(({ viewsTrend }) => viewsTrend.length));
  return [
    [
      'collateralId',
      strings.item,
      strings.kind,
      strings.producer,
      strings.views,
      strings.trend,
      strings.viewers,
      ...headingsOf(narrowed(strings.rating, view), view),
      strings.lastUsed,
      strings.reviewBy,
      strings.itemState,
      ...Array.from({ length: stretches }, (_, index) => `${strings.views} ${index + 1}`),
    ],
    ...items.map((item): Line => [...itemCells(item, view), ...item.viewsTrend]),
  ];
}

function itemCells(item: ItemInsight, view: InsightsView): Line {
  const { collateralId, title, kind, producer, views, viewers, rating, lastUsedOn, reviewBy } = item;
  return [
    collateralId,
    title,
    kind,
    producer?.name ?? null,
    cellsOf(views.metric, 'count', view)[0] ?? null,
    views.change?.state === 'ok' ? views.change.value : null,
    cellsOf(viewers, 'count', view)[0] ?? null,
    ...cellsOf(rating, 'rating', view),
    lastUsedOn,
    reviewBy,
    sayStates(item, view.strings),
  ];
}

function quadrantLines({ points, early }: InsightsQuadrant, view: InsightsView): Line[] {
  const { strings } = view;
  return [
    [
      'collateralId',
      strings.item,
      strings.kind,
      strings.use,
      strings.views,
      ...headingsOf(narrowed(strings.rating, view), view),
      strings.itemState,
    ],
    ...[...points, ...early].map((point): Line => [
      point.collateralId,
      point.title,
      point.kind,
      rounded(point.usePercentile, 'share'),
      point.views,
      ...cellsOf(point.rating, 'rating', view),
      strings.states[point.quadrant ?? 'early'],
    ]),
  ];
}

function itemLines(reply: InsightsItem, view: InsightsView): Line[] {
  const { strings } = view;
  const { item, viewsOverTime, ratingOverTime, versions, versionUse, teams } = reply;
  const columns = usedColumns(view);
  return [
    ...itemsLines({ ...reply, total: 1, items: [item] }, view),
    [],
    [strings.useOverTime],
    ...viewsOverTime.map(({ firstDay, lastDay, value }): Line => [firstDay, lastDay, value]),
    [strings.ratingOverTime],
    ...ratingOverTime.map(({ firstDay, lastDay, value, n }): Line => [firstDay, lastDay, rounded(value, 'rating'), n]),
    [strings.versions],
    ...versions.map(({ version, publishedAt, rating, lift }): Line => [
      version,
      publishedAt,
      ...cellsOf(rating, 'rating', view),
      lift?.state === 'ok' && lift.value !== null ? round(lift.value, 2) : null,
    ]),
    [strings.versionHeading, ...columns.map(({ name }) => name)],
    ...versionUse.map((use): Line => [
      use.version,
      ...columns.map(({ figure, kind }) => cellsOf(figure(use), kind, view)[0] ?? null),
    ]),
    [strings.teams],
    ...teams.map(({ name, views, viewers }): Line => [
      name ?? strings.otherTeams,
      cellsOf(views, 'count', view)[0] ?? null,
      cellsOf(viewers, 'count', view)[0] ?? null,
    ]),
  ];
}
