import type { TrendPoint } from '@collateral/sdk/contract';
import { aggregate } from './aggregate.js';
import { addDays } from './day-math.js';
import type { InsightsQuestion } from './insights-question.js';
import { counted } from './source.js';
import { courseOf, stretchesOf, sumCountedStretches } from './stretches.js';

/**
 * Counts the views of some items by stretch of the period, by everybody; a team's would have stretches of one or two people.
 *
 * @param collateralIds - the items; null means all there are.
 */
export async function viewsTrend(
  { source, span, team, countedSince }: InsightsQuestion,
  collateralIds: readonly string[] | null,
): Promise<readonly TrendPoint[]> {
  if (team !== null) return [];
  const { firstDay, lastDay } = span;
  const days = await counted(
    source,
    `views by day ${firstDay} ${lastDay} ${JSON.stringify(collateralIds)}`,
    async () => {
      const rows = await aggregate(source.store, source.tenant, {
        type: 'usage',
        by: ['day'],
        withoutPeople: true,
        from: firstDay,
        to: addDays(lastDay, 1),
        ...(collateralIds !== null && { collateralIds }),
      });
      return rows.flatMap(({ excluded, group, views }) =>
        excluded === null ? [[group.day ?? '', views] as const] : [],
      );
    },
  );
  const stretches = stretchesOf(span);
  return courseOf(stretches, sumCountedStretches(stretches, days, countedSince));
}
