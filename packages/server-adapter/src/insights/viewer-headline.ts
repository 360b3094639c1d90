import type { Metric } from '@collateral/sdk/contract';
import { isSafeBeside } from '../privacy/suppression.js';
import { aggregate } from './aggregate.js';
import { addDays } from './day-math.js';
import { windowOf } from './day-start.js';
import { countFigure, hiddenFigure } from './figure.js';
import type { InsightsQuestion } from './insights-question.js';
import { readPeriod, rollingPeriods, type DaySpan } from './period.js';
import { counted } from './source.js';

/**
 * Counts the distinct people who used any of some items.
 *
 * Hidden when the difference to the same figure for all items, or for a longer period around it, would be about too few people.
 *
 * @param collateralIds - the items; null means all there are.
 */
export async function viewersFigure(
  question: InsightsQuestion,
  span: DaySpan,
  collateralIds: readonly string[] | null,
): Promise<Metric> {
  const { source, today } = question;
  const { minimumGroup, timeZone } = source.policy;
  const window = windowOf(span, timeZone);
  const people = await countViewers(question, span, collateralIds);
  if (people > 0 && people < minimumGroup) return hiddenFigure('distinct-people', window);
  const isCurrent = span.firstDay === question.span.firstDay;
  const index = rollingPeriods.indexOf(span.period);
  const around = isCurrent && index >= 0 ? rollingPeriods.slice(index + 1).map((name) => readPeriod(name, today)) : [];
  const larger = await Promise.all([
    ...around.map((longer) => countViewers(question, longer, collateralIds)),
    ...(collateralIds === null ? [] : [countViewers(question, span, null)]),
  ]);
  const isSafe = larger.every((count) => isSafeBeside(people, count, minimumGroup));
  return isSafe ? countFigure(people, 'distinct-people', { window }) : hiddenFigure('distinct-people', window);
}

function countViewers(
  { source, team }: InsightsQuestion,
  { firstDay, lastDay }: DaySpan,
  collateralIds: readonly string[] | null,
): Promise<number> {
  const name = `viewers ${firstDay} ${lastDay} ${JSON.stringify([team, collateralIds])}`;
  return counted(source, name, async () => {
    const rows = await aggregate(source.store, source.tenant, {
      type: 'usage',
      by: [],
      from: firstDay,
      to: addDays(lastDay, 1),
      ...(team !== null && { team }),
      ...(collateralIds !== null && { collateralIds }),
    });
    return rows.find(({ excluded }) => excluded === null)?.viewers ?? 0;
  });
}
