import type { Metric } from '@collateral/sdk/contract';
import { isSafeBeside, showableParts } from '../privacy/suppression.js';
import { windowOf } from './day-start.js';
import { countFigure, hiddenFigure } from './figure.js';
import type { InsightsQuestion } from './insights-question.js';
import { countViewers, readTeamViewers } from './item-use.js';
import { periodsAround, type DaySpan } from './period.js';

/**
 * Counts the distinct people who used anything at all, or those of one team.
 *
 * Told of all items only: of some items the difference to the whole, to other filters and to the items themselves, in this period
 * and every other, would have to be about nobody or about enough people. Hidden as well when the difference to a longer period
 * around it would be about too few.
 */
export async function viewersFigure(question: InsightsQuestion, span: DaySpan, isWhole: boolean): Promise<Metric> {
  const { source, today, team } = question;
  const { minimumGroup, timeZone } = source.policy;
  const window = windowOf(span, timeZone);
  const hidden = hiddenFigure('distinct-people', window);
  if (!isWhole) return hidden;
  const [everybody, ...around] = await Promise.all(
    [span, ...periodsAround(span, today)].map((days) => countViewers(source, days)),
  );
  if (team !== null) return (await teamFigure(question, span, team, [everybody ?? 0, ...around])) ?? hidden;
  const people = everybody ?? 0;
  if (people > 0 && people < minimumGroup) return hidden;
  const isSafe = around.every((count) => isSafeBeside(people, count, minimumGroup));
  return isSafe ? countFigure(people, 'distinct-people', { window }) : hidden;
}

async function teamFigure(
  { source }: InsightsQuestion,
  span: DaySpan,
  team: string,
  wholes: readonly number[],
): Promise<Metric | null> {
  const teams = await readTeamViewers(source, span);
  const parts = [...teams].map(([key, people]) => ({ key: key ?? '', people }));
  const isShown = showableParts(parts, source.policy.minimumGroup, wholes).has(team);
  const window = windowOf(span, source.policy.timeZone);
  return isShown ? countFigure(teams.get(team) ?? 0, 'distinct-people', { window }) : null;
}
