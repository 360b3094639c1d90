/** The sentences of deciding, of the inbox and of notices. */
export interface DecisionStrings {
  // Deciding
  /** The moves by name. */
  readonly moves: Readonly<Record<string, string>>;
  /** In English: “Hide” */
  readonly hide: string;
  /** In English: “Show to others” */
  readonly unhide: string;
  /** In English: “Hide reply” */
  readonly hideReply: string;
  /** In English: “Reason” */
  readonly reason: string;
  /** In English: “Who will do it” */
  readonly assignee: string;
  /** In English: “Promised for” */
  readonly due: string;
  /** In English: “Version that has it” */
  readonly shippedVersion: string;
  /** In English: “Id of the new item” */
  readonly newItem: string;
  /** In English: “Repeats” */
  readonly duplicateOf: string;
  /** In English: “Choose…” */
  readonly choose: string;
  /** In English, for example: “Missing: {field}.” */
  readonly missing: (field: string) => string;
  /** In English, for example: “Somebody changed it meanwhile; now it is: {to}. What you typed is kept.” */
  readonly changedMeanwhile: (to: string) => string;
  /** In English, for example: “That is not possible from here; now it is: {to}. What you typed is kept.” */
  readonly notPermitted: (to: string) => string;
  /** In English, for example: “Now: {to}” */
  readonly done: (to: string) => string;

  // The inbox
  /** In English: “Inbox” */
  readonly inbox: string;
  /** The inbox parts by name. */
  readonly inboxParts: Readonly<Record<'open' | 'waiting' | 'promised' | 'overdue' | 'closed', string>>;
  /** In English, for example: “{written} waiting” */
  readonly waiting: (count: number, written: string) => string;
  /** In English, for example: “{written} overdue” */
  readonly overdueCount: (count: number, written: string) => string;
  /** In English, for example: “{overdue} by {many}” */
  readonly overdueBy: (overdue: string, days: number, written: string) => string;
  /** In English, for example: “The longest waits {many}” */
  readonly oldest: (days: number, written: string) => string;
  /** In English: “Nothing waits for you.” */
  readonly inboxEmpty: string;
  /** In English: “Nothing here.” */
  readonly partEmpty: string;
  /** In English, for example: “since today' : `waiting {many}” */
  readonly waitsFor: (days: number, written: string) => string;

  // Notices
  /** In English: “News for you” */
  readonly notices: string;
  /** In English, for example: “{version} fixes “{what}”, {did}. Rate it again?” */
  readonly notice: (version: string, what: string, did: string) => string;
  /** In English, for example: “{title} is here. It is for “{what}”, {did}.” */
  readonly noticeRequest: (title: string, what: string, did: string) => string;
  /** What the reader of a notice did, by name. */
  readonly did: Readonly<Record<'suggested' | 'supported' | 'rated', string>>;
  /** In English: “Rate it again” */
  readonly rateAgain: string;
  /** In English: “Yes, it is fixed” */
  readonly confirm: string;
  /** In English: “Dismiss” */
  readonly dismiss: string;
  /** In English: “Thank you.” */
  readonly thanks: string;
  /** In English: “Nothing new: what you asked for and what was done about it appears here.” */
  readonly noNotices: string;
  /** In English, for example: “Answer: {words}” */
  readonly answer: (words: string) => string;

  // States
  /** In English: “Loading…” */
  readonly loadingList: string;
  /** The failures by name. */
  readonly failures: Readonly<Record<string, string>>;
  /** In English: “It could not be loaded.” */
  readonly failedList: string;
  /** In English: “What you see may be old.” */
  readonly staleList: string;
  /** In English: “Nothing to show: this page is not connected to Collateral.” */
  readonly unconnected: string;
}
