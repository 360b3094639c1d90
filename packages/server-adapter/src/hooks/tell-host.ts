import { CollateralError } from '@collateral/sdk/contract';
import { composeNews, type NewsReference, type NewsSource } from './compose-news.js';
import { deliverWebhooks, type WebhookReport } from './deliver-webhooks.js';
import type { NoticeNews, TransitionNews } from './news.js';
import { changeQueue, queueKey } from './webhook-queue.js';
import type { Webhook } from './webhook-options.js';

/** What a host wants to be told, and how. */
export interface Hooks {
  readonly onTransition: ((news: TransitionNews) => unknown) | null;
  readonly onNotice: ((news: NoticeNews) => unknown) | null;
  readonly webhooks: readonly Required<Webhook>[];
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Told when a callback of the host fails. */
  readonly onError: (error: unknown) => void;
}

/** Notes what the webhooks have to be told, before the step is written: a process that dies right after it loses no news. */
export async function queueNews({ webhooks, now }: Hooks, { source }: NewsSource, step: Step): Promise<void> {
  const references = newsOf(step);
  const wanted = webhooks.flatMap(({ url, types }) =>
    references
      .filter(({ type }) => types.includes(type))
      .map((reference) => ({ ...reference, url, tries: 0, dueAt: now() })),
  );
  if (wanted.length === 0) return;
  const again = new Set(wanted.map(queueKey));
  const isNoted = await changeQueue(source, (queue) => ({
    queue: [...queue.filter((one) => !again.has(queueKey(one))), ...wanted],
    result: true,
  }));
  if (isNoted === null)
    throw new CollateralError(
      'store-unavailable',
      'What the webhooks have to be told could not be noted, because others kept writing. Send the command again.',
    );
}

/** Tells the host's own code and the webhooks about a step that was written. Never fails: the step is done. */
export async function tellHost(hooks: Hooks, from: NewsSource, step: Step): Promise<void> {
  try {
    for (const reference of newsOf(step)) {
      const callback = reference.type === 'suggestion.moved' ? hooks.onTransition : hooks.onNotice;
      if (callback === null) continue;
      const news = await composeNews(from, reference);
      if (news?.type === 'suggestion.moved') await hooks.onTransition?.(news);
      else if (news !== null) await hooks.onNotice?.(news);
    }
    await deliverDue(hooks, from);
  } catch (error) {
    hooks.onError(error);
  }
}

/** Tells the webhooks of a tenant what is due. */
export async function deliverDue(hooks: Hooks, from: NewsSource): Promise<WebhookReport> {
  if (hooks.webhooks.length === 0) return { delivered: 0, waiting: 0, givenUp: 0 };
  const { store, tenant } = from.source;
  return deliverWebhooks({ ...hooks, store, tenant, compose: (reference) => composeNews(from, reference) });
}

/** A step that is written, or about to be. */
export interface Step {
  readonly commandId: string;
  readonly collateralId: string | null;
  readonly suggestionId: string;
  readonly isShipping: boolean;
}

function newsOf({ commandId: id, collateralId, suggestionId, isShipping }: Step): readonly NewsReference[] {
  const moved: NewsReference = { type: 'suggestion.moved', id, collateralId, suggestionId };
  return isShipping ? [moved, { ...moved, type: 'notice.created' }] : [moved];
}
