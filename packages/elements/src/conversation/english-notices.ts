import type { ConversationStrings } from '../shared/conversation-strings.js';

/** The sentences of one notice. */
export type NoticeStrings = Pick<
  ConversationStrings,
  'notice' | 'noticeRequest' | 'did' | 'rateAgain' | 'confirm' | 'dismiss' | 'thanks' | 'answer'
>;

/** The sentences of one notice in English. */
export const englishNotices: NoticeStrings = {
  notice: (version, what, did) => `${version} fixes “${what}”, ${did}. Rate it again?`,
  noticeRequest: (title, what, did) => `${title} is here. It is for “${what}”, ${did}.`,
  did: { suggested: 'which you suggested', supported: 'which you supported', rated: 'which you reported' },
  rateAgain: 'Rate it again',
  confirm: 'Yes, it is fixed',
  dismiss: 'Dismiss',
  thanks: 'Thank you.',
  answer: (words) => `Answer: ${words}`,
};
