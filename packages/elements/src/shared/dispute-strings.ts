import type { DisputeStatus } from '@collateral/sdk/contract';

/** Every sentence about disputed ratings. Numbers and days arrive written in the reader's language. */
export interface DisputeStrings {
  /** Button beside a comment. */
  readonly dispute: string;
  /** Name of a button for those who hear it away from its comment. */
  readonly about: (button: string, comment: string) => string;
  readonly reason: string;
  /** What will happen, said before it is sent. */
  readonly effect: string;
  readonly disputeAgain: string;
  readonly effectAgain: string;
  readonly send: string;
  readonly cancel: string;
  readonly sending: string;
  readonly missingReason: string;
  readonly missingChoice: string;

  /** Where a dispute stands; `reason` is empty when nobody knows it any more. */
  readonly underReview: (day: string, reason: string) => string;
  readonly upheld: (day: string, reason: string) => string;
  readonly rejected: (day: string, reason: string) => string;
  /** Said of a settled one before how it was settled. */
  readonly because: (day: string, reason: string) => string;
  /** For those who may not know why. */
  readonly statuses: Readonly<Record<DisputeStatus, string>>;

  // The list
  readonly title: string;
  readonly intro: string;
  readonly open: (count: number, written: string) => string;
  readonly settled: (count: number, written: string) => string;
  readonly nothing: string;
  readonly noneOpen: string;
  readonly rated: (value: string, label: string) => string;
  readonly version: (version: string) => string;
  readonly commentGone: string;
  readonly settle: string;
  readonly question: string;
  /** What can be decided, and what becomes of the rating then. */
  readonly choices: Readonly<Record<'rejected' | 'upheld', string>>;
  readonly effects: Readonly<Record<'rejected' | 'upheld', string>>;
  readonly save: string;
  /** Somebody else was faster; `now` is where it stands. */
  readonly settledMeanwhile: (now: string) => string;
  /** Gives back what one had written then. */
  readonly yourReason: (text: string) => string;
  /** Who reads the reason of a decision. */
  readonly settleNote: string;

  readonly loading: string;
  readonly failed: string;
  readonly stale: string;
  readonly noClient: string;
  readonly tryAgain: string;
  /** Why a command or the list was refused, by code. */
  readonly failures: Readonly<Record<string, string>>;
  readonly notSent: string;
}
