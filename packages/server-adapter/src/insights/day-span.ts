import type { InsightsPeriod } from '@collateral/sdk/contract';

/** A closed span of calendar days. */
export interface DaySpan {
  readonly period: InsightsPeriod;
  readonly firstDay: string;
  readonly lastDay: string;
}
