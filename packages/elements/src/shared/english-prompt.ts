import type { PromptStrings } from './strings.js';

/** The sentence of a request to rate in English. */
export const englishPrompt: PromptStrings = {
  askToRate: 'You have just used this. How good was it?',
};
