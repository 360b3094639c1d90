import type { ScorecardFrame } from '@collateral/sdk/contract';
import { addMonths, monthsBetween, type MonthRange } from './month-range.js';

/** Longest span of months there is a scorecard of. */
const mostMonths = 12;
/** How many months back may be chosen. */
const monthsBack = 36;

/** What a person can do about the period. */
export interface PeriodChoosing {
  /** The period that is chosen now. */
  readonly period: string;
  /** The months in the fields; undefined while these are closed. */
  readonly months: MonthRange | undefined;
  /** The months that can be chosen first, newest first. */
  readonly firstMonths: readonly string[];
  /** Those that can be chosen last beside the first one. */
  readonly lastMonths: readonly string[];
  /** Chooses a period, or opens the fields of `months`. */
  readonly choose: (period: string) => void;
  readonly change: (months: Partial<MonthRange>) => void;
  /** Shows the scorecard of the months in the fields. */
  readonly show: () => void;
  /** Closes the fields without choosing. */
  readonly close: () => void;
}

/** The choice that opens the fields of two months. */
export const otherMonths = 'months';

/** Remembers the months somebody is choosing, until they are shown. */
export class PeriodSlot {
  readonly #redraw: () => void;
  readonly #choose: (period: string) => void;
  #months: MonthRange | undefined;
  #mustFocus = false;

  constructor(redraw: () => void, choose: (period: string) => void) {
    this.#redraw = redraw;
    this.#choose = choose;
  }

  /** What can be chosen beside a scorecard that is shown. */
  choosing(period: string, { window, asOf }: Pick<ScorecardFrame, 'window' | 'asOf'>): PeriodChoosing {
    const newest = asOf.slice(0, 7);
    const months = this.#months;
    return {
      period,
      months,
      firstMonths: monthsBetween({ first: addMonths(newest, 1 - monthsBack), last: newest }),
      lastMonths: months ? monthsBetween({ first: months.first, last: lastOf(months.first, newest) }) : [],
      choose: (chosen) => {
        this.#set(chosen === otherMonths ? monthsOf(window, newest) : undefined);
        if (chosen !== otherMonths) this.#choose(chosen);
      },
      change: (change) => months && this.#set(fitted({ ...months, ...change }, newest)),
      show: () => {
        if (!months) return;
        this.close();
        this.#choose(`${months.first}..${months.last}`);
      },
      close: () => this.close(),
    };
  }

  /** Closes the fields; the focus goes back to what they were opened with. */
  close(): void {
    this.#mustFocus = true;
    this.#set(undefined);
  }

  /** After each drawing. */
  drawn(root: ParentNode): void {
    if (this.#mustFocus) root.querySelector<HTMLElement>('.period select')?.focus();
    this.#mustFocus = false;
  }

  #set(months: MonthRange | undefined): void {
    this.#months = months;
    this.#redraw();
  }
}

/** The months of the days that are shown, as far as they can be chosen. */
function monthsOf({ firstDay, lastDay }: ScorecardFrame['window'], newest: string): MonthRange {
  const first = firstDay.slice(0, 7);
  return fitted({ first: first < newest ? first : newest, last: lastDay.slice(0, 7) }, newest);
}

function fitted({ first, last }: MonthRange, newest: string): MonthRange {
  const latest = lastOf(first, newest);
  return { first, last: last < first ? first : last > latest ? latest : last };
}

function lastOf(first: string, newest: string): string {
  const latest = addMonths(first, mostMonths - 1);
  return latest < newest ? latest : newest;
}
