import type { UsageEvent } from '../contract/usage-event.js';
import type { Observation } from './observations.js';
// Loaded beforehand: the first import of a file takes its time.
import './observe.js';
import { createTestClient, type TestClient, type TestClientOptions } from '../testing/index.js';

/** A page with something to look at, and a client that observes it. */
export interface ObservedPage extends TestClient {
  readonly root: HTMLElement;
  readonly observation: Observation;
  /** Ends everything and gives what arrived. */
  arrived(): Promise<readonly UsageEvent[]>;
}

/** Opens a page with this content and observes it. */
export async function openObservedPage(content: string, options: TestClientOptions = {}): Promise<ObservedPage> {
  const root = document.createElement('main');
  root.append(...markup(content));
  document.body.append(root);
  const world = createTestClient(options);
  const observation = world.client.observe(root);
  await observing();
  return {
    ...world,
    root,
    observation,
    async arrived() {
      observation.stop();
      await world.client.flush();
      await world.client.close();
      root.remove();
      return world.server.events;
    },
  };
}

/** Makes elements of a text. */
export function markup(content: string): readonly Element[] {
  // eslint-disable-next-line no-restricted-syntax -- written in the tests, which want host pages, not templates
  return [...new DOMParser().parseFromString(content, 'text/html').body.children];
}

/** Resolves when what was asked to observe does: the code for it is loaded by then. */
export async function observing(): Promise<void> {
  await import('./observe.js');
}

/** Resolves when the browser has told every observer what is in view. */
export async function looked(): Promise<void> {
  // Chromium computes it once a frame and tells a frame later when it is busy.
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Lets a person look at an element for a time. */
export async function look({ platform }: ObservedPage, ms: number): Promise<void> {
  await looked();
  platform.advance(ms);
}

/** Scrolls an element into the middle of the view, or out of it. */
export function scrollTo(element: Element, offset = 0): void {
  const { top, height } = element.getBoundingClientRect();
  scrollBy({ top: top + height / 2 - innerHeight / 2 + offset, behavior: 'instant' });
}
