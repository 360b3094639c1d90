/** From either on somebody has really used an item (docs/metrics.md, engagement); a download or a completion counts as well. */
export const engagement = {
  /** Active time of one view in milliseconds. */
  activeMs: 10_000,
  /** Share of the item, 0 to 1. */
  progress: 0.5,
} as const;
