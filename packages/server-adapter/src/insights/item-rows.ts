import {
  versionAt,
  type ComparedMetric,
  type Item,
  type ItemInsight,
  type Metric,
  type MetricWindow,
} from '@collateral/sdk/contract';
import { getOrMake } from '../store/get-or-make.js';
import { isCounted, readCountedSince } from './counted-since.js';
import { windowOf } from './day-start.js';
import { countChange, countFigure, hiddenFigure, noFigure, shareFigure } from './figure.js';
import { isPublished, isStale, percentiles, quadrantOf, standingOf, standingRules } from './item-standing.js';
import { itemsWithRevealingViewers, noUse, readUse, readUseDays, type ItemUse, type ItemViews } from './item-use.js';
import { previousPeriod } from './period.js';
import { previousViewsOf, usesOf, type RowsQuestion } from './row-uses.js';
import { counted, readCatalogue, readGroups, type GroupEntry, type InsightsSource } from './source.js';
import { figuresTold } from './ratings-told.js';
import { readVersionRatings } from './version-ratings.js';

/** One item with its figures, and what judging it took. */
export interface ItemRow {
  readonly item: Item;
  readonly insight: Omit<ItemInsight, 'viewsTrend' | 'viewsSinceReview'>;
  /** Use in the period: by everybody, or what may be shown of a team's. Null when nothing of it may. */
  readonly use: ItemUse | null;
  readonly previousUse: ItemViews | null;
  /** Use by everybody, whatever the team. */
  readonly everybodysUse: ItemUse;
  readonly isLive: boolean;
  readonly isStale: boolean;
}

/** Gives every item that was published by the end of the period, with its figures. */
export function readItemRows(source: InsightsSource, question: RowsQuestion): Promise<readonly ItemRow[]> {
  const { span, team, afterUse, withoutPrevious = false } = question;
  // Ids have no spaces at an end only by luck, so the team comes last.
  return counted(
    source,
    `rows ${span.firstDay} ${span.lastDay} ${question.today} ${withoutPrevious} ${afterUse} ${team ?? ''}`,
    async () => {
      const [items, groups, ratings, lastUse, everybody, use, previousUse, revealing, countedSince] = await Promise.all(
        [
          readCatalogue(source),
          readGroups(source),
          readVersionRatings(source),
          readUseDays(source),
          readUse(source, span),
          usesOf(source, question),
          previousViewsOf(source, question),
          team === null ? itemsWithRevealingViewers(source, span, question.today) : new Set<string>(),
          readCountedSince(source),
        ],
      );
      const { policy } = source;
      const rules = standingRules(span, policy);
      const window = windowOf(span, policy.timeZone);
      const previous = previousPeriod(span);
      const previousWindow = isCounted(previous, countedSince) ? windowOf(previous, policy.timeZone) : null;
      const published = [...items.values()].filter((item) => isPublished(item, rules));
      const judged = published.map((item) => {
        const everybodysUse = everybody.get(item.id) ?? noUse;
        const lastUsedOn = lastUse.get(item.id)?.lastDay ?? null;
        return {
          item,
          everybodysUse,
          lastUsedOn,
          standing: standingOf(item, { views: everybodysUse.views, lastUsedOn }, rules),
        };
      });
      const usePercentiles = percentilesOfKinds(judged.filter(({ standing }) => standing.isLive));
      return judged.map(({ item, everybodysUse, lastUsedOn, standing }): ItemRow => {
        const version = versionAt(item, new Date(Date.parse(window.to) - 1).toISOString());
        const asked = { policy, afterUse };
        const rating = figuresTold(ratings, { collateralId: item.id, version }, item.kind, asked);
        const usePercentile = usePercentiles.get(item.id) ?? null;
        const own = { now: use(item.id), before: previousUse(item.id) };
        const figures = peopleFigures(own.now, {
          item,
          groups,
          window,
          minimum: policy.minimumGroup,
          isRevealing: revealing.has(item.id),
          isTeam: team !== null,
        });
        return {
          item,
          insight: {
            collateralId: item.id,
            title: item.title,
            kind: item.kind,
            producer: item.producer ?? null,
            version,
            publishedAt: item.versions?.find((one) => one.version === version)?.publishedAt ?? null,
            views: comparedViews(own, window, previousWindow),
            ...figures,
            rating: rating.metric,
            distribution: rating.distribution,
            lastUsedOn,
            reviewBy: item.reviewBy ?? null,
            use: standing.use,
            usePercentile,
            quadrant: usePercentile === null ? null : quadrantOf(usePercentile, rating.metric, policy.targetRating),
          },
          use: own.now,
          previousUse: own.before,
          everybodysUse,
          isLive: standing.isLive,
          isStale: standing.isLive && isStale(item, rules),
        };
      });
    },
  );
}

interface PeopleContext {
  readonly item: Item;
  readonly groups: ReadonlyMap<string, GroupEntry>;
  readonly window: MetricWindow;
  readonly minimum: number;
  readonly isRevealing: boolean;
  readonly isTeam: boolean;
}

// What is about people rather than about the item: who viewed it, out of whom, and how many of them rated.
function peopleFigures(
  use: ItemUse | null,
  { item, groups, window, minimum, isRevealing, isTeam }: PeopleContext,
): Pick<ItemInsight, 'viewers' | 'reach' | 'responseRate'> {
  const isHidden = use === null || isRevealing || (use.viewers > 0 && use.viewers < minimum);
  if (isHidden)
    return {
      viewers: hiddenFigure('distinct-people', window),
      reach: hiddenFigure('wilson', window),
      responseRate: hiddenFigure('wilson', window),
    };
  return {
    viewers: countFigure(use.viewers, 'distinct-people', { window }),
    reach: isTeam ? noFigure('wilson', window) : reachOf(use.viewers, audienceSize(item, groups), window),
    responseRate: shareFigure(use.raters, use.viewers, { window }),
  };
}

function reachOf(viewers: number, audience: number | null, window: MetricWindow): Metric {
  if (audience === null) return noFigure('wilson', window);
  // People outside the audience may use an item too; a share above one would say nothing.
  const reached = Math.min(viewers, audience);
  return shareFigure(reached, audience, {
    window,
    excluded: [{ reason: 'outside-audience', count: viewers - reached }],
  });
}

function audienceSize({ audience }: Item, groups: ReadonlyMap<string, GroupEntry>): number | null {
  if (audience === undefined || audience.length === 0) return null;
  let size = 0;
  for (const id of audience) {
    const own = groups.get(id)?.size ?? null;
    if (own === null) return null;
    size += own;
  }
  return size;
}

function comparedViews(
  { now, before }: { readonly now: ItemViews | null; readonly before: ItemViews | null },
  window: MetricWindow,
  previousWindow: MetricWindow | null,
): ComparedMetric {
  const metric = viewsFigure(now, window);
  if (previousWindow === null) return { metric, previous: null, change: null };
  const previous = viewsFigure(before, previousWindow);
  return { metric, previous, change: countChange(metric, previous) };
}

function viewsFigure(use: ItemViews | null, window: MetricWindow): Metric {
  return use === null
    ? hiddenFigure('qualified-views', window)
    : countFigure(use.views, 'qualified-views', { window, excluded: use.excluded });
}

function percentilesOfKinds(
  live: readonly { readonly item: Item; readonly everybodysUse: ItemUse }[],
): ReadonlyMap<string, number> {
  const kinds = new Map<string, { readonly item: Item; readonly everybodysUse: ItemUse }[]>();
  for (const one of live) getOrMake(kinds, one.item.kind, () => []).push(one);
  const all = new Map<string, number>();
  for (const own of kinds.values()) {
    const ranks = percentiles(own.map(({ everybodysUse }) => everybodysUse.views));
    own.forEach(({ item }, index) => all.set(item.id, ranks[index] ?? 0));
  }
  return all;
}
