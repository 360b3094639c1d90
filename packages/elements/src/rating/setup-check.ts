import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StartTimer } from '../shared/start-timer.js';
import type { SetupFault } from './setup-warnings.js';

/** How long a provider may be late before the element says that it cannot save, in milliseconds. */
const providerGraceMs = 2000;

/** What is looked at. */
interface Checked extends ReactiveControllerHost {
  readonly startTimer: StartTimer;
  /** It has an item to rate but no client. */
  readonly lacksClient: boolean;
  readonly accessibleName: string;
}

/** Looks for what only the page can mend, once everything had time to arrive. */
export class SetupCheck implements ReactiveController {
  readonly #host: Checked;
  #stop: (() => void) | undefined;
  #isDue = false;

  constructor(host: Checked) {
    this.#host = host;
    host.addController(this);
  }

  /** No provider came in time. */
  get isUnconnected(): boolean {
    return this.#isDue && this.#host.lacksClient;
  }

  hostConnected(): void {
    this.#isDue = false;
    this.#stop = this.#host.startTimer(() => this.#check(), providerGraceMs);
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  #check(): void {
    this.#isDue = true;
    if (this.isUnconnected) warn('unconnected');
    if (!this.#host.accessibleName) warn('unnamed');
    this.#host.requestUpdate();
  }
}

/** Tells the page's developer what is wrong. The words are loaded then; without them the element still says that it cannot save. */
export function warn(fault: SetupFault): void {
  import('./setup-warnings.js').then(
    ({ warnOf }) => warnOf(fault),
    () => undefined,
  );
}
