import type {
  ChangeWord,
  EvidenceEntry,
  MeasureDefinition,
  MeasureId,
  ScorecardComparison,
  TargetVerdict,
} from '@collateral/sdk/contract';
import type { FigureStrings } from './figure-strings.js';

/** The sentences of a scorecard that are its alone, with the methods and reasons only scorecards have. */
export type OwnScorecardStrings = Omit<ScorecardStrings, keyof FigureStrings> &
  Pick<FigureStrings, 'methods' | 'reasons'>;

/** Every sentence of a scorecard. Numbers and dates arrive written in the reader's language. */
export interface ScorecardStrings extends FigureStrings {
  readonly title: (name: string) => string;
  readonly organisation: string;
  readonly covers: (days: string, before: string) => string;
  readonly countedAt: (instant: string) => string;
  readonly sides: Readonly<Record<MeasureDefinition['side'], string>>;
  readonly measures: Readonly<Record<MeasureId, Pick<MeasureDefinition, 'name' | 'counting'>>>;
  /** How the words are to be understood. */
  readonly howToRead: string;

  readonly atLeast: (value: string) => string;
  readonly atMost: (value: string) => string;
  /** Of an interval whose high end nobody knows yet. */
  readonly orMore: (range: string) => string;
  readonly from: (count: number, written: string) => string;
  readonly tooFew: (detail: string) => string;
  /** Why there is no figure about those who make collateral. */
  readonly hiddenProducers: string;
  readonly verdicts: Readonly<Record<TargetVerdict, string>>;
  readonly target: (value: string, verdict: string) => string;
  /** Who answers for a target and since when; `setFor` is empty when it is the subject's own. */
  readonly targetNote: (value: string, owner: string, days: string, ofOrganisation: boolean) => string;
  readonly since: (day: string) => string;
  /** Opens the form of a target; of one that has none of its own, and of one that has. */
  readonly setTarget: string;
  readonly changeTarget: string;
  /** Opens the list of targets for those who may not set them. */
  readonly allTargets: string;
  readonly words: Readonly<Record<ChangeWord, string>>;
  readonly before: (value: string) => string;
  readonly difference: (value: string, likely: string) => string;
  /** Said of the lift of new versions. */
  readonly regression: string;
  readonly behind: string;
  /** Name of the button for those who hear it away from its measure. */
  readonly behindOf: (name: string) => string;
  /** Above what moved the numbers. */
  readonly happened: string;
  readonly newVersions: (count: number, written: string) => string;
  readonly versionLift: (title: string, version: string, day: string, lift: string) => string;
  readonly handOvers: (count: number, written: string) => string;
  readonly handOver: (title: string, from: string, to: string, day: string) => string;
  readonly nobody: string;
  readonly commitments: (promised: string, kept: string, late: string, open: string) => string;

  // What is behind a number
  readonly evidenceItem: string;
  /** Of an item: whether it counts towards the number. */
  readonly parts: Readonly<Record<EvidenceEntry['part'], string>>;
  readonly evidenceDays: string;
  readonly evidenceShown: (shown: string, total: string) => string;
  readonly evidenceNone: string;
  /** Of entries that would tell how single producers do. */
  readonly evidenceWithheld: (count: number, written: string) => string;
  readonly evidenceLoading: string;
  readonly evidenceFailed: string;
  readonly more: string;
  /** In place of an item: it is asked for and does not exist. */
  readonly request: string;
  readonly versionName: (title: string, version: string) => string;
  readonly versionsHeading: string;
  /** Said of a drawing. */
  readonly versionsMarked: (count: number, written: string) => string;

  // The comparison
  readonly comparisons: Readonly<Record<ScorecardComparison['subjectType'], string>>;
  readonly subjects: Readonly<Record<ScorecardComparison['subjectType'], string>>;
  readonly measure: string;
  readonly orderByName: string;
  readonly orderOfPage: string;
  readonly overlap: string;
  readonly opens: string;
  readonly compared: (type: ScorecardComparison['subjectType'], count: number, written: string) => string;
  /** `counts` are verdicts with how many have them. */
  readonly comparedWithTarget: (compared: string, counts: string) => string;
  readonly evidenceHeading: string;
  readonly targetHeading: string;
  readonly changeHeading: string;
  readonly notShown: (count: number, written: string, minimum: string) => string;
  readonly nobodyToCompare: string;
  readonly back: string;

  readonly loading: string;
  readonly nothingYet: string;
  readonly failures: Readonly<Record<string, string>>;
  readonly failed: string;
  readonly stale: (instant: string) => string;
  readonly noClient: string;
  readonly tryAgain: string;
}
