/** Every sentence of suggestions, inbox and notices. Numbers and dates arrive written in the reader's language. */
export interface ConversationStrings {
  // The list
  readonly suggestions: string;
  readonly requests: string;
  readonly filterStatus: string;
  readonly sortBy: string;
  readonly anyStatus: string;
  readonly open: string;
  readonly closed: string;
  readonly sorts: Readonly<Record<'supporters' | 'newest' | 'changed' | 'due', string>>;
  readonly noSuggestions: string;
  readonly noRequests: string;
  readonly noneMatch: string;
  readonly newOnes: (count: number, written: string) => string;
  readonly show: string;
  readonly more: string;
  readonly shown: (shown: string, total: string) => string;
  /** A search without results that people made; `request` stands beside it. */
  readonly gap: (query: string, times: string) => string;
  readonly gaps: string;
  readonly request: string;

  // One suggestion
  readonly statuses: Readonly<Record<string, string>>;
  readonly vote: (count: number, written: string) => string;
  readonly supporters: (count: number, written: string) => string;
  readonly voteClosed: string;
  readonly lowRated: (reason: string) => string;
  readonly erased: string;
  readonly by: (author: string, day: string) => string;
  readonly you: string;
  readonly somebody: string;
  readonly authorOf: (name: string, team: string) => string;
  readonly slide: (slide: string) => string;
  readonly page: (page: string) => string;
  readonly second: (time: string) => string;
  readonly quote: (words: string) => string;
  readonly versionOf: (version: string) => string;
  readonly dueOn: (day: string) => string;
  readonly overdue: (days: number, written: string) => string;
  readonly assignedTo: (name: string) => string;
  readonly shippedIn: (version: string) => string;
  readonly hiddenBecause: (reason: string) => string;
  readonly openThread: (replies: number, written: string) => string;
  readonly closeThread: string;
  readonly takenBack: string;

  // Replies and history
  readonly replies: string;
  readonly noReplies: string;
  readonly owner: string;
  readonly history: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly moved: (who: string, to: string, day: string) => string;
  readonly hid: (who: string, day: string) => string;
  readonly showed: (who: string, day: string) => string;
  readonly because: (reason: string) => string;
  readonly mergedInto: string;
  readonly mergedFrom: string;
  readonly told: (people: string, confirmed: string, ratedAgain: string) => string;

  // Writing
  readonly suggest: string;
  readonly requestContent: string;
  readonly aboutPlace: (place: string) => string;
  readonly appear: Readonly<Record<'named' | 'pseudonymous' | 'anonymous', (you: string) => string>>;
  readonly send: string;
  readonly reply: string;
  readonly sendReply: string;
  readonly cancel: string;
  readonly empty: string;
  readonly tooLong: (over: string) => string;
  readonly left: (left: string) => string;
  readonly similar: (count: number, written: string) => string;
  readonly similarHint: string;
  readonly refusedVote: string;
  readonly refusedText: string;

  // Deciding
  readonly moves: Readonly<Record<string, string>>;
  readonly hide: string;
  readonly unhide: string;
  readonly hideReply: string;
  readonly reason: string;
  readonly assignee: string;
  readonly due: string;
  readonly shippedVersion: string;
  readonly newItem: string;
  readonly duplicateOf: string;
  readonly choose: string;
  readonly missing: (field: string) => string;
  readonly changedMeanwhile: (to: string) => string;
  readonly notPermitted: (to: string) => string;
  readonly done: (to: string) => string;

  // The inbox
  readonly inbox: string;
  readonly inboxParts: Readonly<Record<'open' | 'waiting' | 'promised' | 'overdue' | 'closed', string>>;
  readonly waiting: (count: number, written: string) => string;
  readonly overdueCount: (count: number, written: string) => string;
  readonly overdueBy: (overdue: string, days: number, written: string) => string;
  readonly oldest: (days: number, written: string) => string;
  readonly inboxEmpty: string;
  readonly partEmpty: string;
  readonly waitsFor: (days: number, written: string) => string;

  // Notices
  readonly notices: string;
  readonly notice: (version: string, what: string, did: string) => string;
  readonly noticeRequest: (title: string, what: string, did: string) => string;
  readonly did: Readonly<Record<'suggested' | 'supported' | 'rated', string>>;
  readonly rateAgain: string;
  readonly confirm: string;
  readonly dismiss: string;
  readonly thanks: string;
  readonly noNotices: string;
  readonly answer: (words: string) => string;

  // States
  readonly loadingList: string;
  readonly failures: Readonly<Record<string, string>>;
  readonly failedList: string;
  readonly staleList: string;
  readonly unconnected: string;
}
