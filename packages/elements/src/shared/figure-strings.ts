import type { ChartWords } from '../charts/chart.js';

/** The sentences around figures, charts and how they are counted. */
export interface FigureStrings {
  // Values
  readonly range: (low: string, high: string) => string;
  readonly likely: (range: string) => string;
  readonly outOf: (part: string, whole: string) => string;
  readonly ratings: (count: number, written: string) => string;
  readonly points: (written: string) => string;
  readonly early: string;
  readonly earlyDetail: (count: number, written: string) => string;
  readonly hidden: string;
  readonly hiddenDetail: (minimum: string) => string;
  readonly none: string;
  readonly noChange: string;
  readonly change: (difference: string, likely: string) => string;
  readonly changeUnknown: string;
  readonly countingBegan: (day: string) => string;
  readonly beforeWas: (value: string) => string;

  // How a figure was counted
  readonly methods: Readonly<Record<string, string>>;
  readonly method: (name: string) => string;
  readonly fraction: (part: string, whole: string) => string;
  readonly observations: (count: string) => string;
  readonly fromTo: (days: string) => string;
  readonly allTime: string;
  readonly leftOut: (reasons: string) => string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly nothingLeftOut: string;
  readonly chart: ChartWords;

  // Courses over time
  readonly course: (name: string) => string;
  readonly courseSummary: (first: string, last: string, most: string, mostWhen: string) => string;
  readonly courseOne: (value: string, when: string) => string;
  readonly when: string;
  readonly observationsHeading: string;
  readonly intervalHeading: string;

  // Of when
  readonly period: string;
  readonly periods: Readonly<Record<'last-30-days' | 'last-90-days' | 'last-365-days', string>>;
  readonly quarter: (quarter: string, year: string) => string;
  readonly week: (week: string, year: string) => string;
  /** The choice that opens the fields of a first and a last month. */
  readonly otherMonths: string;
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly showMonths: string;
  /** Name of the form with these fields. */
  readonly chooseMonths: string;

  readonly download: string;
}
