import type { InsightsFilter, Metric } from '@collateral/sdk/contract';
import { isSafeBeside, showableParts } from '../privacy/suppression.js';
import { windowOf } from './day-start.js';
import { countFigure, hiddenFigure } from './figure.js';
import { filterRows } from './insights-scope.js';
import type { InsightsQuestion } from './insights-question.js';
import type { ItemRow } from './item-rows.js';
import { countViewers, readTeamViewers } from './item-use.js';
import { periodsAround, type DaySpan } from './period.js';

/** The rows of a question before and after its filter. */
export interface AskedRows {
  /** All rows the caller may see. */
  readonly all: readonly ItemRow[];
  /** Those the filter lets through. */
  readonly rows: readonly ItemRow[];
  /** The caller sees every item there is. */
  readonly isEverything: boolean;
}

/**
 * Counts the distinct people who used any of the items asked for.
 *
 * Hidden when it would be about too few people, or when the difference would be: to a longer period around it, to the same with
 * one filter less, or to the viewers of one of the items.
 */
export async function viewersFigure(question: InsightsQuestion, span: DaySpan, asked: AskedRows): Promise<Metric> {
  const { source, today, filter } = question;
  const { minimumGroup, timeZone } = source.policy;
  const window = windowOf(span, timeZone);
  const hidden = hiddenFigure('distinct-people', window);
  const isNarrowed = asked.rows.length < asked.all.length || !asked.isEverything;
  if (question.team !== null) {
    const people = isNarrowed ? null : await teamViewers(question, span, question.team);
    return people === null ? hidden : countFigure(people, 'distinct-people', { window });
  }
  const people = await countViewers(source, span, peopleAsked(asked.rows, isNarrowed));
  if (people > 0 && people < minimumGroup) return hidden;
  const larger = await Promise.all([
    ...periodsAround(span, today).map((longer) => countViewers(source, longer, peopleAsked(asked.rows, isNarrowed))),
    ...(isNarrowed ? [countViewers(source, span, peopleAsked([], false))] : []),
    ...widerFilters(filter).map((wider) => countViewers(source, span, peopleAsked(filterRows(asked.all, wider), true))),
  ]);
  // Of the whole the items give way, not the whole.
  const smaller = isNarrowed ? asked.rows.flatMap(({ insight }) => insight.viewers.value ?? []) : [];
  const isSafe =
    larger.every((count) => isSafeBeside(people, count, minimumGroup)) &&
    smaller.every((count) => isSafeBeside(count, people, minimumGroup));
  return isSafe ? countFigure(people, 'distinct-people', { window }) : hidden;
}

async function teamViewers({ source }: InsightsQuestion, span: DaySpan, team: string): Promise<number | null> {
  const teams = await readTeamViewers(source, span);
  const parts = [...teams].map(([key, people]) => ({ key: key ?? '', people }));
  return showableParts(parts, source.policy.minimumGroup).has(team) ? (teams.get(team) ?? null) : null;
}

function peopleAsked(
  rows: readonly ItemRow[],
  isNarrowed: boolean,
): { readonly collateralIds: readonly string[] | null; readonly team: null } {
  return { collateralIds: isNarrowed ? rows.map(({ item }) => item.id) : null, team: null };
}

/** Every filter about items that has some, but not all, of the conditions of this one; and none. */
function widerFilters({ kind, producer, tag }: InsightsFilter): readonly InsightsFilter[] {
  const conditions: readonly InsightsFilter[] = [
    ...(kind === undefined ? [] : [{ kind }]),
    ...(producer === undefined ? [] : [{ producer }]),
    ...(tag === undefined ? [] : [{ tag }]),
  ];
  const subsets = conditions.reduce<readonly InsightsFilter[]>(
    (found, condition) => [...found, ...found.map((one) => ({ ...one, ...condition }))],
    [{}],
  );
  // The last is the filter itself.
  return subsets.slice(0, -1);
}
