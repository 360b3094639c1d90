import type { Client } from './client.js';
import type { CompleteOptions } from './complete-options.js';
import { CollateralError } from './contract/errors.js';
import { createDeliverer } from './delivery/deliverer.js';
import { createIdentity } from './delivery/identity.js';
import type { Outbox } from './outbox/outbox.js';
import type { Platform } from './platform.js';
import { createConfigReader } from './reader/config-reader.js';
import { createRatingSummaries } from './reader/rating-summaries.js';
import { valueOf } from './reader/value-of.js';
import { checkEvent, type RecordedKind } from './record/check-event.js';
import { createEventIds } from './record/event-ids.js';
import { findPendingRating } from './record/pending-rating.js';
import { ratingFields } from './record/rating-fields.js';
import { createRecorder } from './record/recorder.js';
import type { StoreReceipt } from './record/store-receipt.js';
import { createViews } from './record/views.js';
import type { EmitSignal } from './signals.js';
import { createKyTransport } from './transport/ky-transport.js';

/** Puts a client together from its parts. Tests give it a platform and an outbox of their own. */
export function assembleClient(options: CompleteOptions, platform: Platform, outbox: Outbox): Client {
  const explain = (message: string, detail: unknown): void => {
    if (options.debug) platform.log(message, detail);
  };
  const signals = new EventTarget();
  const emit: EmitSignal = (name, detail) => {
    explain(name, detail);
    signals.dispatchEvent(new CustomEvent(name, { detail }));
  };
  const newId = createEventIds(platform);
  const transport = createKyTransport(options, platform);
  const configReader = createConfigReader(transport, ({ actorTag }) => identity.adopt(actorTag));
  const identity = createIdentity({
    outbox,
    newId,
    actor: options.actor,
    readConfig: () => configReader.read(),
    forgetConfig: () => configReader.forget(),
  });
  const deliverer = createDeliverer({ ...options, platform, outbox, transport, identity, newId, emit, explain });
  const recorder = createRecorder({
    platform,
    outbox,
    newId,
    owner: () => identity.owner(),
    onRecorded: (row) => deliverer.remember(row),
    onStored: (rows, growth) => deliverer.stored(rows, growth),
  });
  const views = createViews(platform, recorder);
  const readRatings = createRatingSummaries(transport, platform);
  const stopListening = platform.onChange((change) => {
    views.advance();
    if (change === 'hidden') {
      views.checkpoint();
      deliverer.sendClosing();
    } else if (change === 'focus') deliverer.resume();
    else void deliverer.deliver();
  });
  let closing: Promise<void> | null = null;

  // async, so that wrong input rejects like every other failure of a promise.
  async function record(kind: RecordedKind, input: object): Promise<StoreReceipt> {
    refuseWhenClosed();
    return recorder.record(kind, input);
  }

  function refuseWhenClosed(): void {
    if (closing) throw new CollateralError('client-closed', 'The client is closed. Create another one.');
  }

  async function close(): Promise<void> {
    views.endAll();
    stopListening();
    await recorder.stored();
    await deliverer.close();
    await outbox.close();
  }

  return {
    rate: (input) => record('rating', ratingFields(input)),
    withdrawRating: (item) => record('rating-withdrawal', item),
    view(item) {
      refuseWhenClosed();
      return views.open(item);
    },
    async track(event) {
      if (event.type === 'completion') return record('completion', event);
      if (event.type !== 'usage') {
        throw new CollateralError('unknown-type', `type must be usage or completion, got ${String(Object(event).type)}.`);
      }
      return record(event.action === 'search' ? 'search' : 'usage', event);
    },
    complete: (input) => record('completion', { progress: 1, ...input }),
    ratings: readRatings,
    async pendingRating(item) {
      checkEvent('rating-withdrawal', item);
      await recorder.stored();
      return findPendingRating(await outbox.about(item.collateralId), identity.owner(), item);
    },
    config: async () => valueOf(await configReader.read()),
    async flush() {
      await recorder.stored();
      await deliverer.deliver();
    },
    status() {
      const { oldestAt, ...counts } = deliverer.tally;
      return { tier: platform.hasPage ? outbox.tier : 'none', oldestPendingAt: oldestAt, dropped: {}, ...counts };
    },
    close: () => (closing ??= close()),
    addEventListener: (name, listener, listenerOptions) =>
      signals.addEventListener(name, listener as EventListener, listenerOptions),
    removeEventListener: (name, listener) => signals.removeEventListener(name, listener as EventListener),
  };
}
