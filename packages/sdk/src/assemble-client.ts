import type { Client } from './client.js';
import { checkConsent, type CompleteOptions } from './complete-options.js';
import { CollateralError } from './contract/errors.js';
import { createDeliverer } from './delivery/deliverer.js';
import { createIdentity } from './delivery/identity.js';
import { createLedger } from './delivery/ledger.js';
import { createObservations } from './observe/observations.js';
import type { Outbox } from './outbox/outbox.js';
import type { Platform } from './platform.js';
import { createPrompts } from './prompts/prompts.js';
import { createLazyReader } from './reader/lazy-reader.js';
import { createRatingSummaries } from './reader/rating-summaries.js';
import { createWatch } from './reader/watch.js';
import { checkEvent, type RecordedKind } from './record/check-event.js';
import { createDrafts } from './record/drafts.js';
import { createEventIds } from './record/event-ids.js';
import { findPendingRating } from './record/pending-rating.js';
import { pendingTypes, readPendingWritings } from './record/pending-writings.js';
import { ratingFields } from './record/rating-fields.js';
import { createSuggestionRecorder } from './record/record-suggestions.js';
import { createRecorder } from './record/recorder.js';
import type { ItemReference } from './record/record-input.js';
import type { StoreReceipt } from './record/store-receipt.js';
import { createViews, type View } from './record/views.js';
import { refuse } from './refuse.js';
import type { EmitSignal } from './signals.js';
import type { Transport } from './transport/transport.js';

/** Puts a client together from its parts. Tests give it a platform, an outbox and a transport of their own. */
export function assembleClient(
  options: CompleteOptions,
  platform: Platform,
  outbox: Outbox,
  transport: Transport,
): Client {
  const signals = new EventTarget();
  const emit: EmitSignal = (name, detail) => {
    if (options.debug) platform.log(name, detail);
    signals.dispatchEvent(new CustomEvent(name, { detail }));
  };
  const newId = createEventIds(platform);
  const identity = createIdentity(outbox, transport, newId, options.actor);
  const ledger = createLedger(platform, outbox, identity, emit, options.maxQueue.days * 86_400_000);
  const deliverer = createDeliverer(options, platform, outbox, transport, identity, ledger, newId);
  const recorder = createRecorder(platform, outbox, newId, () => identity.owner(), deliverer, options.consent);
  const views = createViews(platform, recorder, newId, options.idleMs, isSilent, (item) => prompts.used(item));
  const observations = createObservations(
    {
      endpoint: options.endpoint,
      view,
      track: (event) => record('usage', event),
      isSilent,
      explain: (error) => options.debug && platform.log('observe', error),
    },
    platform,
    (message) => ledger.stalled({ code: 'network-failed', message, notBeforeMs: 0 }, null),
  );
  const readRatings = createRatingSummaries(transport, platform);
  const prompts = createPrompts({
    platform,
    outbox,
    transport,
    recorder,
    newId,
    owner: () => identity.owner(),
    mayObserve: () => consent === 'granted' && !closing,
    client: () => client,
  });
  const drafts = createDrafts(platform, options.endpoint, {
    tag: () => (identity.isKnown() ? identity.owner() : undefined),
    known: () => identity.config(),
    mayKeep: () => consent === 'granted' && !closing,
  });
  const watch = createWatch(transport, platform);
  let isLeft = false;
  const stopListening = platform.onChange((change) => {
    views.advance();
    isLeft = change === 'left' || (isLeft && change !== 'back');
    if (change === 'back') void deliverer.deliver();
    else if (change === 'focus') deliverer.resume();
    else {
      views.checkpoint();
      deliverer.sendClosing(isLeft);
    }
  });
  let closing: Promise<void> | undefined;
  let consent = options.consent;
  if (consent === 'denied') void purge();

  // async, so that wrong input rejects like every other failure of a promise.
  async function record(kind: RecordedKind, input: object): Promise<StoreReceipt> {
    refuseWhenClosed();
    if (options.debug) platform.log(kind, input);
    const receipt = await recorder.record(kind, input);
    prompts.note(kind, input);
    return receipt;
  }

  async function purge(): Promise<void> {
    deliverer.abandon();
    await recorder.stored();
    prompts.forget();
    drafts.forget();
    const drop = (): Promise<void> => outbox.purge(identity.owner(), (rows) => ledger.drop(rows, 'consent-denied'));
    await drop();
    if (identity.isKnown() || !platform.hasPage) return;
    // What earlier pages left is under a tag this one has yet to hear.
    void identity.config().then(() => (consent === 'denied' ? drop() : undefined));
  }

  /** Before that the rows of an earlier page are nobody's; a page that is offline goes on with what it knows. */
  async function whenOwned(): Promise<void> {
    await recorder.stored();
    if (!identity.isKnown()) await identity.config();
  }

  function refuseWhenClosed(): void {
    if (closing) throw new CollateralError('client-closed', 'This client is closed. Create another one.');
  }

  function isSilent(): boolean {
    return options.respectGlobalPrivacyControl && platform.wantsPrivacy();
  }

  function view(item: ItemReference): View {
    refuseWhenClosed();
    return views.open(item);
  }

  async function close(): Promise<void> {
    observations.stopAll();
    views.endAll();
    prompts.forget();
    watch.stop();
    stopListening();
    await recorder.stored();
    await deliverer.close();
    // What was held until somebody answers for it ends with the page.
    const held = recorder.setConsent('denied');
    ledger.drop([...held, ...(await outbox.close())], 'page-closed');
  }

  const client: Client = {
    ...createSuggestionRecorder(record),
    ...createLazyReader(transport, newId, refuseWhenClosed),
    prompts,
    drafts,
    rate: (input) => record('rating', ratingFields(input)),
    withdrawRating: (item) => record('rating-withdrawal', item),
    view,
    observe(root) {
      refuseWhenClosed();
      return platform.hasPage ? observations.start(root) : { stop: () => undefined };
    },
    async track(event) {
      const type: string = event.type;
      if (type !== 'usage' && type !== 'completion') refuse('unknown-type', 'type', 'usage or completion', type);
      return record(event.type === 'usage' && event.action === 'search' ? 'search' : type, event);
    },
    complete: (input) => record('completion', { ...input, progress: input.progress ?? 1 }),
    async ratings(items) {
      const references = items.map((item) => (typeof item === 'string' ? { collateralId: item } : item));
      for (const reference of references) checkEvent('rating-withdrawal', reference);
      return readRatings(references);
    },
    watchSuggestions: watch,
    async pendingRating(item) {
      checkEvent('rating-withdrawal', item);
      await whenOwned();
      return findPendingRating(await outbox.about(item.collateralId), identity.owner(), item);
    },
    async pendingWritings() {
      await whenOwned();
      return readPendingWritings(await outbox.ofTypes(pendingTypes), identity.owner());
    },
    async config() {
      const { value, failure } = await identity.config();
      if (failure) throw new CollateralError(failure.code, failure.message);
      return value;
    },
    async setConsent(next) {
      checkConsent(next);
      ledger.drop(recorder.setConsent(next), 'consent-denied');
      consent = next;
      if (consent === 'denied') await purge();
    },
    async setActor(actor) {
      if (actor !== undefined && typeof actor !== 'string') refuse('invalid-option', 'actor', 'a string', actor);
      recorder.own();
      identity.become(actor);
      prompts.forget();
      deliverer.abandon();
      emit('actor-changed', {});
      await client.flush();
    },
    async flush() {
      await recorder.stored();
      await deliverer.deliver();
    },
    status: () => ({ tier: platform.hasPage ? outbox.tier : 'none', ...ledger.status() }),
    close: () => (closing ??= close()),
    // The detail of each event is the one its name stands for: `emit` makes them.
    addEventListener: (name, listener, settings) => signals.addEventListener(name, listener as EventListener, settings),
    removeEventListener: (name, listener) => signals.removeEventListener(name, listener as EventListener),
  };
  return client;
}
