/** The sentences of the inbox and notices, and of what stands in place of a list. */
export interface ListStateStrings {
  // The inbox
  /** English: “Inbox”. */
  readonly inbox: string;
  /** English: `open` “Open”, `waiting` “Waiting” and so on. */
  readonly inboxParts: Readonly<Record<'open' | 'waiting' | 'promised' | 'overdue' | 'closed', string>>;
  /** English: “3 waiting”. */
  readonly waiting: (count: number, written: string) => string;
  /** English: “3 overdue”. */
  readonly overdueCount: (count: number, written: string) => string;
  /** English: “1 overdue by 2 days”. */
  readonly overdueBy: (overdue: string, days: number, written: string) => string;
  /** English: “The longest waits 2 days”. */
  readonly oldest: (days: number, written: string) => string;
  /** English: “Nothing waits for you.” */
  readonly inboxEmpty: string;
  /** English: “Nothing here.” */
  readonly partEmpty: string;
  /** English: “waiting 2 days”. */
  readonly waitsFor: (days: number, written: string) => string;

  // Notices
  /** English: “News for you”. */
  readonly notices: string;
  /** English: “v3 fixes “outdated pricing”, which you reported. Rate it again?” */
  readonly notice: (version: string, what: string, did: string) => string;
  /** English: “Price list is here. It is for “outdated pricing”, which you reported.” */
  readonly noticeRequest: (title: string, what: string, did: string) => string;
  /** English: `suggested` “which you suggested”, `supported` “which you supported” and so on. */
  readonly did: Readonly<Record<'suggested' | 'supported' | 'rated', string>>;
  /** English: “Rate it again”. */
  readonly rateAgain: string;
  /** English: “Yes, it is fixed”. */
  readonly confirm: string;
  /** English: “Dismiss”. */
  readonly dismiss: string;
  /** English: “Thank you.” */
  readonly thanks: string;
  /** English: “Nothing new: what you asked for and what was done about it appears here.” */
  readonly noNotices: string;
  /** English: “Answer: last year”. */
  readonly answer: (words: string) => string;

  // States
  /** English: “Loading…”. */
  readonly loadingList: string;
  /** English: `network-failed` “The server could not be reached.”, `not-signed-in` “Sign in to see this.” and so on. */
  readonly failures: Readonly<Record<string, string>>;
  /** English: “It could not be loaded.” */
  readonly failedList: string;
  /** English: “What you see may be old.” */
  readonly staleList: string;
  /** English: “Nothing to show: this page is not connected to Collateral.” */
  readonly unconnected: string;
}
