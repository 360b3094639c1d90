// The 22 things a rating has to get right, each as a question to a browser. Anchor: what people reported of rating elements.
import { inputRows } from './rows-input.mjs';
import { lookRows } from './rows-look.mjs';
import { semanticsRows } from './rows-semantics.mjs';

/**
 * @typedef {object} Answer
 * @property {boolean} isRight
 * @property {string} seen what was measured
 */

/** @typedef {{name: string, ask: (open: import('./rating-page.mjs').OpenRating) => Promise<Answer>}} Row */

/** @type {readonly Row[]} */
export const rows = [...semanticsRows, ...inputRows, ...lookRows];
