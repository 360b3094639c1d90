import type { Inbox } from '@collateral/sdk/contract';

/** The parts of an inbox, in the order they are offered; `open` is waiting and promised together. */
export const inboxParts = ['open', 'waiting', 'promised', 'overdue', 'closed'] as const;

/** A part of an inbox. */
export type InboxPart = (typeof inboxParts)[number];

/** Where the element is, and what a person chose there. */
export interface InboxPlace {
  readonly part: InboxPart;
  /** Empty means all the caller answers for. */
  readonly assignee: string;
  /** What the page gave; it goes before anything else. */
  readonly data: Inbox | undefined;
  readonly choose: (part: InboxPart) => void;
}
