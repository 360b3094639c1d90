import { lazily } from '../lazily.js';
import type { Platform } from '../platform.js';
import { refuse } from '../refuse.js';
import type { ObservedBy } from './observe.js';

/** What {@link Client.observe} started. */
export interface Observation {
  /** Ends the views that run and stops observing. Calling it again does nothing. */
  stop(): void;
}

/** Loads the code that observes, which few pages need, and gives what starts it. Throws at once when the root is none. */
export function prepareObservation(
  root: Document | DocumentFragment | Element,
  by: ObservedBy,
  platform: Platform,
): Promise<() => () => void> {
  // An element of another frame is none of this one's, so not by instanceof.
  if ((Object(root) as Partial<ParentNode>).firstElementChild === undefined)
    refuse('invalid-option', 'root', 'a document, shadow root or element', root);
  return load().then(
    ({ observe }) =>
      () =>
        observe(root, by, platform),
  );
}

const load = lazily(() => import('./observe.js'));
