import type { ListStateStrings } from './list-state-strings.js';
import type { OpenedStrings } from './opened-strings.js';

/** Every sentence of suggestions, inbox and notices. Numbers and dates arrive written in the reader's language. */
export interface ConversationStrings extends ListStateStrings, OpenedStrings {
  // The list
  /** English: “Suggestions”. */
  readonly suggestions: string;
  /** English: “Requests for new content”. */
  readonly requests: string;
  /** English: “Status”. */
  readonly filterStatus: string;
  /** English: “Sort by”. */
  readonly sortBy: string;
  /** English: “All”. */
  readonly anyStatus: string;
  /** English: “Open”. */
  readonly open: string;
  /** English: “Closed”. */
  readonly closed: string;
  /** English: `supporters` “Most supported”, `newest` “Newest” and so on. */
  readonly sorts: Readonly<Record<'supporters' | 'newest' | 'changed' | 'due', string>>;
  /** English: “No suggestions yet. What would make this better?” */
  readonly noSuggestions: string;
  /** English: “No requests yet. What is missing?” */
  readonly noRequests: string;
  /** English: “None of this status.” */
  readonly noneMatch: string;
  /** English: “3 new suggestions”. */
  readonly newOnes: (count: number, written: string) => string;
  /** English: “Show”. */
  readonly show: string;
  /** English: “Show more”. */
  readonly more: string;
  /** English: “20 of 57”. */
  readonly shown: (shown: string, total: string) => string;
  /** English: ““pricing objection”: searched 31 times, no result”. */
  readonly gap: (query: string, count: number, times: string) => string;
  /** English: “Searched and not found”. */
  readonly gaps: string;
  /** English: “Request it”. */
  readonly request: string;

  // One suggestion
  /** English: `new` “New”, `accepted` “Accepted” and so on. */
  readonly statuses: Readonly<Record<string, string>>;
  /** English: “Support this, 3 supporters”. */
  readonly vote: (count: number, written: string) => string;
  /** English: “3 supporters”. */
  readonly supporters: (count: number, written: string) => string;
  /** English: “It is closed, so votes are too.” */
  readonly voteClosed: string;
  /** English: “Rated low: Outdated”. */
  readonly lowRated: (reason: string) => string;
  /** English: “The text was erased with the data of its author.” */
  readonly erased: string;
  /** English: “Ann Lee, 1 Jun 2026”. */
  readonly by: (author: string, day: string) => string;
  /** English: “You”. */
  readonly you: string;
  /** English: “Anonymous”. */
  readonly somebody: string;
  /** English: “Ann Lee, Sales, West”. */
  readonly authorOf: (name: string, team: string) => string;
  /** English: “slide 7”. */
  readonly slide: (slide: string) => string;
  /** English: “page 7”. */
  readonly page: (page: string) => string;
  /** English: “at 1:15”. */
  readonly second: (time: string) => string;
  /** English: ““last year””. */
  readonly quote: (words: string) => string;
  /** English: “about v3”. */
  readonly versionOf: (version: string) => string;
  /** English: “due 1 Jun 2026”. */
  readonly dueOn: (day: string) => string;
  /** English: “overdue by 2 days”. */
  readonly overdue: (days: number, written: string) => string;
  /** English: “with Ann Lee”. */
  readonly assignedTo: (name: string) => string;
  /** English: “in v3”. */
  readonly shippedIn: (version: string) => string;
  /** English: “Hidden from others: Outdated”. */
  readonly hiddenBecause: (reason: string) => string;
  /** English: “2 replies”. */
  readonly openThread: (replies: number, written: string) => string;
  /** English: “Close”. */
  readonly closeThread: string;
  /** English: “Withdrawn”. */
  readonly takenBack: string;

  // Writing
  /** English: “Suggest an improvement”. */
  readonly suggest: string;
  /** English: “What is missing?” */
  readonly requestContent: string;
  /** English: “About slide 7.” */
  readonly aboutPlace: (place: string) => string;
  /** English: `named` “Others will see your name: Ann Lee.”, `pseudonymous` “Others will see a made-up name, always the same one here: Ann Lee.” and so on. */
  readonly appear: Readonly<Record<'named' | 'pseudonymous' | 'anonymous', (you: string) => string>>;
  /** English: “Send”. */
  readonly send: string;
  /** English: “Reply”. */
  readonly reply: string;
  /** English: “Send reply”. */
  readonly sendReply: string;
  /** English: “Cancel”. */
  readonly cancel: string;
  /** English: “Write something first.” */
  readonly empty: string;
  /** English: “12 characters too many.” */
  readonly tooLong: (count: number, written: string) => string;
  /** English: “120 characters left”. */
  readonly left: (count: number, written: string) => string;
  /** English: “3 similar suggestions”. */
  readonly similar: (count: number, written: string) => string;
  /** English: “Support one of these instead?” */
  readonly similarHint: string;
  /** English: “Your vote was not taken. Others may have closed it.” */
  readonly refusedVote: string;
  /** English: “Not sent: the server refused it. What you wrote is back in the box.” */
  readonly refusedText: string;
}
