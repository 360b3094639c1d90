import type { UsageEventType } from '@collateral/sdk/contract';
import type { AggregateQuery } from './aggregate-query.js';
import type { AggregateRow } from './aggregate-row.js';
import type { Collection } from './collection.js';
import type { Fact } from './fact.js';
import type { PruneOptions, PruneOutcome } from './prune.js';
import type { TextHit, TextSearch } from './text-search.js';

/**
 * The storage interface: a log of facts and a cabinet of documents. This is all a host has to build.
 *
 * Musts of every method:
 * - the tenant comes first and nothing crosses tenants;
 * - a promise resolves only when the change is durable, and whoever reads after that sees it;
 * - a failure rejects and leaves nothing half done;
 * - facts and documents come back equal to what was given, and nobody's later change of an object reaches the store;
 * - names (tenants, people, items, keys) are compared character by character: no case folding, no trimming, no normalising;
 * - several processes may call at the same time, if the store lets them open the same rows.
 *
 * The conformance kit checks each of them.
 */
export interface Store {
  /** What the store can do beyond the required methods. Absent means nothing, which costs speed and never a figure. */
  readonly capabilities?: StoreCapabilities;

  /**
   * Stores facts and tells the outcome of each, in the order given.
   *
   * - Atomic: one step; when it rejects none of the facts is stored.
   * - Idempotent: (tenant, actorId, id) is the key, also inside one call and between calls at the same time. The first fact
   *   stays; the same content again is `duplicate`, other content is `conflict`. Content is what `factContent` writes down:
   *   everything but `receivedAt` and what the handler derives.
   * - Ordered: new facts go to the end of the log in the order given, whatever their times.
   */
  append(tenant: string, facts: readonly Fact[]): Promise<readonly AppendOutcome[]>;

  /**
   * Reads facts page by page in the order they were committed. A page is never empty; no page means nothing (more) to read.
   *
   * - Cursors: reading on with the same filter from the cursor of any page gives every fact behind it exactly once, also
   *   facts that commit later with an earlier time. A cursor stays good for ever: after a prune, a reassign and a restart.
   * - Isolated: gives committed facts only. Facts appended while it reads come in this read or behind its last cursor.
   * - Stopping early is fine and frees whatever the read holds.
   */
  read(tenant: string, filter: FactFilter, cursor?: string): AsyncIterable<FactPage>;

  /**
   * Gives every fact of one actor to another id (erasure). Facts whose id the new actor already has are dropped.
   *
   * - Blanked: the moved facts lose what `withoutText` takes out, and the old ids and texts can't be read again by any method.
   * - Atomic and idempotent: running it twice changes nothing more.
   * - Facts keep their place in the log, and from then on deduplicate under the new actor.
   * - What counts of facts that were pruned goes to the new actor as well. Of two people who become one, what both said is folded as
   *   if one person had said it.
   */
  reassign(tenant: string, actorId: string, tombstoneId: string): Promise<void>;

  /**
   * Deletes facts whose `effectiveAt` is before an instant (retention), and remembers the latest such instant of each type: a fact
   * from before it that is not stored is `too-old` from then on, because its id was forgotten with its first copy.
   *
   * - Counts outlive facts: usage, ratings, actions, last use and arrivals of `aggregate` are what they were. What tells what people
   *   wrote and to whom (suggestions, supporters, low ratings, searches, `search`) ends with the facts.
   * - Atomic and idempotent. May be run with an earlier instant than before, which changes nothing.
   * - In steps, if asked: each call looks at a bounded part of the log and gives the cursor of the next. Others write in between.
   */
  prune(tenant: string, before: string, options?: PruneOptions): Promise<PruneOutcome>;

  /** Returns a document, or null when there is none. */
  get(tenant: string, collection: Collection, key: string): Promise<StoredDocument | null>;

  /**
   * Returns several documents in the order of the keys asked for, null where there is none.
   *
   * Only with the capability `getMany`: it saves round trips (a batch of events may ask for 500 items) and gives nothing that
   * `get` does not.
   */
  getMany?(
    tenant: string,
    collection: Collection,
    keys: readonly string[],
  ): Promise<readonly (StoredDocument | null)[]>;

  /**
   * Writes a document if its revision is the expected one (compare-and-set), else tells the one that stands in the way.
   *
   * - `expectedRevision` 0 means "must not exist yet"; absent means "whatever is there".
   * - Atomic: of two writers that expect the same revision exactly one wins.
   * - Revisions count up from 1, one per write, for each document.
   */
  put(
    tenant: string,
    collection: Collection,
    key: string,
    document: Document,
    options?: PutOptions,
  ): Promise<PutOutcome>;

  /**
   * Lists documents in ascending order of key, a page at a time.
   *
   * - Ordered by Unicode code point, which is the order of the UTF-8 bytes and so of every binary collation.
   * - Paging through gives each document that exists all the while exactly once, whatever is written in between.
   */
  list(tenant: string, collection: Collection, options?: ListOptions): Promise<DocumentPage>;

  /**
   * Counts facts by group, or tells what was said about suggestions, in rows of any order and of the query's own type.
   *
   * Only with the capability `aggregate`: it saves reading the log and gives no figure that the log does not. At any time the
   * answer is what `AggregateFold` gives for the facts that are in the log, for counts together with those that were pruned, so:
   * - facts and counts change in one atomic step, also by `reassign` and `prune`;
   * - the order facts came in, how often they were sent and in which batches makes no difference.
   */
  aggregate?(tenant: string, query: AggregateQuery): Promise<readonly AggregateRow[]>;

  /**
   * Finds suggestions that use words somebody typed: those that use most of the different words first, then the newest, then the
   * one with the smallest id.
   *
   * Only with the capability `search`: it saves reading every suggestion and finds what `searchSuggestions` does, which defines it.
   * Suggestions their author took back and those without a text are never found.
   */
  search?(tenant: string, query: TextSearch): Promise<readonly TextHit[]>;

  /** Resolves when the store can read and write now, else rejects. Changes nothing. */
  health(): Promise<void>;

  /** Finishes what was accepted and frees everything. Closing twice is fine; later calls of other methods reject. */
  close(): Promise<void>;
}

/** Optional abilities of a store, as data: they choose the cases of the conformance kit and what the handler calls. */
export interface StoreCapabilities {
  /** The store has {@link Store.getMany}. */
  readonly getMany?: boolean;
  /** The store has {@link Store.aggregate}. */
  readonly aggregate?: boolean;
  /** The store has {@link Store.search}. */
  readonly search?: boolean;
}

/** What became of one fact: stored, already there, refused because its id has other content, or older than the store keeps. */
export type AppendOutcome = 'new' | 'duplicate' | 'conflict' | 'too-old';

export type { Collection } from './collection.js';

/** Which facts to read; all given conditions must hold. An empty list lets nothing through. */
export interface FactFilter {
  /** Absent means every type. */
  readonly types?: readonly UsageEventType[];
  /** Items the facts are about; absent means all, and facts about no item. */
  readonly collateralIds?: readonly string[];
  /** Suggestions the facts are about: a `suggestion` that has one of these ids, any other fact that names one in `detail.suggestionId`. */
  readonly suggestionIds?: readonly string[];
  /** The one person to read; absent means everybody. */
  readonly actorId?: string;
  /** First `effectiveAt` to include. */
  readonly from?: string;
  /** First `effectiveAt` not to include. */
  readonly to?: string;
}

export type { PruneOptions, PruneOutcome } from './prune.js';

/** Some facts and the cursor behind the last of them. Cursors are text only their store understands. */
export interface FactPage {
  /** At least one, in the order they were committed. */
  readonly facts: readonly Fact[];
  /** Goes on behind the last fact when passed to `read`; stays good for ever. */
  readonly cursor: string;
}

/** A JSON object. */
export type Document = Readonly<Record<string, unknown>>;

/** A document with its key and revision; revisions count up from 1. */
export interface StoredDocument {
  /** Unique in its tenant and collection. */
  readonly key: string;
  /** 1 for the first write, then one more with each. */
  readonly revision: number;
  /** Equal to what was written; changing it changes nothing in the store. */
  readonly document: Document;
}

/** Condition of a write. */
export interface PutOptions {
  /** 0 means "must not exist yet"; absent means "whatever is there". */
  readonly expectedRevision?: number;
}

/** The new revision, or the document that stands in the way (null when it does not exist). */
export type PutOutcome =
  | {
      /** The document was written. */
      readonly ok: true;
      /** Its revision now. */
      readonly revision: number;
    }
  | {
      /** Nothing was written: the revision is not the expected one. */
      readonly ok: false;
      /** What is there; null when there is nothing. */
      readonly current: StoredDocument | null;
    };

/** Which documents to list. */
export interface ListOptions {
  /** Cursor of the page before. */
  readonly cursor?: string;
  /** Documents per page, 1 to 1000; other numbers are refused. @defaultValue 100 */
  readonly limit?: number;
}

/** Some documents; without a cursor it was the last page. */
export interface DocumentPage {
  /** In ascending order of key; empty when there is nothing (more) to list. */
  readonly documents: readonly StoredDocument[];
  /** Goes on behind the last document when passed to `list`; absent on the last page. */
  readonly nextCursor?: string;
}
