import type { PromptStanding } from '../contract/prompts.js';
import type { RatingQueryItem, RatingSummary } from '../contract/rating-summary.js';
import type { Config } from '../contract/config.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Platform } from '../platform.js';
import type { PendingRating } from '../record/pending-rating.js';
import type { ItemReference } from '../record/record-input.js';
import type { Recorder } from '../record/recorder.js';
import { ask } from '../transport/outcome.js';
import type { Transport } from '../transport/transport.js';
import type { PromptMemory } from './prompt-world.js';
import { createPrompter, type Prompter } from './prompter.js';

/** What is asked of the client itself. */
interface Asked {
  config(): Promise<Config>;
  ratings(items: readonly RatingQueryItem[]): Promise<readonly RatingSummary[]>;
  pendingRating(item: ItemReference): Promise<PendingRating | null>;
}

/** The parts of a client that deciding needs. */
export interface PromptParts {
  readonly platform: Platform;
  readonly outbox: Outbox;
  readonly transport: Transport;
  readonly recorder: Recorder;
  readonly newId: () => string;
  /** Whom rows of this moment belong to. */
  owner(): string;
  /** Whether anything may be kept about the person. */
  mayKeep(): boolean;
  /** The client they are parts of. */
  client(): Asked;
}

/** Creates a prompter on the parts of a client. */
export async function assemblePrompter(parts: PromptParts, uses: Set<string>): Promise<Prompter> {
  const { platform, outbox, transport, recorder, newId } = parts;
  return createPrompter(
    {
      platform,
      tab: await platform.tab(),
      newId,
      mayObserve: () => parts.mayKeep(),
      config: () => parts.client().config(),
      amend: (change) => outbox.amend<PromptMemory>(`prompts ${parts.owner()}`, change),
      record: (response) => void recorder.record('prompt-response', response),
      async standing() {
        const { value, failure } = await ask(transport, '/v1/prompts', undefined, ({ body }) =>
          isStanding(body) ? body : null,
        );
        if (failure) throw new Error(failure.message);
        return value;
      },
      async isUnrated(item) {
        const client = parts.client();
        const [pending, [summary]] = await Promise.all([client.pendingRating(item), client.ratings([item])]);
        return pending === null && summary !== undefined && !summary.own && !summary.mine;
      },
    },
    uses,
  );
}

function isStanding(body: unknown): body is PromptStanding {
  const { notBefore, recent } = Object(body) as Partial<PromptStanding>;
  return (notBefore === null || typeof notBefore === 'string') && Array.isArray(recent);
}
