import type { Fact } from '../../store/fact.js';
import type { AppendOutcome, Collection, Document, FactFilter, PutOutcome, StoredDocument } from '../../store/store.js';
import { showValue } from '../show-value.js';

/** Facts of a read, and the place behind the last of them. */
export interface ModelPage {
  readonly facts: readonly Fact[];
  readonly place: number;
}

interface Entry {
  readonly tenant: string;
  readonly place: number;
  fact: Fact;
}

/**
 * The storage interface in its most naive form: lists that are searched from end to end. It says what a store should have done.
 *
 * Not the memory store: the kit shares no code with what it judges, so the memory store is judged as well.
 */
export class ModelStore {
  #entries: Entry[] = [];
  #lastPlace = 0;
  readonly #prunes: { readonly tenant: string; readonly before: string; readonly types: FactFilter['types'] }[] = [];
  readonly #documents: { readonly tenant: string; readonly collection: Collection; stored: StoredDocument }[] = [];

  append(tenant: string, facts: readonly Fact[]): readonly AppendOutcome[] {
    return facts.map((fact) => {
      const first = this.#find(tenant, fact.actorId, fact.id);
      if (first !== undefined) return contentOf(first.fact) === contentOf(fact) ? 'duplicate' : 'conflict';
      if (this.#prunes.some((prune) => prune.tenant === tenant && isPruned(fact, prune))) return 'too-old';
      this.#entries.push({ tenant, place: ++this.#lastPlace, fact });
      return 'new';
    });
  }

  read(tenant: string, filter: FactFilter, behind: number): ModelPage {
    const found = this.#entries.filter(
      (entry) => entry.tenant === tenant && entry.place > behind && matches(entry.fact, filter),
    );
    return { facts: found.map(({ fact }) => fact), place: found.at(-1)?.place ?? behind };
  }

  reassign(tenant: string, actorId: string, tombstoneId: string): void {
    if (actorId === tombstoneId) return;
    this.#entries = this.#entries.filter((entry) => {
      if (entry.tenant !== tenant || entry.fact.actorId !== actorId) return true;
      if (this.#find(tenant, tombstoneId, entry.fact.id) !== undefined) return false;
      const { comment, body: _body, query: _query, ...detail } = entry.fact.detail;
      const hadComment = entry.fact.type === 'rating' && comment !== undefined && comment !== '';
      entry.fact = {
        ...entry.fact,
        actorId: tombstoneId,
        detail: { ...detail, ...(hadComment && { commented: true }) },
      };
      return true;
    });
  }

  prune(tenant: string, before: string, types: FactFilter['types']): { readonly removed: number } {
    this.#prunes.push({ tenant, before, types });
    const count = this.#entries.length;
    this.#entries = this.#entries.filter(
      (entry) => entry.tenant !== tenant || !isPruned(entry.fact, { before, types }),
    );
    return { removed: count - this.#entries.length };
  }

  /** Whether facts were deleted that count on: then the log does not tell what is counted. */
  isPruned(tenant: string): boolean {
    return this.#prunes.some((prune) => prune.tenant === tenant);
  }

  get(tenant: string, collection: Collection, key: string): StoredDocument | null {
    return this.#drawer(tenant, collection).find((document) => document.key === key) ?? null;
  }

  put(
    tenant: string,
    collection: Collection,
    key: string,
    document: Document,
    expectedRevision: number | undefined,
  ): PutOutcome {
    const current = this.get(tenant, collection, key);
    const revision = current?.revision ?? 0;
    if (expectedRevision !== undefined && expectedRevision !== revision) return { ok: false, current };
    const stored = { key, revision: revision + 1, document };
    const entry = this.#documents.find((one) => one.stored === current);
    if (entry === undefined) this.#documents.push({ tenant, collection, stored });
    else entry.stored = stored;
    return { ok: true, revision: revision + 1 };
  }

  /** All documents of a drawer; the keys of the check are plain letters, so any order by text is the right one. */
  list(tenant: string, collection: Collection): readonly StoredDocument[] {
    return [...this.#drawer(tenant, collection)].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #find(tenant: string, actorId: string, id: string): Entry | undefined {
    return this.#entries.find(
      (entry) => entry.tenant === tenant && entry.fact.actorId === actorId && entry.fact.id === id,
    );
  }

  #drawer(tenant: string, collection: Collection): readonly StoredDocument[] {
    return this.#documents
      .filter((one) => one.tenant === tenant && one.collection === collection)
      .map(({ stored }) => stored);
  }
}

function isPruned(fact: Fact, prune: { readonly before: string; readonly types: FactFilter['types'] }): boolean {
  return fact.effectiveAt < prune.before && prune.types?.includes(fact.type) !== false;
}

function contentOf({ type, collateralId, occurredAt, context, detail }: Fact): string {
  return showValue([type, collateralId, occurredAt, context, detail]);
}

function matches(fact: Fact, { types, collateralIds, suggestionIds, actorId, from, to }: FactFilter): boolean {
  if (types?.includes(fact.type) === false) return false;
  if (collateralIds !== undefined && (fact.collateralId === null || !collateralIds.includes(fact.collateralId)))
    return false;
  const about = fact.type === 'suggestion' ? fact.id : fact.detail['suggestionId'];
  if (suggestionIds !== undefined && !suggestionIds.some((id) => id === about)) return false;
  if (actorId !== undefined && fact.actorId !== actorId) return false;
  return (from === undefined || fact.effectiveAt >= from) && (to === undefined || fact.effectiveAt < to);
}
