import type { ConversationStrings } from '../shared/conversation-strings.js';
import type { DeskHost } from '../shared/desk.js';
import { formatNumber } from '../shared/format-number.js';
import type { OpenedStrings } from '../shared/opened-strings.js';
import type { SpokenStrings } from '../shared/strings-for.js';
import { conversationWords } from './conversation-words.js';
import { englishConversation } from './english-conversation.js';
import { ownDirection } from './own-direction.js';

/** The sentences of a language, and numbers and days as its readers write them. */
export interface Words {
  readonly strings: SpokenStrings & Omit<ConversationStrings, keyof OpenedStrings>;
  readonly count: (value: number) => string;
  /** An instant or a calendar day as a day. */
  readonly day: (at: string) => string;
  /** A moment of a recording. */
  readonly time: (seconds: number) => string;
  readonly reasonLabel: (id: string) => string;
  /** Keeps what somebody wrote from turning the sentence around it, where one of the two runs from right to left. */
  readonly own: (text: string) => string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the words of the language around an element. */
export function wordsOf({ language, strings: given, reasonLabel, redraw }: DeskHost): Words {
  const count = (value: number): string => formatNumber(value, language);
  // What a page gave goes before what the package has.
  const strings = { ...englishConversation, ...conversationWords(language, redraw), ...given };
  return {
    strings,
    count,
    day: (at) => dayFormat(language).format(new Date(at.length > 10 ? at : `${at}T12:00:00`)),
    time: (seconds) => `${count(Math.floor(seconds / 60))}:${count(100 + Math.floor(seconds % 60)).slice(1)}`,
    reasonLabel,
    own: (text) => ownDirection(text, strings.suggestions),
  };
}

function dayFormat(language: string): Intl.DateTimeFormat {
  let format = formats.get(language);
  if (!format) {
    const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
    try {
      format = new Intl.DateTimeFormat(language, options);
    } catch {
      // A page may carry a `lang` that is no language tag; the browser's own style is better than none.
      format = new Intl.DateTimeFormat(undefined, options);
    }
    formats.set(language, format);
  }
  return format;
}
