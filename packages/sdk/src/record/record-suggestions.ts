import { refuse } from '../refuse.js';
import type { RecordedKind } from './check-event.js';
import type { NoticeAnswer, ReplyInput, SuggestionInput } from './record-input.js';
import type { StoreReceipt } from './store-receipt.js';

/** What people write to each other, as a client offers it. */
export interface SuggestionRecorder {
  suggest(input: SuggestionInput): Promise<StoreReceipt>;
  withdrawSuggestion(suggestionId: string): Promise<StoreReceipt>;
  vote(suggestionId: string, on: boolean): Promise<StoreReceipt>;
  reply(suggestionId: string, input: ReplyInput): Promise<StoreReceipt>;
  answerNotice(input: NoticeAnswer): Promise<StoreReceipt>;
}

/** Creates it from what records one event. Spaces around a text are nobody's words. */
export function createSuggestionRecorder(
  record: (kind: RecordedKind, input: object) => Promise<StoreReceipt>,
): SuggestionRecorder {
  return {
    suggest: (input) => record('suggestion', trimmed(input)),
    withdrawSuggestion: (suggestionId) => record('suggestion-withdrawal', { suggestionId }),
    vote: (suggestionId, on) => record('vote', { suggestionId, on }),
    reply: (suggestionId, input) => record('reply', { ...trimmed(input), suggestionId }),
    async answerNotice(input) {
      const { answer } = Object(input) as { readonly answer?: unknown };
      if (answer !== 'confirmed' && answer !== 'dismissed') {
        refuse('invalid-event', 'answer', 'confirmed or dismissed', answer);
      }
      return record('notice-response', input);
    },
  };
}

function trimmed(input: object): object {
  const { body } = Object(input) as { readonly body?: unknown };
  return { ...input, body: typeof body === 'string' ? body.trim() : body };
}
