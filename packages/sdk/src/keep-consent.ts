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
  is(consent: Consent): boolean;
  /** The person decided. Resolves when what a no removes is removed, as far as it is known whose it is. */
  change(next: Consent): Promise<void>;
  /** The page or the network is back. */
  back(): Promise<void>;
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
  { consent, endpoint }: Pick<CompleteOptions, 'consent' | 'endpoint'>,
  platform: Platform,
  outbox: Outbox,
  identity: Identity,
  ledger: Ledger,
  deliverer: Deliverer,
  recorder: Recorder,
  prompts: PromptNotes,
): ConsentKeeper {
  const is = (what: Consent): boolean => consent === what;

  async function drop(): Promise<void> {
    if (!is('denied')) return;
    const owner = identity.owner();
    platform.forgetText(draftsNote(endpoint, owner));
    await outbox.purge(owner, (rows) => ledger.drop(rows, 'consent-denied'));
  }

  async function back(): Promise<void> {
    if (is('denied') && platform.hasPage) await identity.config();
  }

  async function purge(): Promise<void> {
    deliverer.abandon();
    prompts.forget();
    if (!identity.isKnown()) identity.first(drop);
    // What is being written now goes with the second.
    void drop();
    await recorder.stored();
    await drop();
    void back();
  }

  if (is('denied')) void purge();
  return {
    is,
    back,
    async change(next) {
      checkConsent(next);
      ledger.drop(recorder.setConsent(next), 'consent-denied');
      consent = next;
      if (is('denied')) await purge();
      // Rows of somebody who came after a no waited for this.
      else void deliverer.deliver();
    },
  };
}
