import { erasureCount } from '../privacy/erasures.js';
import { RetryLater } from '../request/retry-later.js';
import { getOrMake } from '../store/get-or-make.js';
import { readConversations, type ConversationSource } from './conversation.js';
import { stampOf } from './conversation-stamp.js';
import { InboxWatch, type InboxWatcher } from './inbox-watch.js';

/** Somebody who wants to know when what is suggested changes. */
export interface Watcher {
  readonly source: Omit<ConversationSource, 'now'>;
  /** Whose it is. */
  readonly actorId: string;
  /** Items; null stands for requests. */
  readonly places: readonly (string | null)[];
  /** Wants to know of their inbox as well; absent for those who only look at places. */
  readonly inbox?: InboxWatcher;
  /** Called once when the store has been looked at: whatever changes from now on is told. */
  readonly opened: () => void;
  /** Called with each place that changed. */
  readonly changed: (place: string | null) => void;
  /** Called once when the watch ends before the watcher does. */
  readonly ended: () => void;
}

/** How often the store is asked while somebody watches, in milliseconds. Other processes' changes appear that much later at most. */
const intervalMs = 2_000;
/** How long what this process did waits for company before the store is asked. */
const nudgeMs = 100;
const mostWatchers = 2_000;
const mostOfOnePerson = 20;

/**
 * Watches conversations for everybody who has a page open: one question to the store for all of them, and none while nobody does.
 */
export class ChangesWatch {
  readonly #now: () => number;
  readonly #watchers = new Set<Watcher>();
  readonly #opening = new Set<Watcher>();
  readonly #stamps = new Map<string, string>();
  readonly #inboxes = new Map<string, InboxWatch>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isAsking = false;
  #isNudged = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Begins to watch. What is there already is no change.
   *
   * @returns what ends it; ending twice is fine.
   * @throws RetryLater `rate-limited`, `overloaded`
   */
  watch(watcher: Watcher): () => void {
    const own = [...this.#watchers].filter(
      ({ actorId, source }) => actorId === watcher.actorId && source.tenant === watcher.source.tenant,
    );
    if (own.length >= mostOfOnePerson)
      throw new RetryLater('rate-limited', `You have ${mostOfOnePerson} streams open already. Close one.`, 60);
    if (this.#watchers.size >= mostWatchers)
      throw new RetryLater('overloaded', 'Too many streams are open here. Ask again from time to time instead.', 60);
    this.#watchers.add(watcher);
    this.#opening.add(watcher);
    this.#isNudged = true;
    this.#plan(nudgeMs);
    return () => {
      this.#watchers.delete(watcher);
      this.#opening.delete(watcher);
      if (this.#watchers.size === 0) this.#rest();
    };
  }

  /** Says that this process has changed something, so that watchers need not wait for the next round. */
  nudge(): void {
    if (this.#watchers.size === 0 || this.#isNudged) return;
    this.#isNudged = true;
    this.#plan(nudgeMs);
  }

  /** Ends every watch. */
  close(): void {
    for (const watcher of [...this.#watchers]) watcher.ended();
    this.#watchers.clear();
    this.#rest();
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#stamps.clear();
    this.#inboxes.clear();
  }

  #plan(delayMs: number): void {
    if (this.#isAsking) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), delayMs);
  }

  async #ask(): Promise<void> {
    this.#timer = null;
    this.#isAsking = true;
    this.#isNudged = false;
    try {
      const seen = new Set<string>();
      for (const watchers of this.#byTenant()) for (const key of await this.#compare(watchers)) seen.add(key);
      // What nobody watches any more is forgotten: whoever comes back begins anew, and made-up ids don't fill the memory.
      for (const key of this.#stamps.keys()) if (!seen.has(key)) this.#stamps.delete(key);
    } catch {
      // The store does not answer: whoever asks it directly is told so, and the next round may find it well again.
    }
    this.#isAsking = false;
    this.#planNext();
  }

  #planNext(): void {
    if (this.#watchers.size > 0) this.#plan(this.#isNudged ? nudgeMs : intervalMs);
  }

  /** @returns the keys of the places that were looked at. */
  async #compare(watchers: readonly [Watcher, ...Watcher[]]): Promise<readonly string[]> {
    const [{ source }] = watchers;
    const places = [...new Set(watchers.flatMap((watcher) => watcher.places))];
    const [conversations, erasures] = await Promise.all([
      readConversations({ ...source, now: this.#now() }, places),
      // Words of an erased person leave open pages as well, and nothing else tells that they are gone.
      erasureCount(source),
    ]);
    // Somebody may have left while the store was asked, and a closed stream takes nothing any more.
    const present = watchers.filter((watcher) => this.#watchers.has(watcher));
    const keys = conversations.map((conversation) => {
      const { collateralId } = conversation;
      const key = JSON.stringify([source.tenant, collateralId]);
      const stamp = `${erasures} ${stampOf(conversation)}`;
      const before = this.#stamps.get(key);
      this.#stamps.set(key, stamp);
      if (before !== undefined && before !== stamp)
        for (const watcher of present) if (watcher.places.includes(collateralId)) watcher.changed(collateralId);
      return key;
    });
    const inboxes = getOrMake(this.#inboxes, source.tenant, () => new InboxWatch());
    await inboxes.look(
      present.flatMap(({ inbox }) => inbox ?? []),
      this.#now(),
    );
    for (const watcher of present) if (this.#watchers.has(watcher) && this.#opening.delete(watcher)) watcher.opened();
    return keys;
  }

  #byTenant(): readonly [Watcher, ...Watcher[]][] {
    const tenants = new Map<string, [Watcher, ...Watcher[]]>();
    for (const watcher of this.#watchers) {
      const { tenant } = watcher.source;
      const known = tenants.get(tenant);
      if (known === undefined) tenants.set(tenant, [watcher]);
      else known.push(watcher);
    }
    return [...tenants.values()];
  }
}
