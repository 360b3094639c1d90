import type { ItemInsight } from '@collateral/sdk/contract';
import { getOrMake } from '../store/get-or-make.js';
import { aggregate } from './aggregate.js';
import { addDays } from './day-math.js';
import type { InsightsQuestion } from './insights-question.js';
import type { ItemRow } from './item-rows.js';
import type { DaySpan } from './period.js';
import { counted, type InsightsSource } from './source.js';
import { stretchesOf, sumCountedStretches } from './stretches.js';

/** Adds what is counted for the few rows of a page only: the course of their views. */
export async function completeRows(
  { source, span, team, countedSince }: Pick<InsightsQuestion, 'source' | 'span' | 'team' | 'countedSince'>,
  rows: readonly ItemRow[],
): Promise<readonly ItemInsight[]> {
  const days = await viewsByDay(source, rows, span, team);
  const stretches = stretchesOf(span);
  return rows.map((row): ItemInsight => {
    const own = days.get(row.item.id) ?? new Map<string, number>();
    return {
      ...row.insight,
      // A course of a team would have stretches of one or two people.
      viewsTrend: team === null ? sumCountedStretches(stretches, own, countedSince) : stretches.map(() => null),
      viewsSinceReview: row.isStale ? viewsAfter(own, row.item.reviewBy ?? '') : null,
    };
  });
}

/** Counts the views of some items by day, by everybody. */
export async function viewsByDay(
  source: InsightsSource,
  rows: readonly ItemRow[],
  { firstDay, lastDay }: DaySpan,
  team: string | null = null,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const collateralIds = rows.filter(({ isStale }) => team === null || isStale).map(({ item }) => item.id);
  if (collateralIds.length === 0) return new Map();
  return counted(source, `days ${firstDay} ${lastDay} ${JSON.stringify(collateralIds)}`, () =>
    countByDay(source, { firstDay, lastDay, collateralIds }),
  );
}

interface DaysQuestion {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly collateralIds: readonly string[];
}

async function countByDay(
  { store, tenant }: InsightsSource,
  { firstDay, lastDay, collateralIds }: DaysQuestion,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const days = new Map<string, Map<string, number>>();
  const query = {
    type: 'usage',
    by: ['collateralId', 'day'],
    withoutPeople: true,
    from: firstDay,
    to: addDays(lastDay, 1),
    collateralIds,
  } as const;
  for (const { group, excluded, views } of await aggregate(store, tenant, query)) {
    if (excluded !== null) continue;
    getOrMake(days, group.collateralId ?? '', () => new Map<string, number>()).set(group.day ?? '', views);
  }
  return days;
}

function viewsAfter(days: ReadonlyMap<string, number>, reviewBy: string): number {
  let views = 0;
  for (const [day, count] of days) if (day > reviewBy) views += count;
  return views;
}
