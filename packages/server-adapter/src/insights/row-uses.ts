import { noUse, readTeamUse, readUse, readViews, type ItemUse, type ItemViews } from './item-use.js';
import { previousPeriod, type DaySpan } from './period.js';
import type { InsightsSource } from './source.js';

/** Which figures: of which days, and of whose use. */
export interface RowsQuestion {
  readonly span: DaySpan;
  readonly today: string;
  /** Null means everybody. */
  readonly team: string | null;
  /** Ratings after use only. */
  readonly afterUse: boolean;
  /** Leaves the views of the period before uncounted: nobody looks that far back from a period something is compared with. */
  readonly withoutPrevious?: boolean;
}

/** Makes a function that gives the use of an item, or null when nothing of it may be shown. */
export async function usesOf(
  source: InsightsSource,
  { span, team, today }: RowsQuestion,
): Promise<(id: string) => ItemUse | null> {
  if (team === null) {
    const uses = await readUse(source, span);
    return (id) => uses.get(id) ?? noUse;
  }
  const cells = await readTeamUse(source, span, today);
  return (id) => cells.get(id)?.get(team) ?? null;
}

/** The same for the views of the period before. */
export async function previousViewsOf(
  source: InsightsSource,
  question: RowsQuestion,
): Promise<(id: string) => ItemViews | null> {
  if (question.withoutPrevious === true) return () => null;
  const previous = previousPeriod(question.span);
  if (question.team !== null) return usesOf(source, { ...question, span: previous });
  const uses = await readViews(source, previous);
  return (id) => uses.get(id) ?? noUse;
}
