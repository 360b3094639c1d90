import type { LaterParts } from './assemble-later.js';
import { callLater } from './call-later.js';
import type { Client } from './client.js';
import type { CompleteOptions } from './complete-options.js';
import { CollateralError } from './contract/errors.js';
import { createDeliverer } from './delivery/deliverer.js';
import { createIdentity } from './delivery/identity.js';
import { createLedger } from './delivery/ledger.js';
import { keepConsent } from './keep-consent.js';
import { lazily, startWhenLoaded } from './lazily.js';
import { prepareObservation } from './observe/observations.js';
import type { ObservedBy } from './observe/observe.js';
import type { Outbox } from './outbox/outbox.js';
import type { Platform } from './platform.js';
import type { PromptParts } from './prompts/assemble-prompter.js';
import { createPrompts } from './prompts/prompts.js';
import { createWatch } from './reader/watch.js';
import type { RecordedKind } from './record/check-event.js';
import { createEventIds } from './record/event-ids.js';
import { ratingFields } from './record/rating-fields.js';
import { createSuggestionRecorder } from './record/record-suggestions.js';
import { createRecorder } from './record/recorder.js';
import type { ItemReference } from './record/record-input.js';
import type { StoreReceipt } from './record/store-receipt.js';
import { createViews, type View } from './record/views.js';
import { refuse } from './refuse.js';
import type { EmitSignal } from './signals.js';
import { notLoaded } from './transport/outcome.js';
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
  const deliverer = createDeliverer(
    options,
    platform,
    outbox,
    transport,
    identity,
    ledger,
    newId,
    () => !consent.is('denied'),
  );
  const recorder = createRecorder(platform, outbox, newId, () => identity.owner(), deliverer, options.consent);
  const views = createViews(platform, recorder, newId, options.idleMs, isSilent, (item) => prompts.used(item));
  const observedBy: ObservedBy = {
    endpoint: options.endpoint,
    view,
    track: (event) => record('usage', event),
    isSilent,
    explain: (error) => options.debug && platform.log('observe', error),
  };
  const parts: LaterParts & PromptParts = {
    endpoint: options.endpoint,
    platform,
    outbox,
    transport,
    recorder,
    identity,
    newId,
    owner: () => identity.owner(),
    mayKeep: () => consent.is('granted') && !closing,
    mayRead: () => !consent.is('denied'),
    refuseWhenClosed,
    client: () => client,
  };
  const prompts = createPrompts(parts, run);
  const watch = createWatch(transport, platform);
  let isLeft = false;
  const later = lazily(async () => (await import('./assemble-later.js')).assembleLater(parts));
  const stopListening = platform.onChange((change) => {
    views.advance();
    isLeft = change === 'left' || (isLeft && change !== 'back');
    if (change === 'back') void deliverer.deliver().then(() => consent.back());
    else if (change === 'focus') deliverer.resume();
    else {
      views.checkpoint();
      deliverer.sendClosing(isLeft);
    }
  });
  let closing: Promise<void> | undefined;
  const running = new Set<() => void>();
  const consent = keepConsent(options, platform, outbox, identity, ledger, deliverer, recorder, prompts);

  // async, so that wrong input rejects like every other failure of a promise.
  async function record(kind: RecordedKind, input: object): Promise<StoreReceipt> {
    refuseWhenClosed();
    if (options.debug) platform.log(kind, input);
    const receipt = await recorder.record(kind, input);
    prompts.note(kind, input);
    return receipt;
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

  function partFailed(error: unknown): void {
    ledger.stalled(notLoaded(error), null);
  }

  /** Runs what had to be loaded first until it is stopped, at the latest with the client. */
  function run(start: Promise<() => () => void>, failed?: (error: unknown) => void): () => void {
    const stop = startWhenLoaded(start, failed);
    running.add(stop);
    return () => {
      running.delete(stop);
      stop();
    };
  }

  async function close(): Promise<void> {
    running.forEach((stop) => stop());
    views.endAll();
    prompts.forget();
    stopListening();
    await recorder.stored();
    await deliverer.close();
    // What was held until somebody answers for it ends with the page.
    const held = recorder.setConsent('denied');
    ledger.drop([...held, ...(await outbox.close())], 'page-closed');
  }

  const client: Client = {
    ...createSuggestionRecorder(record),
    ...callLater(later),
    prompts,
    drafts: {
      read: async (name) => (await later()).drafts.read(name),
      keep: (name, text) =>
        void later().then(
          ({ drafts }) => drafts.keep(name, text),
          // Drafts whose keeper did not come live as long as their field.
          () => undefined,
        ),
    },
    rate: (input) => record('rating', ratingFields(input)),
    withdrawRating: (item) => record('rating-withdrawal', item),
    view,
    observe(root) {
      refuseWhenClosed();
      if (!platform.hasPage) return { stop: () => undefined };
      return { stop: run(prepareObservation(root, observedBy, platform), partFailed) };
    },
    async track(event) {
      const type: string = event.type;
      if (type !== 'usage' && type !== 'completion') refuse('unknown-type', 'type', 'usage or completion', type);
      return record(event.type === 'usage' && event.action === 'search' ? 'search' : type, event);
    },
    complete: (input) => record('completion', { ...input, progress: input.progress ?? 1 }),
    watchSuggestions: (places, changed) =>
      closing || !platform.hasPage ? () => undefined : run(watch().then((start) => () => start(places, changed))),
    setConsent: (next) => consent.change(next),
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
