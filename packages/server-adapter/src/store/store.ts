import type { UsageEventType } from '@collateral/sdk/contract';
import type { Fact } from './fact.js';

/**
 * The storage interface: a log of facts and a cabinet of documents. This is all a host has to build.
 *
 * Musts of every method:
 * - the tenant comes first and nothing crosses tenants;
 * - a promise resolves only when the change is durable;
 * - a failure rejects and leaves nothing half done;
 * - facts and documents come back equal to what was given, byte for byte.
 *
 * The conformance kit checks each of them.
 */
export interface Store {
  /**
   * Stores facts in one atomic step and tells the outcome of each, in the order given.
   *
   * Must deduplicate by (tenant, actorId, id), also inside one call: the first fact stays, the same content again is
   * `duplicate`, other content is `conflict`. Content is everything but `receivedAt` and what the handler derives from it.
   */
  append(tenant: string, facts: readonly Fact[]): Promise<readonly AppendOutcome[]>;

  /**
   * Reads facts page by page in the order they were committed.
   *
   * A cursor must never skip a fact that commits later: reading on from the last cursor gives every fact exactly once.
   */
  read(tenant: string, filter: FactFilter, cursor?: string): AsyncIterable<FactPage>;

  /** Gives every fact of one actor to another id (erasure). Facts whose id the new actor already has are dropped. Running it twice changes nothing more. */
  reassign(tenant: string, actorId: string, tombstoneId: string): Promise<void>;

  /** Deletes facts whose `effectiveAt` is before an instant. Running it twice changes nothing more. */
  prune(tenant: string, before: string): Promise<void>;

  /** Returns a document, or null when there is none. */
  get(tenant: string, collection: Collection, key: string): Promise<StoredDocument | null>;

  /**
   * Writes a document if its revision is the expected one (compare-and-set).
   *
   * `expectedRevision` 0 means "must not exist yet"; absent means "whatever is there". Must be atomic: of two writers
   * that expect the same revision exactly one wins.
   */
  put(
    tenant: string,
    collection: Collection,
    key: string,
    document: Document,
    options?: PutOptions,
  ): Promise<PutOutcome>;

  /** Lists documents in ascending order of key (code units), a page at a time. */
  list(tenant: string, collection: Collection, options?: ListOptions): Promise<DocumentPage>;

  /** Rejects when the store can't read and write now. */
  health(): Promise<void>;

  /** Finishes what was accepted and frees everything. Later calls of other methods reject. */
  close(): Promise<void>;
}

/** What became of one fact: stored, already there, refused because its id has other content, or older than the store keeps. */
export type AppendOutcome = 'new' | 'duplicate' | 'conflict' | 'too-old';

/** Which facts to read; all given conditions must hold. */
export interface FactFilter {
  readonly types?: readonly UsageEventType[];
  readonly collateralIds?: readonly string[];
  readonly actorId?: string;
  /** First `effectiveAt` to include. */
  readonly from?: string;
  /** First `effectiveAt` not to include. */
  readonly to?: string;
}

/** Some facts and the cursor behind the last of them. */
export interface FactPage {
  readonly facts: readonly Fact[];
  readonly cursor: string;
}

/** The drawers of the cabinet. */
export type Collection = 'items' | 'groups' | 'targets' | 'suggestions' | 'audit' | 'notices' | 'webhooks';

/** A JSON object. */
export type Document = Readonly<Record<string, unknown>>;

/** A document with its key and revision; revisions count up from 1. */
export interface StoredDocument {
  readonly key: string;
  readonly revision: number;
  readonly document: Document;
}

/** Condition of a write. */
export interface PutOptions {
  readonly expectedRevision?: number;
}

/** The new revision, or the document that stands in the way (null when it does not exist). */
export type PutOutcome =
  { readonly ok: true; readonly revision: number } | { readonly ok: false; readonly current: StoredDocument | null };

/** Which documents to list. */
export interface ListOptions {
  /** Cursor of the page before. */
  readonly cursor?: string;
  /** Documents per page, 1 to 1000. @defaultValue 100 */
  readonly limit?: number;
}

/** Some documents; without a cursor it was the last page. */
export interface DocumentPage {
  readonly documents: readonly StoredDocument[];
  readonly nextCursor?: string;
}
