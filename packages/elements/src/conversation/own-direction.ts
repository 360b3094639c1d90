const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Keeps what somebody wrote from turning the sentence around it, where one of the two runs from right to left. */
export function ownDirection(text: string, sentence: string): string {
  return rightToLeft.test(sentence + text) ? `\u2068${text}\u2069` : text;
}
