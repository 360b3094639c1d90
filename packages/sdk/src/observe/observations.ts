import type { Platform } from '../platform.js';
import { refuse } from '../refuse.js';
import type { ObservedBy } from './observe.js';

/** What {@link Client.observe} started. */
export interface Observation {
  /** Ends the views that run and stops observing. Calling it again does nothing. */
  stop(): void;
}

/** All observations of a client. */
export interface Observations {
  start(root: Document | DocumentFragment | Element): Observation;
  stopAll(): void;
}

/** Creates the observations of a client. `failed` hears when the code for them, which pages that never observe don't load, doesn't come. */
export function createObservations(
  by: ObservedBy,
  platform: Platform,
  failed: (message: string) => void,
): Observations {
  const running = new Set<Observation>();
  return {
    start(root) {
      // An element of another frame is none of this one's, so not by instanceof.
      if ((Object(root) as Partial<ParentNode>).firstElementChild === undefined)
        refuse('invalid-option', 'root', 'a document, shadow root or element', root);
      let stop = (): void => undefined;
      const observation = {
        stop() {
          running.delete(observation);
          stop();
          stop = () => undefined;
        },
      };
      running.add(observation);
      import('./observe.js').then(
        ({ observe }) => {
          if (running.has(observation)) stop = observe(root, by, platform);
        },
        (error: unknown) => failed(`The part that observes pages could not be loaded: ${String(error)}`),
      );
      return observation;
    },
    stopAll: () => running.forEach((observation) => observation.stop()),
  };
}
