import type { Client } from './client.js';
import { CollateralError } from './contract/errors.js';
import type { Identity } from './delivery/identity.js';
import type { Outbox } from './outbox/outbox.js';
import type { Platform } from './platform.js';
import { createLazyReader, type LazyReader } from './reader/lazy-reader.js';
import { createRatingSummaries } from './reader/rating-summaries.js';
import { checkEvent } from './record/check-event.js';
import { createDrafts, type Drafts } from './record/drafts.js';
import { findPendingRating } from './record/pending-rating.js';
import { pendingTypes, readPendingWritings } from './record/pending-writings.js';
import type { Recorder } from './record/recorder.js';
import type { Transport } from './transport/transport.js';

/** What a client is asked for, as opposed to what it records. */
export interface Later extends LazyReader, Pick<Client, 'ratings' | 'pendingRating' | 'pendingWritings' | 'config'> {
  readonly drafts: Drafts;
}

/** The parts of a client that answering needs. */
export interface LaterParts {
  readonly endpoint: string;
  readonly platform: Platform;
  readonly outbox: Outbox;
  readonly transport: Transport;
  readonly recorder: Pick<Recorder, 'stored'>;
  readonly identity: Identity;
  readonly newId: () => string;
  /** Whether anything may be kept about the person. */
  mayKeep(): boolean;
  /** Whether what was kept may be looked at. */
  mayRead(): boolean;
  refuseWhenClosed(): void;
}

/** Puts together what a client is asked for. It is loaded with the first question: a page that only records never asks. */
export async function assembleLater(parts: LaterParts): Promise<Later> {
  const { endpoint, platform, outbox, transport, identity, newId } = parts;
  const readRatings = createRatingSummaries(transport, platform);

  /** Before that the rows of an earlier page are nobody's; a page that is offline goes on with what it knows. */
  async function whenOwned(): Promise<void> {
    await parts.recorder.stored();
    if (!identity.isKnown()) await identity.config();
  }

  return {
    ...createLazyReader(transport, newId, () => parts.refuseWhenClosed()),
    drafts: createDrafts(await platform.tab(), endpoint, {
      tag: () => (identity.isKnown() ? identity.owner() : undefined),
      known: () => identity.config(),
      mayKeep: () => parts.mayKeep(),
      mayRead: () => parts.mayRead(),
    }),
    async ratings(items) {
      const references = items.map((item) => (typeof item === 'string' ? { collateralId: item } : item));
      for (const reference of references) checkEvent('rating-withdrawal', reference);
      return readRatings(references);
    },
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
  };
}
