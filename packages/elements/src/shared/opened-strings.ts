/** The sentences of what is shown when a suggestion is opened. */
export interface OpenedStrings {
  /** English: `accepted` “Accept”, `in-progress` “Start” and so on. */
  readonly moves: Readonly<Record<string, string>>;
  /** English: “Hide”. */
  readonly hide: string;
  /** English: “Show to others”. */
  readonly unhide: string;
  /** English: “Hide reply”. */
  readonly hideReply: string;
  /** English: “Reason”. */
  readonly reason: string;
  /** English: “Who will do it”. */
  readonly assignee: string;
  /** English: “Promised for”. */
  readonly due: string;
  /** English: “Version that has it”. */
  readonly shippedVersion: string;
  /** English: “Id of the new item”. */
  readonly newItem: string;
  /** English: “Repeats”. */
  readonly duplicateOf: string;
  /** English: “Choose…”. */
  readonly choose: string;
  /** English: “Missing: Reason.” */
  readonly missing: (field: string) => string;
  /** English: “Somebody changed it meanwhile; now it is: Accepted. What you typed is kept.” */
  readonly changedMeanwhile: (to: string) => string;
  /** English: “That is not possible from here; now it is: Accepted. What you typed is kept.” */
  readonly notPermitted: (to: string) => string;
  /** English: “Now: Accepted”. */
  readonly done: (to: string) => string;
  /** English: “Replies”. */
  readonly replies: string;
  /** English: “No replies yet.” */
  readonly noReplies: string;
  /** English: “Owner”. */
  readonly owner: string;
  /** English: “History”. */
  readonly history: string;
  /** English: `producer` “the owner”, `manager` “a manager” and so on. */
  readonly roles: Readonly<Record<string, string>>;
  /** English: “1 Jun 2026: Ann Lee set it to Accepted”. */
  readonly moved: (who: string, to: string, day: string) => string;
  /** English: “1 Jun 2026: Ann Lee hid it”. */
  readonly hid: (who: string, day: string) => string;
  /** English: “1 Jun 2026: Ann Lee showed it again”. */
  readonly showed: (who: string, day: string) => string;
  /** English: “Reason: Outdated”. */
  readonly because: (reason: string) => string;
  /** English: “Merged into”. */
  readonly mergedInto: string;
  /** English: “Merged into this”. */
  readonly mergedFrom: string;
  /** English: “Told: 12. Say it is fixed: 5. Rated it again: 4.”. */
  readonly told: (people: string, confirmed: string, ratedAgain: string) => string;
}
