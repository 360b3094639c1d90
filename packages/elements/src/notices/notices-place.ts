import type { Notices } from '@collateral/sdk/contract';

/** Where the element is. */
export interface NoticesPlace {
  /** Empty means all items. */
  readonly collateralId: string;
  /** What the page gave; it goes before anything else. */
  readonly data: Notices | undefined;
}
