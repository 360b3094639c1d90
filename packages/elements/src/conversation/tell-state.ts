import type { DeskHost } from '../shared/desk.js';
import type { LoadState } from '../shared/events.js';
import { wordsOf } from './words.js';

/** Tells the page how far loading is. */
export function tellState(host: DeskHost, collateralId: string, state: LoadState, code?: string): void {
  const { strings } = wordsOf(host);
  const message = code === undefined ? '' : (strings.failures[code] ?? strings.failedList);
  host.tell('status', { collateralId, state, code, message });
}
