import type { Client } from '../client.js';
import type { SignalName, Signals } from '../signals.js';

/** Resolves with the next signal of a name, so that tests wait for what happens and not for time. */
export function nextSignal<Name extends SignalName>(client: Client, name: Name): Promise<Signals[Name]> {
  return new Promise((resolve) => {
    client.addEventListener(name, ({ detail }) => resolve(detail), { once: true });
  });
}
