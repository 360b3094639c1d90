import type { HeadlineId, ItemState, ShortListId } from '@collateral/sdk/contract';
import type { InsightsScreen } from '@collateral/sdk';
import type { FigureStrings } from './figure-strings.js';

/** The sentences of the insights that are theirs alone; those around figures are shared with scorecards. */
export type OwnInsightsStrings = Omit<InsightsStrings, keyof FigureStrings>;

/** Every sentence of the insights. Numbers and dates arrive written in the reader's language. */
export interface InsightsStrings extends FigureStrings {
  readonly insights: string;
  readonly screens: Readonly<Record<InsightsScreen, string>>;
  readonly screensNav: string;

  // What narrows the figures
  readonly filters: string;
  readonly kind: string;
  readonly producer: string;
  readonly team: string;
  readonly tag: string;
  readonly state: string;
  readonly all: string;
  readonly search: string;
  readonly afterUseOnly: string;
  /** Said while that is chosen: what is counted, and why some of it is hidden. */
  readonly afterUseNote: (minimum: string) => string;
  readonly clearFilters: string;
  /** What the figures cover; `before` is empty when they are compared with nothing. */
  readonly covers: (days: string, before: string) => string;
  readonly countedAt: (instant: string) => string;
  readonly refresh: string;

  // Overview
  readonly headlines: Readonly<Record<HeadlineId, string>>;
  readonly quality: string;
  readonly qualityIntro: string;
  readonly responseRate: string;
  readonly coverage: string;
  readonly lateArrivals: string;
  readonly excludedViews: string;
  readonly uncatalogued: string;
  readonly collection: string;
  readonly concentration: string;
  readonly stale: string;
  readonly orphaned: string;
  readonly lists: Readonly<
    Record<ShortListId, { readonly name: string; readonly why: string; readonly nobody: string }>
  >;
  readonly wholeList: (total: string) => string;
  readonly lookFirst: string;

  // Items
  readonly item: string;
  readonly views: string;
  readonly viewers: string;
  readonly trend: string;
  readonly rating: string;
  readonly lastUsed: string;
  readonly reviewBy: string;
  readonly itemState: string;
  readonly neverUsed: string;
  readonly noReview: string;
  readonly pastReview: (day: string) => string;
  readonly states: Readonly<Record<ItemState, string>>;
  readonly sortedBy: (column: string, isDescending: boolean, total: string) => string;
  readonly noItems: string;
  readonly noItemsMatch: string;
  readonly page: (first: string, last: string, total: string) => string;
  readonly nextPage: string;
  readonly previousPage: string;
  readonly pages: string;
  readonly noOwner: string;
  readonly noTitle: string;

  // Use against rating
  readonly quadrantSummary: (counts: string, early: string) => string;
  readonly quadrantCount: (count: string, name: string) => string;
  readonly quadrantName: string;
  readonly quadrantIntro: (target: string) => string;
  readonly use: string;
  readonly usedLess: (share: string) => string;
  readonly littleUsed: string;
  readonly muchUsed: string;
  readonly earlyItems: string;

  // One item
  readonly back: string;
  readonly version: (version: string, day: string) => string;
  readonly reach: string;
  readonly reachUnknown: string;
  readonly afterUse: string;
  readonly distribution: string;
  readonly distributionSummary: (good: string, weak: string) => string;
  readonly point: (value: string, label: string) => string;
  readonly pointHeading: string;
  readonly share: string;
  readonly useOverTime: string;
  readonly ratingOverTime: string;
  readonly versions: string;
  readonly versionHeading: string;
  readonly published: string;
  readonly lift: string;
  readonly liftChance: (share: string) => string;
  readonly firstVersion: string;
  readonly mayRegress: string;
  readonly teams: string;
  readonly teamsSummary: (name: string, views: string) => string;
  readonly otherTeams: string;
  readonly deeds: string;
  readonly activeTime: string;
  readonly downloads: string;
  readonly shares: string;
  readonly presentations: string;
  readonly completions: string;
  readonly comments: string;
  readonly tooFewComments: (minimum: string) => string;
  readonly noCommentsOf: (value: string) => string;
  readonly onlyValue: (value: string) => string;
  readonly allComments: string;
  readonly ratedWith: (value: string, label: string) => string;

  // States of a screen
  readonly loading: string;
  readonly notShownYet: string;
  readonly failures: Readonly<Record<string, string>>;
  readonly failed: string;
  readonly staleFigures: (instant: string) => string;
  readonly noClient: string;
  readonly tryAgain: string;
}
