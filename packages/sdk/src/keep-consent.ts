import { checkConsent, type CompleteOptions } from './complete-options.js';
import type { Deliverer } from './delivery/deliverer.js';
import type { Identity } from './delivery/identity.js';
import type { Ledger } from './delivery/ledger.js';
import type { Outbox } from './outbox/outbox.js';
import type { Platform } from './platform.js';
import type { PromptNotes } from './prompts/prompts.js';
import type { Consent } from './record/consent.js';
import { draftsNote } from './record/drafts-note.js';
import type { Recorder } from './record/recorder.js';

/** What the person allowed by now. */
interface ConsentKeeper {
  isGranted(): boolean;
  isDenied(): boolean;
  /** The person decided. Resolves when what a no removes is removed, as far as it is known whose it is. */
  change(next: Consent): Promise<void>;
  /** The page or the network is back. */
  back(): Promise<void>;
}

/** What a no reaches. */
interface Reach {
  readonly platform: Platform;
  readonly outbox: Outbox;
  readonly identity: Identity;
  readonly ledger: Ledger;
  readonly deliverer: Deliverer;
  readonly recorder: Recorder;
  readonly prompts: PromptNotes;
}

/**
 * Keeps what the person allowed, and does what a no asks for.
 *
 * Must, after a no:
 * 1. end what is being sent and take drafts out of the tab in that very task, without waiting for a file;
 * 2. remove what earlier pages left as soon as anybody learns whose it is, before they are told: nothing of it is sent or shown;
 * 3. leave alone what belongs to whoever is signed in next: it waits until they are asked.
 */
export function keepConsent(
  { consent: first, endpoint }: Pick<CompleteOptions, 'consent' | 'endpoint'>,
  { platform, outbox, identity, ledger, deliverer, recorder, prompts }: Reach,
): ConsentKeeper {
  let consent = first;
  const isDenied = (): boolean => consent === 'denied';
  const forgetDrafts = (): void => platform.forgetText(draftsNote(endpoint, identity.owner()));

  async function drop(): Promise<void> {
    if (!isDenied()) return;
    forgetDrafts();
    await outbox.purge(identity.owner(), (rows) => ledger.drop(rows, 'consent-denied'));
  }

  async function learn(): Promise<void> {
    if (isDenied() && platform.hasPage) await identity.config();
  }

  async function purge(): Promise<void> {
    deliverer.abandon();
    prompts.forget();
    forgetDrafts();
    if (!identity.isKnown()) identity.first(drop);
    await recorder.stored();
    await drop();
    void learn();
  }

  if (isDenied()) void purge();
  return {
    isGranted: () => consent === 'granted',
    isDenied,
    back: learn,
    async change(next) {
      checkConsent(next);
      ledger.drop(recorder.setConsent(next), 'consent-denied');
      const wasDenied = isDenied();
      consent = next;
      if (isDenied()) await purge();
      // Rows of somebody who came later waited for this.
      else if (wasDenied) void deliverer.deliver();
    },
  };
}
