import type { Words } from './words.js';
import type { Writing } from './writings.js';

/** Says how far something written has come. */
export function describeWriting({ state }: Writing, { strings }: Words): string {
  if (state === 'memory') return strings.storedInMemory;
  return state === 'stored' ? strings.stored : state === 'saving' ? strings.saving : strings.delivered;
}
