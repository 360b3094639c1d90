import type { ComposeNews } from './compose-news.js';
import { signWebhook } from './sign-webhook.js';
import { webhookId } from './webhook-id.js';
import { changeQueue, queueKey, type QueuedNews, type QueuePlace } from './webhook-queue.js';
import type { Webhook } from './webhook-options.js';

/** What became of the news that was due. */
export interface WebhookReport {
  /** Told now. */
  readonly delivered: number;
  /** Will be tried again. */
  readonly waiting: number;
  /** Given up after the last try, or because nobody has that address any more. */
  readonly givenUp: number;
}

const minute = 60_000;
/** How long to wait after each try, as Standard Webhooks proposes; after the last one the news is given up. About three days. */
const waits = [
  5_000,
  5 * minute,
  30 * minute,
  120 * minute,
  300 * minute,
  600 * minute,
  840 * minute,
  1_200 * minute,
  1_440 * minute,
];
const timeoutMs = 15_000;

/** Who sends, and when. */
export interface WebhookSender extends QueuePlace {
  readonly webhooks: readonly Required<Webhook>[];
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly compose: ComposeNews;
}

/**
 * Tells what is due. Every news is taken by moving its next try on before it is sent: a process that dies while sending leaves it
 * for later, and two processes seldom send the same. Receivers see the same `webhook-id` each time.
 */
export async function deliverWebhooks(sender: WebhookSender): Promise<WebhookReport> {
  const now = sender.now();
  const taken = await changeQueue(sender, (queue) => {
    const due = queue.filter(({ dueAt }) => dueAt <= now);
    if (due.length === 0) return { queue, result: due };
    const tried = due.map((one) => ({
      ...one,
      tries: one.tries + 1,
      dueAt: now + (waits[one.tries] ?? 0) + timeoutMs,
    }));
    return { queue: [...queue.filter((one) => !due.includes(one)), ...tried], result: tried };
  });
  const outcomes = await Promise.all((taken ?? []).map(async (one) => ({ one, isOver: await send(sender, one) })));
  const over = outcomes.filter(({ one, isOver }) => isOver !== 'later' || one.tries > waits.length - 1);
  if (over.length > 0) {
    const ids = new Set(over.map(({ one }) => queueKey(one)));
    await changeQueue(sender, (queue) => ({ queue: queue.filter((one) => !ids.has(queueKey(one))), result: null }));
  }
  const delivered = outcomes.filter(({ isOver }) => isOver === 'told').length;
  return { delivered, waiting: outcomes.length - over.length, givenUp: over.length - delivered };
}

async function send(sender: WebhookSender, queued: QueuedNews): Promise<'told' | 'later' | 'never'> {
  const { url } = queued;
  const webhook = sender.webhooks.find((one) => one.url === url);
  if (webhook === undefined) return 'never';
  const news = await sender.compose(queued).catch(() => undefined);
  // The store does not answer now. Other news must not wait for that, nor be sent again because of it.
  if (news === undefined) return 'later';
  // It was noted before the step was written, and the step was refused or its process died: there is nothing to tell.
  if (news === null) return queued.tries > 1 ? 'never' : 'later';
  const { id: _command, type, ...data } = news;
  const id = await webhookId(queued);
  const timestamp = Math.floor(sender.now() / 1_000);
  const body = JSON.stringify({ type, timestamp: new Date(sender.now()).toISOString(), data });
  try {
    const reply = await sender.fetch(url, {
      method: 'POST',
      body,
      // An address that moves on could lead anywhere.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': await signWebhook(webhook.secret, id, timestamp, body),
      },
    });
    // What it says besides its status is not asked for, and could be without end.
    await reply.body?.cancel();
    // "Gone" is how a receiver says that it wants no more.
    return reply.ok ? 'told' : reply.status === 410 ? 'never' : 'later';
  } catch {
    // Unreachable, too slow or sent elsewhere: the next try is written already.
    return 'later';
  }
}
