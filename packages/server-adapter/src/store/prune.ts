import type { UsageEventType } from '@collateral/sdk/contract';

/** Which old facts to delete, and how many at a time; all given conditions must hold. */
export interface PruneOptions {
  /** Absent means every type. */
  readonly types?: readonly UsageEventType[];
  /** Suggestions the facts are about, as in `FactFilter`; absent means whatever they are about. */
  readonly suggestionIds?: readonly string[];
  /** Most facts to look at in one call, from 1; a store may look at fewer or delete whole partitions at once. Absent means all of them. */
  readonly limit?: number;
  /** Goes on behind the facts of the call before. */
  readonly cursor?: string;
}

/** What one call has deleted. */
export interface PruneOutcome {
  /** Facts. */
  readonly removed: number;
  /** Goes on when passed to `prune` with the same instant and options; absent when everything was looked at. */
  readonly nextCursor?: string;
}
