import {
  shortListIds,
  type Headline,
  type InsightsChoices,
  type InsightsOverview,
  type Metric,
  type MetricWindow,
  type ShortList,
  type ShortListId,
} from '@collateral/sdk/contract';
import { completeRows, viewsByDay } from './complete-rows.js';
import { dataQuality } from './data-quality.js';
import { windowOf } from './day-start.js';
import { countChange, countFigure, portionFigure, shareChange } from './figure.js';
import { filterRows, rowsInScope } from './insights-scope.js';
import { frameOf, type InsightsQuestion } from './insights-question.js';
import { inState, sortRows } from './item-list.js';
import { readItemRows, type ItemRow } from './item-rows.js';
import { readGroups } from './source.js';
import { exclusionsOf, responseRateOf } from './overview-parts.js';
import { meanChange, ratingsOfPeriod } from './rating-headline.js';
import { usedShare } from './used-share.js';
import { viewersFigure } from './viewer-headline.js';
import { viewsTrend } from './views-trend.js';

/** Answers what an overview shows. */
export async function overviewOf(question: InsightsQuestion): Promise<InsightsOverview> {
  const { source, scope, span, previous, team, filter, today } = question;
  const [all, allBefore] = await Promise.all(
    [span, previous].map(async (days) => rowsInScope(await readItemRows(source, { span: days, today, team }), scope)),
  );
  const rows = filterRows(all ?? [], filter);
  const before = filterRows(allBefore ?? [], filter);
  const isEverything =
    scope.producers === null && rows.length === (await readItemRows(source, { span, today, team })).length;
  const [headlines, quality, lists, choices] = await Promise.all([
    headlinesOf(question, rows, before, isEverything),
    dataQuality(question, rows),
    Promise.all(shortListIds.map((id) => shortListOf(question, rows, id))),
    choicesOf(question, all ?? []),
  ]);
  const window = windowOf(span, source.policy.timeZone);
  return {
    ...frameOf(question),
    headlines,
    quality,
    lists,
    concentration: concentrationOf(rows, window),
    stale: staleShare(rows, window),
    orphaned: orphanedShare(rows, window),
    choices,
  };
}

async function headlinesOf(
  question: InsightsQuestion,
  rows: readonly ItemRow[],
  before: readonly ItemRow[],
  isEverything: boolean,
): Promise<readonly Headline[]> {
  const { source, span, previous } = question;
  const { timeZone, minimumGroup } = source.policy;
  const window = windowOf(span, timeZone);
  const previousWindow = windowOf(previous, timeZone);
  const ids = isEverything ? null : rows.map(({ item }) => item.id);
  const [viewers, viewersBefore, ratings, ratingsBefore, trend] = await Promise.all([
    viewersFigure(question, span, ids),
    viewersFigure(question, previous, ids),
    ratingsOfPeriod(question, span, rows),
    ratingsOfPeriod(question, previous, rows),
    viewsTrend(question, ids),
  ]);
  const used = usedShare(question, span, rows);
  const usedBefore = usedShare(question, previous, before);
  const views = viewsOf(rows, 'use', window);
  const viewsBefore = viewsOf(rows, 'previousUse', previousWindow);
  const response = responseRateOf(rows, 'use', window, minimumGroup);
  const responseBefore = responseRateOf(rows, 'previousUse', previousWindow, minimumGroup);
  return [
    { id: 'items-used', metric: used, previous: usedBefore, change: shareChange(used, usedBefore), trend: [] },
    { id: 'views', metric: views, previous: viewsBefore, change: countChange(views, viewsBefore), trend },
    { id: 'viewers', metric: viewers, previous: viewersBefore, change: countChange(viewers, viewersBefore), trend: [] },
    {
      id: 'rating',
      metric: ratings.metric,
      previous: ratingsBefore.metric,
      change: meanChange(ratings, ratingsBefore),
      trend: ratings.trend,
    },
    {
      id: 'response-rate',
      metric: response,
      previous: responseBefore,
      change: shareChange(response, responseBefore),
      trend: [],
    },
  ];
}

function viewsOf(rows: readonly ItemRow[], period: 'use' | 'previousUse', window: MetricWindow): Metric {
  const reasons = new Map<string, number>();
  let views = 0;
  for (const row of rows) {
    const use = row[period];
    views += use?.views ?? 0;
    for (const { reason, count } of use?.excluded ?? []) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  return countFigure(views, 'qualified-views', { window, excluded: exclusionsOf(reasons) });
}

async function shortListOf(question: InsightsQuestion, rows: readonly ItemRow[], id: ShortListId): Promise<ShortList> {
  const { source, span, team } = question;
  const own = inState(rows, id);
  const sorted = id === 'stale' ? await byViewsSinceReview(question, own) : sortRows(own, sortOf[id]);
  return { id, total: own.length, items: await completeRows(source, sorted.slice(0, 5), span, team) };
}

const sortOf = {
  // Where a better version would help most people.
  'fix-first': '-views',
  'hidden-gem': '-rating',
  'never-used': 'title',
} as const;

async function byViewsSinceReview(
  { source, span }: InsightsQuestion,
  stale: readonly ItemRow[],
): Promise<readonly ItemRow[]> {
  const within = stale.filter(({ item }) => (item.reviewBy ?? '') >= span.firstDay);
  const days = await viewsByDay(source, within, span);
  const since = new Map(
    stale.map(({ item, everybodysUse }) => {
      const { reviewBy = '' } = item;
      const own = [...(days.get(item.id) ?? [])].reduce((sum, [day, views]) => (day > reviewBy ? sum + views : sum), 0);
      return [item.id, reviewBy < span.firstDay ? everybodysUse.views : own];
    }),
  );
  return stale.toSorted((one, other) => (since.get(other.item.id) ?? 0) - (since.get(one.item.id) ?? 0));
}

function concentrationOf(rows: readonly ItemRow[], window: MetricWindow): Metric {
  const live = rows.filter(({ isLive }) => isLive);
  const views = live.map(({ everybodysUse }) => everybodysUse.views).toSorted((one, other) => other - one);
  const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0);
  return portionFigure(sum(views.slice(0, Math.ceil(views.length / 10))), sum(views), { window });
}

function staleShare(rows: readonly ItemRow[], window: MetricWindow): Metric {
  const live = rows.filter(({ isLive }) => isLive);
  const dated = live.filter(({ item }) => item.reviewBy !== undefined);
  const excluded = [{ reason: 'no-review-date', count: live.length - dated.length }];
  return portionFigure(dated.filter(({ isStale }) => isStale).length, dated.length, { window, excluded });
}

function orphanedShare(rows: readonly ItemRow[], window: MetricWindow): Metric {
  const live = rows.filter(({ isLive }) => isLive);
  return portionFigure(inState(live, 'orphaned').length, live.length, { window });
}

async function choicesOf({ source, scope }: InsightsQuestion, rows: readonly ItemRow[]): Promise<InsightsChoices> {
  const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
    one.name.localeCompare(other.name, 'en');
  const producers = new Map(rows.flatMap(({ item: { producer } }) => (producer ? [[producer.id, producer]] : [])));
  const groups = await readGroups(source);
  const teams = [...groups.values()].filter(
    ({ id, size }) => (size ?? 0) >= source.policy.minimumGroup && (scope.teams === null || scope.teams.has(id)),
  );
  return {
    kinds: [...new Set(rows.map(({ item }) => item.kind))].toSorted(),
    producers: [...producers.values()].toSorted(byName),
    teams: teams.map(({ id, name }) => ({ id, name })).toSorted(byName),
    tags: [...new Set(rows.flatMap(({ item }) => item.tags ?? []))].toSorted(),
  };
}
