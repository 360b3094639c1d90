import type { InsightsItem, Metric, MetricWindow, TeamUse, TrendPoint } from '@collateral/sdk/contract';
import { erasureCount } from '../privacy/erasures.js';
import type { ActionsRow } from '../store/aggregate-row.js';
import { actionFigures } from './action-figures.js';
import { aggregate } from './aggregate.js';
import { completeRows, viewsByDay } from './complete-rows.js';
import { addDays } from './day-math.js';
import { windowOf } from './day-start.js';
import { activeTimeFigure, countFigure, hiddenFigure, shareFigure } from './figure.js';
import { frameOf, type InsightsQuestion } from './insights-question.js';
import { readComments } from './item-comments.js';
import type { ItemRow } from './item-rows.js';
import { readTeamUse } from './item-use.js';
import { ratingsByMonth } from './rating-months.js';
import { counted, readGroups } from './source.js';
import { courseOf, stretchesOf, sumCountedStretches } from './stretches.js';
import { versionInsights } from './version-insights.js';
import { versionUse } from './version-use.js';

/** Answers what the page of one item shows. */
export async function itemPageOf(question: InsightsQuestion, row: ItemRow): Promise<InsightsItem> {
  const { source, span } = question;
  const { policy } = source;
  const window = windowOf(span, policy.timeZone);
  const once = <Value>(name: string, count: () => Promise<Value>): Promise<Value> =>
    counted(source, `${name} ${span.firstDay} ${span.lastDay} ${question.today} ${row.item.id}`, count);
  const [items, days, actions, afterUse, versions, ratingOverTime, teams, useOfVersions, comments] = await Promise.all([
    completeRows({ ...question, team: null }, [row]),
    viewsByDay(source, [row], span),
    once('actions', () => readActions(question, row)),
    once(`after use ${row.insight.version}`, () => afterUseShare(question, row)),
    versionInsights(source, row.item, question.afterUse),
    ratingsByMonth(question, row.item),
    teamsOf(question, row, window),
    once('versions', () => versionUse(question, row)),
    // Another process may have erased somebody whose words are kept here.
    erasureCount(source).then((erasures) => once(`comments ${erasures}`, () => readComments(question, row.item))),
  ]);
  const [item] = items;
  if (item === undefined) throw new Error('One row gives one item.');
  return {
    ...frameOf(question),
    item,
    viewsOverTime: viewsOverTime(question, days.get(row.item.id) ?? new Map<string, number>()),
    ratingOverTime,
    versions,
    activeMsPerView: activeTimeFigure(row.everybodysUse, window, policy.minimumGroup),
    ...actionFigures(actions, window),
    afterUse,
    teams,
    versionUse: useOfVersions,
    comments,
    minimumComments: policy.minimumComments,
  };
}

function viewsOverTime(
  { span, countedSince }: InsightsQuestion,
  days: ReadonlyMap<string, number>,
): readonly TrendPoint[] {
  const stretches = stretchesOf(span);
  return courseOf(stretches, sumCountedStretches(stretches, days, countedSince));
}

async function readActions({ source, span }: InsightsQuestion, { item }: ItemRow): Promise<readonly ActionsRow[]> {
  return aggregate(source.store, source.tenant, {
    type: 'actions',
    by: ['collateralId'],
    from: span.firstDay,
    to: addDays(span.lastDay, 1),
    collateralIds: [item.id],
  });
}

async function afterUseShare({ source }: InsightsQuestion, { item, insight }: ItemRow): Promise<Metric> {
  const rows = await aggregate(source.store, source.tenant, {
    type: 'ratings',
    by: ['version', 'afterUse'],
    collateralIds: [item.id],
  });
  let after = 0;
  let all = 0;
  for (const { group, excluded, ratings } of rows) {
    if (excluded !== null || (group.version ?? null) !== insight.version) continue;
    all += ratings;
    if (group.afterUse === true) after += ratings;
  }
  if (all > 0 && all < source.policy.minimumGroup) return hiddenFigure('wilson', null);
  return shareFigure(after, all, { window: null });
}

async function teamsOf(
  { source, span, scope, today }: InsightsQuestion,
  { item, everybodysUse }: ItemRow,
  window: MetricWindow,
): Promise<readonly TeamUse[]> {
  const [cells, groups] = await Promise.all([readTeamUse(source, span, today), readGroups(source)]);
  const shown = [...(cells.get(item.id) ?? [])].flatMap(([team, use]) => (team === null ? [] : [{ team, use }]));
  const rest = shown.reduce(
    (left, { use }) => ({ viewers: left.viewers - use.viewers, views: left.views - use.views }),
    { viewers: everybodysUse.viewers, views: everybodysUse.views },
  );
  const figures = (viewers: number, views: number): Pick<TeamUse, 'viewers' | 'views'> => ({
    viewers: countFigure(viewers, 'distinct-people', { window }),
    views: countFigure(views, 'qualified-views', { window }),
  });
  const teams = shown
    .filter(({ team }) => scope.teams === null || scope.teams.has(team))
    .map(({ team, use }): TeamUse => ({
      team,
      name: groups.get(team)?.name ?? team,
      ...figures(use.viewers, use.views),
    }))
    .toSorted((one, other) => (other.viewers.value ?? 0) - (one.viewers.value ?? 0));
  if (rest.views <= 0) return teams;
  // People who changed teams count in both, so the rest may look smaller than it is; too small is still hidden.
  const isHidden = rest.viewers < source.policy.minimumGroup;
  const hidden = { viewers: hiddenFigure('distinct-people', window), views: hiddenFigure('qualified-views', window) };
  return [...teams, { team: null, name: null, ...(isHidden ? hidden : figures(rest.viewers, rest.views)) }];
}
