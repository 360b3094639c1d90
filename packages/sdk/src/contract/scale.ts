/** One step of the scale. */
export interface ScalePoint {
  /** 1 (worst) to 5 (best). */
  readonly value: number;
  /** One or two words for tight places. */
  readonly label: string;
  /** The behaviour that earns this point, so that people mean the same by it. */
  readonly anchor: string;
}

/** A reason offered when the rating is low. */
export interface ScaleReason {
  /** The id on the wire. */
  readonly id: string;
  /** English text; elements translate it. */
  readonly label: string;
}

/** A versioned rating scale. Ratings of different scales are never averaged together. */
export interface Scale {
  /** Name and version, for example `collateral-5@1`. */
  readonly id: string;
  /** The steps in rising order. */
  readonly points: readonly ScalePoint[];
  /** The reasons offered at low ratings. */
  readonly reasons: readonly ScaleReason[];
}

/**
 * The one scale for every kind of collateral, with behaviour anchors balanced around 3.
 *
 * Five points: two to four measure worse and gains flatten at about seven (Preston & Colman 2000).
 */
export const collateralScale: Scale = Object.freeze({
  id: 'collateral-5@1',
  points: Object.freeze([
    { value: 1, label: "Can't use", anchor: 'wrong, outdated or off-message' },
    { value: 2, label: 'Weak', anchor: 'needed heavy rework' },
    { value: 3, label: 'OK', anchor: 'usable with edits' },
    { value: 4, label: 'Good', anchor: 'used as it is, it helped' },
    { value: 5, label: 'Excellent', anchor: 'moved the conversation' },
  ]),
  reasons: Object.freeze([
    { id: 'outdated', label: 'Outdated' },
    { id: 'inaccurate', label: 'Inaccurate' },
    { id: 'wrong-audience', label: 'Wrong audience' },
    { id: 'too-long', label: 'Too long' },
    { id: 'hard-to-find', label: 'Hard to find' },
    { id: 'off-message', label: 'Off-message' },
    { id: 'unclear', label: 'Unclear' },
    { id: 'other', label: 'Other' },
  ]),
});

/** Tells whether a value is a whole point of the scale. */
export function isScaleValue(scale: Scale, value: unknown): value is number {
  return scale.points.some((point) => point.value === value);
}
