// Puts insights into the page for a test. It holds no tests of its own.
import type { InsightsQuery, InsightsReplies, InsightsScreen } from '@collateral/sdk';
import type { CollateralInsights } from '../insights/collateral-insights.js';
import { everything } from '../insights/insights.fixture.js';
import { InMemoryClient } from './in-memory-client.fixture.js';
import { ManualTimers, mount } from './mount.fixture.js';
import { until } from './until.fixture.js';

/** Insights and the world around them. */
export interface MountedInsights {
  readonly insights: CollateralInsights;
  readonly client: InMemoryClient;
  readonly timers: ManualTimers;
  /** Everything inside. */
  readonly root: ShadowRoot;
}

/** Answers every question with the figures of the fixture. */
export function answerEverything({ screen }: InsightsQuery): InsightsReplies[InsightsScreen] {
  return everything[screen];
}

/** Mounts insights that ask a client in memory and waits until its first answer is shown. */
export async function mountInsights(attributes = '', client = new InMemoryClient()): Promise<MountedInsights> {
  if (client.answerQuestion({ screen: 'overview' }) instanceof Error) client.answerQuestion = answerEverything;
  const stage = mount(
    `<collateral-provider><collateral-insights ${attributes}></collateral-insights></collateral-provider>`,
  );
  const insights = stage.querySelector('collateral-insights')!;
  const timers = new ManualTimers();
  insights.startTimer = timers.start;
  stage.querySelector('collateral-provider')!.client = client;
  await shown(insights);
  return { insights, client, timers, root: insights.shadowRoot! };
}

/** Mounts insights that show figures of the page. */
export async function mountData(
  data: Partial<InsightsReplies> = everything,
  attributes = '',
  around = 'div',
): Promise<Omit<MountedInsights, 'client'>> {
  const stage = mount(`<${around}><collateral-insights ${attributes}></collateral-insights></${around}>`);
  const insights = stage.querySelector('collateral-insights')!;
  const timers = new ManualTimers();
  insights.startTimer = timers.start;
  insights.data = data;
  await shown(insights);
  return { insights, timers, root: insights.shadowRoot! };
}

/** Waits until everything that is known is shown and every drawing has its room. */
export async function shown(insights: CollateralInsights): Promise<void> {
  const root = insights.shadowRoot!;
  await until(() => root.querySelector('.base') !== null);
  await insights.updateComplete;
  await until(
    () =>
      root.querySelector('.base')!.getAttribute('aria-busy') === 'false' &&
      [...root.querySelectorAll('.plot > svg')].every((drawing) => drawing.childElementCount > 0),
  );
  // What opens or closes tells so in a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  await insights.updateComplete;
}

/** What a person reads in a part of it. */
export function read(root: ParentNode, selector: string): string {
  return root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** What a person reads in each of such parts. */
export function readAll(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, ' ').trim());
}

/** The button that says so. */
export function button(root: ParentNode, name: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find((each) => each.textContent.trim() === name);
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}
