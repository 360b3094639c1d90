// Puts elements into the page for a test and takes them out again. It holds no tests of its own.
import '../define/all.js';
import type { CollateralRating } from '../rating/collateral-rating.js';
import type { StartTimer } from '../shared/start-timer.js';
import { InMemoryClient } from './in-memory-client.fixture.js';

/** A stage that is emptied after each test. */
export function mount(markup: string): HTMLElement {
  const stage = document.createElement('main');
  const template = document.createElement('template');
  // eslint-disable-next-line no-restricted-syntax -- tests write pages as authors do
  template.innerHTML = markup;
  stage.append(document.importNode(template.content, true));
  document.body.append(stage);
  return stage;
}

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute('dir');
});

/** A rating inside a provider with a client in memory. */
export interface MountedRating {
  readonly client: InMemoryClient;
  readonly rating: CollateralRating;
  readonly timers: ManualTimers;
  /** Names of the events the rating fired, in order. */
  readonly fired: string[];
}

/** Mounts a rating inside a provider and waits until it has loaded. */
export async function mountRating(
  attributes = '',
  client: InMemoryClient = new InMemoryClient(),
  around = '',
): Promise<MountedRating> {
  const stage = mount(
    `<collateral-provider>${around}<collateral-rating collateral-id="deck-42" label="Rate this deck" ${attributes}></collateral-rating></collateral-provider>`,
  );
  const rating = stage.querySelector('collateral-rating')!;
  const timers = new ManualTimers();
  rating.startTimer = timers.start;
  const fired = record(rating);
  stage.querySelector('collateral-provider')!.client = client;
  await settle(rating);
  return { client, rating, timers, fired };
}

/** Waits until everything that is already decided has been shown. */
export async function settle(rating: CollateralRating): Promise<void> {
  // Each turn lets one promise chain of the double or of Lit finish; a task afterwards shows that nothing is left.
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    await rating.updateComplete;
  }
}

/** Writes down which of its events an element fires. */
export function record(element: HTMLElement): string[] {
  const fired: string[] = [];
  for (const name of ['input', 'change', 'collateral-rate', 'collateral-status']) {
    element.addEventListener(name, (event) => fired.push('state' in event ? `${name}:${String(event.state)}` : name));
  }
  return fired;
}

/** Timers that go off when a test says so. */
export class ManualTimers {
  readonly #waiting = new Map<() => void, number>();

  readonly start: StartTimer = (callback, delayMs) => {
    this.#waiting.set(callback, delayMs);
    return () => this.#waiting.delete(callback);
  };

  get count(): number {
    return this.#waiting.size;
  }

  /** Lets every timer go off that waits no longer than this. */
  pass(delayMs: number): void {
    for (const [callback, delay] of [...this.#waiting]) {
      if (delay > delayMs) continue;
      this.#waiting.delete(callback);
      callback();
    }
  }
}

/** The radios of a rating, in order. */
export function radios(rating: HTMLElement): HTMLElement[] {
  return [...rating.shadowRoot!.querySelectorAll<HTMLElement>('[role="radio"]')];
}

/** How many points of a rating are drawn full. */
export function filledPoints(rating: HTMLElement): number {
  const fills = radios(rating).map((radio) => getComputedStyle(radio, '::before').clipPath);
  return fills.filter((fill) => fill !== 'none' && !fill.includes('evenodd')).length;
}

/** Everything a person can see in a part of an element. */
export function textOf(element: HTMLElement, selector = '.base'): string {
  return element.shadowRoot!.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** The middle of an element, for the pointer. */
export function middleOf(element: Element): [number, number] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}
