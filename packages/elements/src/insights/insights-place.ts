import type { InsightsScreen } from '@collateral/sdk';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { CollateralElement } from '../shared/collateral-element.js';
import { CollateralFilterEvent, CollateralSelectEvent } from '../shared/insights-events.js';
import { CollateralDisputeEvent } from '../shared/scorecard-events.js';
import { warnOnce } from '../shared/warn-once.js';
import { filterFor, formatFilter, parseFilter, type ChosenFilter } from './chosen-filter.js';
import type { InsightsActions, InsightsPosition } from './insights-view.js';

/** The screens, in the order they are offered. */
const screenNames: readonly InsightsScreen[] = ['overview', 'items', 'quadrant', 'item'];

const usual = { screen: 'overview', period: 'last-90-days', sort: '-views' } as const;

/**
 * The half of the insights that knows where a person is: screen, item, period, filter, sort and page. It moves by itself and
 * tells the page; what is shown there is the subclass's business.
 */
export abstract class InsightsPlace extends CollateralElement {
  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = {
    screen: {},
    collateralId: { attribute: 'collateral-id' },
    period: {},
    compare: {},
    filter: {},
    sort: {},
    page: { type: Number },
  };

  /** Which screen is shown. @defaultValue 'overview' */
  declare screen: InsightsScreen;
  /** The item on the screen `item`. */
  declare collateralId: string;
  /** The period the figures cover; see `InsightsPeriod`. @defaultValue 'last-90-days' */
  declare period: string;
  /** Whether figures stand beside those of the period before. @defaultValue 'previous' */
  declare compare: 'previous' | 'none';
  /** What the figures are narrowed to, written as in a URL: `kind=deck&team=emea&state=fix-first&search=price`; `afterUse=true` for ratings after use only. @defaultValue '' */
  declare filter: string;
  /** What the table is sorted by; see `ItemSort`. @defaultValue '-views' */
  declare sort: string;
  /** The page of the table, from 1. @defaultValue 1 */
  declare page: number;

  #focusOn: string | undefined;

  constructor() {
    super();
    this.screen = usual.screen;
    this.collateralId = '';
    this.period = usual.period;
    this.compare = 'previous';
    this.filter = '';
    this.sort = usual.sort;
    this.page = 1;
  }

  /** Asks for the figures again. */
  abstract refresh(): void;

  /** Gives the person the figures as a file. */
  protected abstract download(): void;

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('screen') || screenNames.includes(this.screen)) return;
    warnOnce('invalid-option', `screen must be ${screenNames.join(', ')}, got "${this.screen}".`);
  }

  /** @internal */
  protected override updated(): void {
    if (this.#focusOn === undefined) return;
    const target =
      this.renderRoot.querySelector<HTMLElement>(`[data-item="${CSS.escape(this.#focusOn)}"]`) ??
      this.renderRoot.querySelector<HTMLElement>('[data-heading]');
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  /** Where the person is; what a page set wrongly is taken for the usual. */
  protected get position(): InsightsPosition {
    const screen = screenNames.includes(this.screen) ? this.screen : usual.screen;
    return {
      // Without an item there is nothing to show of one.
      screen: screen === 'item' && !this.collateralId ? 'items' : screen,
      collateralId: this.collateralId,
      period: this.period || usual.period,
      isCompared: this.compare !== 'none',
      filter: parseFilter(this.filter),
      sort: this.sort || usual.sort,
      page: Number.isInteger(this.page) && this.page > 0 ? this.page : 1,
    };
  }

  /** What the screens can do. */
  protected readonly actions: InsightsActions = {
    show: (screen, collateralId = '', filter) => this.#show(screen, collateralId, filter),
    narrow: (filter) => this.#choose({ filter: formatFilter(filter), page: 1 }),
    choosePeriod: (period) => this.#choose({ period, page: 1 }),
    sortBy: (sort) => this.#choose({ sort, page: 1 }),
    turnTo: (page) => this.#choose({ page }),
    dispute: (detail) => this.dispatchEvent(new CollateralDisputeEvent(detail)),
    refresh: () => this.refresh(),
    download: () => this.download(),
    redraw: () => this.requestUpdate(),
  };

  #show(screen: InsightsScreen, collateralId: string, filter?: ChosenFilter): void {
    if (!this.dispatchEvent(new CollateralSelectEvent({ screen, collateralId }))) return;
    // Who comes back from an item goes on where they left; anybody else begins at the heading.
    this.#focusOn = this.screen === 'item' ? this.collateralId : '';
    this.screen = screen;
    this.collateralId = collateralId;
    if (!filter) return;
    const narrow = { ...filterFor('overview', parseFilter(this.filter)), ...filter };
    this.#choose({ filter: formatFilter(narrow), page: 1 });
  }

  #choose(fields: Partial<Pick<this, 'period' | 'filter' | 'sort' | 'page'>>): void {
    Object.assign(this, fields);
    const { period, filter, sort, page } = this;
    this.dispatchEvent(new CollateralFilterEvent({ period, filter, sort, page }));
  }
}
