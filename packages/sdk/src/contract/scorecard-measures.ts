/** Every measure a scorecard can have, in the order it shows them; the numbers are those of docs/metrics.md. */
export const measureIds = ['P1', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P12', 'T1', 'T2', 'T3'] as const;

/** Which measure: P of those who make collateral, T of the teams that use it. */
export type MeasureId = (typeof measureIds)[number];

/** What a measure counts in: a share of 0 to 1, calendar time in days, or points of the scale. */
export type MeasureUnit = 'share' | 'days' | 'points';

/** How a measure is to be read. */
export interface MeasureDefinition {
  /** For people to read, in English. */
  readonly name: string;
  /** `producing`: what those who own items do. `using`: what the people of a team do with items. */
  readonly side: 'producing' | 'using';
  /** What value, interval and target count in. */
  readonly unit: MeasureUnit;
  /** Whether more or less of it is better. */
  readonly better: 'higher' | 'lower';
  /** What is counted, out of what; one sentence for people to read. */
  readonly counting: string;
}

const share = { side: 'producing', unit: 'share', better: 'higher' } as const;

/** How each measure is to be read. */
export const measureDefinitions: Readonly<Record<MeasureId, MeasureDefinition>> = Object.freeze({
  P1: {
    ...share,
    name: 'Usage rate',
    counting: 'Items somebody else used in the period, out of those live for at least 30 days.',
  },
  P3: {
    ...share,
    name: 'Rating against target',
    counting: 'Items that reach the target rating with a chance of at least 80 %, out of those with enough ratings.',
  },
  P4: {
    name: 'First response',
    side: 'producing',
    unit: 'days',
    better: 'lower',
    counting: 'Days until half of the suggestions had a reply or a decision of the owner; those still open count.',
  },
  P5: {
    ...share,
    name: 'Answered in time',
    counting: 'Suggestions answered by the day an answer was due, out of those due in the period.',
  },
  P6: {
    ...share,
    name: 'Resolution',
    counting: 'Suggestions shipped or declined with a reason, out of those made in the period and 30 days old.',
  },
  P7: {
    ...share,
    name: 'Lift of new versions',
    unit: 'points',
    counting: 'How much better new versions are rated than those before, weighted by how many people rated both.',
  },
  P8: {
    ...share,
    name: 'Past review date',
    better: 'lower',
    counting: 'Live items past their review date, out of those that have one.',
  },
  P9: { ...share, name: 'Without an owner', better: 'lower', counting: 'Items without an owner, out of live items.' },
  P10: {
    ...share,
    name: 'Follow-through on low ratings',
    counting: 'Low-rated versions followed by a new version or a reasoned decline within 45 days.',
  },
  P12: {
    ...share,
    name: 'Promises kept',
    counting: 'Accepted suggestions shipped by the day first promised, out of those due in the period.',
  },
  T1: {
    ...share,
    side: 'using',
    name: 'Participation',
    counting: 'Items people really used and rated within 30 days, out of those they used, person by person.',
  },
  T2: {
    ...share,
    side: 'using',
    name: 'Constructive ratings',
    counting: 'Low ratings that say why, out of all low ratings.',
  },
  T3: {
    ...share,
    side: 'using',
    name: 'Use of required items',
    counting: 'People who used an item required of them, out of those it is required of, item by item.',
  },
});
