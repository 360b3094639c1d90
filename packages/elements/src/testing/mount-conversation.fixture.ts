// Puts suggestions, an inbox, notices or a scorecard into the page for a test. It holds no tests of its own.
import type { LateElement } from '../shared/late-element.js';
import { InMemoryClient } from './in-memory-client.fixture.js';
import { ManualTimers, mount } from './mount.fixture.js';
import { until } from './until.fixture.js';

type Tag = 'collateral-suggestions' | 'collateral-inbox' | 'collateral-notices' | 'collateral-scorecard';

/** An element and the world around it. */
export interface MountedConversation<Name extends Tag> {
  readonly element: HTMLElementTagNameMap[Name];
  readonly client: InMemoryClient;
  readonly timers: ManualTimers;
  /** Everything inside. */
  readonly root: ShadowRoot;
}

/** Mounts an element that asks a client in memory and waits until its first answer is shown. */
export async function mountTalk<Name extends Tag>(
  tag: Name,
  attributes = '',
  client = new InMemoryClient(),
  language = 'en',
): Promise<MountedConversation<Name>> {
  const stage = mount(`<collateral-provider lang="${language}"><${tag} ${attributes}></${tag}></collateral-provider>`);
  const element = stage.querySelector(tag)!;
  const timers = new ManualTimers();
  element.startTimer = timers.start;
  stage.querySelector('collateral-provider')!.client = client;
  await shown(element);
  return { element, client, timers, root: element.shadowRoot! };
}

/** Mounts an element that shows what the page gives, without a client. */
export async function mountGiven<Name extends Tag>(
  tag: Name,
  data: HTMLElementTagNameMap[Name]['data'],
  attributes = '',
): Promise<Omit<MountedConversation<Name>, 'client'>> {
  const stage = mount(`<div lang="en"><${tag} ${attributes}></${tag}></div>`);
  const element = stage.querySelector(tag)!;
  const timers = new ManualTimers();
  element.startTimer = timers.start;
  element.data = data;
  await shown(element);
  return { element, timers, root: element.shadowRoot! };
}

/** Waits until everything that is known is shown. */
export async function shown(element: LateElement<unknown>): Promise<void> {
  const root = element.shadowRoot!;
  await until(() => root.querySelector('.base') !== null);
  // What answers at once has answered after a task.
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  await until(
    () => root.querySelector('.base')?.getAttribute('aria-busy') !== 'true' && !root.querySelector('.opening'),
  );
  await element.updateComplete;
}

/** Types into a field, as a person does. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, text: string): void {
  field.value = text;
  const type = field instanceof HTMLSelectElement ? 'change' : 'input';
  field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}
