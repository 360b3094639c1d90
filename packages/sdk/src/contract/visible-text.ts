// Spaces of all kinds, controls, and signs that only steer others: zero-width joiners, direction marks, variation selectors.
const invisible = /[\s\p{Cc}\p{Cf}\p{Mn}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/** Tells whether a text shows anything when it is printed. */
export function isVisibleText(text: string): boolean {
  return text.replace(invisible, '') !== '';
}
