import type { MeasureId } from '@collateral/sdk/contract';

/**
 * A person goes to another screen of the insights or of a scorecard, or wants to see what is behind a number. Cancel it to stay,
 * for example to show an item in a page of your own.
 */
export class CollateralSelectEvent extends Event {
  /** `overview`, `items`, `quadrant` or `item`; `scorecard`, `comparison` or `evidence` from a scorecard. */
  readonly screen: string;
  /** The item chosen; empty on the other screens. */
  readonly collateralId: string;
  /** The measure whose evidence is wanted or that is compared, for example `P5`; empty on all other screens. */
  readonly measure: MeasureId | '';
  /** The producer or team whose scorecard is wanted; empty on all other screens. */
  readonly subjectId: string;

  constructor(selection: { screen: string; collateralId: string; measure?: MeasureId | ''; subjectId?: string }) {
    super('collateral-select', { bubbles: true, composed: true, cancelable: true });
    this.screen = selection.screen;
    this.collateralId = selection.collateralId;
    this.measure = selection.measure ?? '';
    this.subjectId = selection.subjectId ?? '';
  }
}

/**
 * A person narrowed, sorted or turned the page, or chose the period of a scorecard. The fields are the attributes that show the same
 * again; a scorecard has `period` alone.
 */
export class CollateralFilterEvent extends Event {
  /** As in the attribute `period`. */
  readonly period: string;
  /** As in the attribute `filter`, for example `kind=deck&state=fix-first`; empty when nothing is narrowed. */
  readonly filter: string;
  /** As in the attribute `sort`. */
  readonly sort: string;
  /** From 1. */
  readonly page: number;

  constructor(chosen: { period: string; filter: string; sort: string; page: number }) {
    super('collateral-filter', { bubbles: true, composed: true });
    this.period = chosen.period;
    this.filter = chosen.filter;
    this.sort = chosen.sort;
    this.page = chosen.page;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'collateral-select': CollateralSelectEvent;
    'collateral-filter': CollateralFilterEvent;
  }
}
