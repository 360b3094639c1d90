import {
  shortListIds,
  type ComparedMetric,
  type Headline,
  type InsightsChoices,
  type InsightsOverview,
  type Metric,
  type MetricWindow,
  type ShortList,
  type ShortListId,
} from '@collateral/sdk/contract';
import { completeRows, viewsByDay } from './complete-rows.js';
import { isCounted } from './counted-since.js';
import { dataQuality } from './data-quality.js';
import { windowOf } from './day-start.js';
import { countChange, countFigure, portionFigure, shareChange } from './figure.js';
import { filterRows, rowsInScope } from './insights-scope.js';
import { frameOf, type InsightsQuestion } from './insights-question.js';
import { inState, sortRows } from './item-list.js';
import { readItemRows, type ItemRow } from './item-rows.js';
import { readGroups } from './source.js';
import { exclusionsOf, responseRateOf } from './overview-parts.js';
import { ratingHeadline } from './rating-headline.js';
import type { RowsQuestion } from './row-uses.js';
import { usedShare } from './used-share.js';
import { viewersFigure } from './viewer-headline.js';
import { viewsTrend } from './views-trend.js';

/** Answers what an overview shows. */
export async function overviewOf(question: InsightsQuestion): Promise<InsightsOverview> {
  const now = await askedRows(question, { span: question.span });
  const before = await askedRows(question, { span: question.previous, withoutPrevious: true });
  const { rows } = now;
  const [headlines, quality, lists, choices] = await Promise.all([
    headlinesOf(question, now, before),
    dataQuality(question, rows, now.isEverything && rows.length === now.all.length && question.team === null),
    Promise.all(shortListIds.map((id) => shortListOf(question, rows, id))),
    choicesOf(question, now.all),
  ]);
  const window = windowOf(question.span, question.source.policy.timeZone);
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

/** The rows of a question before and after its filter. */
interface AskedRows {
  /** All rows the caller may see. */
  readonly all: readonly ItemRow[];
  /** Those the filter lets through. */
  readonly rows: readonly ItemRow[];
  /** The caller sees every item there is. */
  readonly isEverything: boolean;
}

async function askedRows(
  { source, scope, team, afterUse, today, filter }: InsightsQuestion,
  period: Pick<RowsQuestion, 'span' | 'withoutPrevious'>,
): Promise<AskedRows> {
  const every = await readItemRows(source, { ...period, today, team, afterUse });
  const all = rowsInScope(every, scope);
  return { all, rows: filterRows(all, filter), isEverything: all.length === every.length };
}

async function headlinesOf(
  question: InsightsQuestion,
  now: AskedRows,
  before: AskedRows,
): Promise<readonly Headline[]> {
  const { source, span, previous, countedSince, team, afterUse } = question;
  const { timeZone, minimumGroup } = source.policy;
  const window = windowOf(span, timeZone);
  const previousWindow = windowOf(previous, timeZone);
  const { rows } = now;
  const isWhole = now.isEverything && rows.length === now.all.length;
  const [viewers, viewersBefore, rating, trend] = await Promise.all([
    viewersFigure(question, span, isWhole),
    viewersFigure(question, previous, isWhole),
    ratingHeadline(question, rows, isWhole && team === null && !afterUse),
    viewsTrend(question, isWhole ? null : rows.map(({ item }) => item.id)),
  ]);
  const used = usedShare(question, span, rows);
  const usedBefore = usedShare(question, previous, before.rows);
  const views = viewsOf(rows, 'use', window);
  const viewsBefore = viewsOf(rows, 'previousUse', previousWindow);
  const rule = { minimum: minimumGroup, isWhole: isWhole && team === null };
  const response = responseRateOf(rows, { window, ...rule });
  const responseBefore = responseRateOf(before.rows, { window: previousWindow, ...rule });
  const compare = isCounted(previous, countedSince) ? besideBefore : alone;
  return [
    { id: 'items-used', ...compare(used, usedBefore, shareChange), trend: [] },
    { id: 'views', ...compare(views, viewsBefore, countChange), trend },
    { id: 'viewers', ...compare(viewers, viewersBefore, countChange), trend: [] },
    { id: 'rating', previous: null, ...rating },
    { id: 'response-rate', ...compare(response, responseBefore, shareChange), trend: [] },
  ];
}

type ChangeOf = (now: Metric, before: Metric) => Metric | null;

function besideBefore(metric: Metric, previous: Metric, changeOf: ChangeOf): ComparedMetric {
  return { metric, previous, change: changeOf(metric, previous) };
}

// Nobody counted in the period before, or only in a part of it.
function alone(metric: Metric): ComparedMetric {
  return { metric, previous: null, change: null };
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
  const own = inState(rows, id);
  const sorted = id === 'stale' ? await byViewsSinceReview(question, own) : sortRows(own, sortOf[id]);
  return { id, total: own.length, items: await completeRows(question, sorted.slice(0, 5)) };
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
