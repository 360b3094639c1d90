/**
 * A closed span of days in the policy's time zone: the last 30, 90 or 365 days (today included), or a named ISO week
 * (`2026-W21`), month (`2026-05`) or quarter (`2026-Q2`).
 */
export type InsightsPeriod = 'last-30-days' | 'last-90-days' | 'last-365-days' | (string & {});

/** How much an item was used in the period, by people other than its producer. */
export const useStates = ['used', 'unused', 'never-used', 'new', 'retired'] as const;

/** `new`: published less than the policy's grace before the period ends, so that nobody expects use of it yet. */
export type UseState = (typeof useStates)[number];

/** Where an item stands among those of its kind: use against rating. */
export const quadrants = ['workhorse', 'hidden-gem', 'fix-first', 'retire'] as const;

/** `workhorse`: much used, good. `hidden-gem`: good, little used. `fix-first`: much used, weak. `retire`: neither. */
export type Quadrant = (typeof quadrants)[number];

/** What a list of items may be narrowed to by `state`. */
export type ItemState = UseState | Quadrant | 'stale' | 'orphaned' | 'early';

/** Every {@link ItemState}. `stale`: past its review date. `orphaned`: without an owner. `early`: too few ratings for a score. */
export const itemStates: readonly ItemState[] = Object.freeze([
  ...useStates,
  ...quadrants,
  'stale',
  'orphaned',
  'early',
]);

/** What items may be sorted by. */
export const itemSorts = ['views', 'viewers', 'rating', 'response-rate', 'title', 'last-used', 'review-by'] as const;

/** A sort key; with a leading `-` descending. Ratings sort by the lower end of their interval. */
export type ItemSort = (typeof itemSorts)[number] | `-${(typeof itemSorts)[number]}`;

/** Which figures are asked for. Every field narrows; absent means all. */
export interface InsightsFilter {
  /** @defaultValue `last-90-days` */
  readonly period?: InsightsPeriod;
  /** Counts people of one team only. The one filter about people there is. */
  readonly team?: string;
  /** Items of one kind. */
  readonly kind?: string;
  /** Items of one producer, by its id. */
  readonly producer?: string;
  /** Items with this tag. */
  readonly tag?: string;
  /** Items whose current version was called so when the period ended; of one item, the version whose rating is told. */
  readonly version?: string;
  /**
   * Tells scores, distributions, lifts and states of the ratings whose giver had used the item before, and of no others. Figures of
   * use stay as they are.
   *
   * @defaultValue false
   */
  readonly afterUse?: boolean;
}

/** A page of items. */
export interface InsightsItemsQuery extends InsightsFilter {
  /** Items in this state. */
  readonly state?: ItemState;
  /** Items whose title or id has these words in it, 1 to 200 characters. */
  readonly search?: string;
  /** @defaultValue `-views` */
  readonly sort?: ItemSort;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Items per page, 1 to 200. @defaultValue 50 */
  readonly limit?: number;
}

/** A period with its days. */
export interface InsightsWindow {
  /** As it was asked for. */
  readonly period: InsightsPeriod;
  /** First day, `YYYY-MM-DD`. */
  readonly firstDay: string;
  /** Last day. */
  readonly lastDay: string;
  /** IANA zone in which the days begin. */
  readonly timeZone: string;
}

/** What every insights reply says about itself. */
export interface InsightsFrame {
  /** When the figures were counted, ISO 8601 UTC. */
  readonly asOf: string;
  /** What they cover. */
  readonly window: InsightsWindow;
  /** The period of the same length before it. */
  readonly previousWindow: InsightsWindow;
  /**
   * First day anything was used, `YYYY-MM-DD`; missing while nothing was. Days before it were not counted: figures of use of a period
   * that begins earlier are compared with nothing.
   */
  readonly countedSince?: string;
  /** The filter as it was understood. */
  readonly filter: InsightsFilter;
  /** Fewest people a figure may be about. */
  readonly minimumGroup: number;
  /** From this score on an item counts as good. */
  readonly targetRating: number;
}
