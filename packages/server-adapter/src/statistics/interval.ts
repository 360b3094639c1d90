/** The two ends between which a figure probably lies, low end first. */
export type Interval = readonly [low: number, high: number];
