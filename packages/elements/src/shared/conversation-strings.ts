import type { DecisionStrings } from './decision-strings.js';

/** Every sentence of suggestions, inbox and notices. Numbers and dates arrive written in the reader's language. */
export interface ConversationStrings extends DecisionStrings {
  // The list
  /** In English: “Suggestions” */
  readonly suggestions: string;
  /** In English: “Requests for new content” */
  readonly requests: string;
  /** In English: “Status” */
  readonly filterStatus: string;
  /** In English: “Sort by” */
  readonly sortBy: string;
  /** In English: “All” */
  readonly anyStatus: string;
  /** In English: “Open” */
  readonly open: string;
  /** In English: “Closed” */
  readonly closed: string;
  /** The sorts by name. */
  readonly sorts: Readonly<Record<'supporters' | 'newest' | 'changed' | 'due', string>>;
  /** In English: “No suggestions yet. What would make this better?” */
  readonly noSuggestions: string;
  /** In English: “No requests yet. What is missing?” */
  readonly noRequests: string;
  /** In English: “None of this status.” */
  readonly noneMatch: string;
  /** In English, for example: “{written} new suggestion” */
  readonly newOnes: (count: number, written: string) => string;
  /** In English: “Show” */
  readonly show: string;
  /** In English: “Show more” */
  readonly more: string;
  /** In English, for example: “{shown} of {total}” */
  readonly shown: (shown: string, total: string) => string;
  /** A search without results that people made; `request` stands beside it. */
  readonly gap: (query: string, times: string) => string;
  /** In English: “Searched and not found” */
  readonly gaps: string;
  /** In English: “Request it” */
  readonly request: string;

  // One suggestion
  /** The statuses by name. */
  readonly statuses: Readonly<Record<string, string>>;
  /** In English, for example: “Support this, {many}” */
  readonly vote: (count: number, written: string) => string;
  /** In English, for example: “{written} supporter” */
  readonly supporters: (count: number, written: string) => string;
  /** In English: “It is closed, so votes are too.” */
  readonly voteClosed: string;
  /** In English, for example: “Rated low: {reason}” */
  readonly lowRated: (reason: string) => string;
  /** In English: “The text was erased with the data of its author.” */
  readonly erased: string;
  /** In English, for example: “{author}, {day}” */
  readonly by: (author: string, day: string) => string;
  /** In English: “You” */
  readonly you: string;
  /** In English: “Anonymous” */
  readonly somebody: string;
  /** In English, for example: “{name}, {team}” */
  readonly authorOf: (name: string, team: string) => string;
  /** In English, for example: “slide {slide}” */
  readonly slide: (slide: string) => string;
  /** In English, for example: “page {page}” */
  readonly page: (page: string) => string;
  /** In English, for example: “at {time}” */
  readonly second: (time: string) => string;
  /** In English, for example: ““{words}”” */
  readonly quote: (words: string) => string;
  /** In English, for example: “about {version}” */
  readonly versionOf: (version: string) => string;
  /** In English, for example: “due {day}” */
  readonly dueOn: (day: string) => string;
  /** In English, for example: “overdue by {many}” */
  readonly overdue: (days: number, written: string) => string;
  /** In English, for example: “with {name}” */
  readonly assignedTo: (name: string) => string;
  /** In English, for example: “in {version}” */
  readonly shippedIn: (version: string) => string;
  /** In English, for example: “Hidden from others: {reason}” */
  readonly hiddenBecause: (reason: string) => string;
  /** In English, for example: “{written} replies”, or “Details” */
  readonly openThread: (replies: number, written: string) => string;
  /** In English: “Close” */
  readonly closeThread: string;
  /** In English: “Withdrawn” */
  readonly takenBack: string;

  // Replies and history
  /** In English: “Replies” */
  readonly replies: string;
  /** In English: “No replies yet.” */
  readonly noReplies: string;
  /** In English: “Owner” */
  readonly owner: string;
  /** In English: “History” */
  readonly history: string;
  /** The roles by name. */
  readonly roles: Readonly<Record<string, string>>;
  /** In English, for example: “{day}: {who} set it to {to}” */
  readonly moved: (who: string, to: string, day: string) => string;
  /** In English, for example: “{day}: {who} hid it” */
  readonly hid: (who: string, day: string) => string;
  /** In English, for example: “{day}: {who} showed it again” */
  readonly showed: (who: string, day: string) => string;
  /** In English, for example: “Reason: {reason}” */
  readonly because: (reason: string) => string;
  /** In English: “Merged into” */
  readonly mergedInto: string;
  /** In English: “Merged into this” */
  readonly mergedFrom: string;
  /** In English, for example: “{people} people told, {confirmed} say it is fixed, {again} rated it again” */
  readonly told: (people: string, confirmed: string, ratedAgain: string) => string;

  // Writing
  /** In English: “Suggest an improvement” */
  readonly suggest: string;
  /** In English: “What is missing?” */
  readonly requestContent: string;
  /** In English, for example: “About {place}.” */
  readonly aboutPlace: (place: string) => string;
  /** How the writer will appear, by rule. */
  readonly appear: Readonly<Record<'named' | 'pseudonymous' | 'anonymous', (you: string) => string>>;
  /** In English: “Send” */
  readonly send: string;
  /** In English: “Reply” */
  readonly reply: string;
  /** In English: “Send reply” */
  readonly sendReply: string;
  /** In English: “Cancel” */
  readonly cancel: string;
  /** In English: “Write something first.” */
  readonly empty: string;
  /** In English, for example: “{over} characters too many.” */
  readonly tooLong: (over: string) => string;
  /** In English, for example: “{left} characters left” */
  readonly left: (left: string) => string;
  /** In English, for example: “{written} similar suggestion” */
  readonly similar: (count: number, written: string) => string;
  /** In English: “Support one of these instead?” */
  readonly similarHint: string;
  /** In English: “Your vote was not taken. Others may have closed it.” */
  readonly refusedVote: string;
  /** In English: “Not sent: the server refused it. What you wrote is back in the box.” */
  readonly refusedText: string;
}
