import type { Client, InsightsReplies, InsightsScreen } from '@collateral/sdk';
import type { InsightsChoices, InsightsFrame } from '@collateral/sdk/contract';
import type { StartTimer } from '../shared/start-timer.js';
import type { CommentDisputes } from '../disputes/comment-disputes.js';
import type { ChosenFilter } from './chosen-filter.js';
import type { DisputeStrings } from '../shared/dispute-strings.js';
import type { InsightsStrings } from '../shared/insights-strings.js';
import type { CollateralDisputeEvent } from '../shared/scorecard-events.js';
import type { SomeWords } from '../shared/replace-words.js';
import type { Writer } from '../figures/writer.js';

/** Why there are no figures, or no new ones. */
export interface Trouble {
  /** A documented error code; `no-client` when there is nobody to ask. */
  readonly code: string;
}

/** Where a person is. */
export interface InsightsPosition {
  readonly screen: InsightsScreen;
  readonly collateralId: string;
  readonly period: string;
  /** Figures stand beside those of the period before. */
  readonly isCompared: boolean;
  readonly filter: ChosenFilter;
  /** A sort key, with a leading `-` descending. */
  readonly sort: string;
  /** From 1. */
  readonly page: number;
}

/** What the screens can do to the element. */
export interface InsightsActions {
  /** Shows another screen; `filter` narrows it. */
  readonly show: (screen: InsightsScreen, collateralId?: string, filter?: ChosenFilter) => void;
  readonly narrow: (filter: ChosenFilter) => void;
  readonly choosePeriod: (period: string) => void;
  readonly sortBy: (sort: string) => void;
  readonly turnTo: (page: number) => void;
  /** Tells the page that a rating is to be disputed; false when it keeps that from being sent. */
  readonly dispute: (detail: ConstructorParameters<typeof CollateralDisputeEvent>[0]) => boolean;
  readonly refresh: () => void;
  readonly download: () => void;
  readonly redraw: () => void;
}

/** What the element hands to the screens, which are loaded later. */
export interface ScreenInput {
  readonly position: InsightsPosition;
  /** What the page gave; it goes before anything else. */
  readonly data: Partial<InsightsReplies> | undefined;
  /** Whom a dispute is sent to; undefined where there is only what the page gave. */
  readonly client: Client | undefined;
  readonly replies: Partial<InsightsReplies>;
  readonly choices: InsightsChoices | undefined;
  readonly isLoading: boolean;
  readonly trouble: Trouble | undefined;
  readonly language: string;
  /** Sentences the page gave. */
  readonly given: SomeWords<InsightsStrings> | undefined;
  /** Those about disputes. */
  readonly givenDisputes: SomeWords<DisputeStrings> | undefined;
  /** Words of the five points. */
  readonly pointLabel: (value: number) => string;
  readonly startTimer: StartTimer;
  readonly actions: InsightsActions;
}

/** Everything a screen is drawn from. */
export interface InsightsView extends Omit<ScreenInput, 'data' | 'given'> {
  /** The answer for the screen shown; of an earlier filter while a new one is on its way. */
  readonly frame: InsightsFrame | undefined;
  /** Screens there are figures for. */
  readonly screens: readonly InsightsScreen[];
  /** Figures can be asked for anew; without a client there is only what the page gave. */
  readonly isLive: boolean;
  readonly strings: InsightsStrings;
  readonly write: Writer;
  /** What a screen remembers while it is drawn again. */
  readonly memory: ScreenMemory;
}

/** What a person did on a screen that is nobody else's business. */
export interface ScreenMemory {
  /** Somebody came near the filters: their choices are filled in, which a table of figures should not have to carry before. */
  hasNearedFilters: boolean;
  /** Comments that go with one value are shown; null shows all. */
  commentsOf: number | null;
  /** The item the choice of comments is about. */
  commentsItem: string;
  /** What draws disputes beside comments; it is loaded with the first comment that has one or may have one. */
  readonly disputes: () => CommentDisputes | undefined;
  /** Where rows are painted without an element of their own. */
  readonly paint: (rules: string) => void;
}
