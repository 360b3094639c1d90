import type { Metric, MetricWindow, VersionUse } from '@collateral/sdk/contract';
import { isSafeBeside } from '../privacy/suppression.js';
import { getOrMake } from '../store/get-or-make.js';
import { actionFigures } from './action-figures.js';
import { aggregate } from './aggregate.js';
import { addDays } from './day-math.js';
import { windowOf } from './day-start.js';
import { activeTimeFigure, countFigure, hiddenFigure, noFigure } from './figure.js';
import type { InsightsQuestion } from './insights-question.js';
import type { ItemRow } from './item-rows.js';
import { noUse, readPeopleAround, type ItemUse } from './item-use.js';

/** The period in which the people of a version are told: two that overlap would give away what lies between them. */
const toldPeriod = 'last-90-days';

/** Counts the use of each version of an item in the period, in the order of the catalogue. */
export async function versionUse(question: InsightsQuestion, row: ItemRow): Promise<readonly VersionUse[]> {
  const { source, span } = question;
  const versions = (row.item.versions ?? []).toSorted(
    (one, other) => Date.parse(one.publishedAt) - Date.parse(other.publishedAt),
  );
  if (versions.length === 0) return [];
  const asked = {
    by: ['version'],
    from: span.firstDay,
    to: addDays(span.lastDay, 1),
    collateralIds: [row.item.id],
  } as const;
  const [used, acted] = await Promise.all([
    aggregate(source.store, source.tenant, { type: 'usage', ...asked }),
    aggregate(source.store, source.tenant, { type: 'actions', ...asked }),
  ]);
  const uses = new Map<string, ItemUse>();
  for (const { group, excluded, views, viewers, activeMs, ratedPairs } of used)
    if (excluded === null && typeof group.version === 'string')
      uses.set(group.version, { ...noUse, views, viewers, activeMs, raters: ratedPairs });
  const actions = new Map<string, (typeof acted)[number][]>();
  for (const one of acted)
    if (typeof one.group.version === 'string') getOrMake(actions, one.group.version, () => []).push(one);
  const window = windowOf(span, source.policy.timeZone);
  const told = await toldVersions(question, row, uses);
  return versions.map(({ version }): VersionUse => {
    const use = uses.get(version) ?? noUse;
    return {
      version,
      views: countFigure(use.views, 'qualified-views', { window }),
      viewers: viewersOf(use, told.has(version), window),
      activeMsPerView:
        // Of the only version in use it is that of the item.
        use.views === row.everybodysUse.views
          ? activeTimeFigure(use, window, source.policy.minimumGroup)
          : timeOf(use, told.has(version), window),
      ...actionFigures(actions.get(version) ?? [], window),
    };
  });
}

function viewersOf({ views, viewers }: ItemUse, isTold: boolean, window: MetricWindow): Metric {
  if (views === 0) return noFigure('distinct-people', window);
  return isTold ? countFigure(viewers, 'distinct-people', { window }) : hiddenFigure('distinct-people', window);
}

function timeOf(use: ItemUse, isTold: boolean, window: MetricWindow): Metric {
  // That nobody viewed it is no figure about a person.
  return isTold || use.views === 0 ? activeTimeFigure(use, window, 0) : hiddenFigure('active-time-per-view', window);
}

/**
 * Chooses the versions whose people may be told: enough of them, and with what is told of the item in this period and in longer
 * ones around it no few others are left. One person may use several versions: how many do must not come out either.
 */
async function toldVersions(
  { source, span, today }: InsightsQuestion,
  { item, insight, everybodysUse }: ItemRow,
  uses: ReadonlyMap<string, ItemUse>,
): Promise<ReadonlySet<string>> {
  const { minimumGroup } = source.policy;
  if (span.period !== toldPeriod) return new Set();
  const around = [...(await readPeopleAround(source, span, today))(item.id), everybodysUse.viewers];
  const told = new Map(
    [...uses].filter(
      ([, { viewers }]) =>
        viewers >= minimumGroup && around.every((whole) => isSafeBeside(viewers, whole, minimumGroup)),
    ),
  );
  // Where the item's own people are hidden, those of its versions would bound them.
  if (insight.viewers.state === 'hidden') return new Set();
  const twice = [...uses.values()].reduce((sum, { viewers }) => sum + viewers, 0) - everybodysUse.viewers;
  if (told.size === uses.size && twice > 0 && twice < minimumGroup) {
    const [fewest] = [...told].toSorted(([, one], [, other]) => one.viewers - other.viewers);
    if (fewest) told.delete(fewest[0]);
  }
  return new Set(told.keys());
}
