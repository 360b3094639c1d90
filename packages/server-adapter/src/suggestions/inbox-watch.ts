import { aggregate } from '../insights/aggregate.js';
import { calendarDay } from '../insights/calendar-day.js';
import { readCatalogue } from '../insights/source.js';
import { readInbox } from './inbox.js';
import { readLowStandings } from './low-standings.js';
import type { Viewer } from './viewer.js';

/** Somebody who wants to know when what waits for them changes. */
export interface InboxWatcher {
  /** Who reads their inbox, at an instant in milliseconds since 1970. */
  readonly viewerAt: (now: number) => Viewer;
  /** Called when it changed. */
  readonly inboxChanged: () => void;
}

/** At most this share of the time is spent on low ratings of all items, which take longest. */
const shareForLow = 0.02;
/** How often watchers are told to look for themselves where nobody may tell them more: under an anonymous policy. */
const askAgainMs = 30_000;

interface Stamp {
  readonly text: string;
  readonly low: string;
  /** When low ratings are looked at again. */
  readonly lowAt: number;
}

/**
 * Notices when inboxes change: with one question to the store for everybody while nothing does, and one for each watcher when
 * something did. So nobody is told of what is not theirs.
 */
export class InboxWatch {
  #stamp: Stamp | null = null;
  readonly #own = new Map<InboxWatcher, string>();
  #askedAt = 0;

  /** Looks once; watchers that were not there before learn of what comes next. All are of one tenant. */
  async look(watchers: readonly InboxWatcher[], now: number): Promise<void> {
    for (const known of this.#own.keys()) if (!watchers.includes(known)) this.#own.delete(known);
    const [first] = watchers;
    if (first === undefined) return;
    const viewer = first.viewerAt(now);
    if (viewer.source.policy.commentIdentity === 'anonymous') {
      this.#callAll(watchers, now);
      return;
    }
    const before = this.#stamp;
    this.#stamp = await stampOf(viewer, before);
    const isSame = before?.text === this.#stamp.text && before.low === this.#stamp.low;
    for (const watcher of watchers) {
      const known = this.#own.get(watcher);
      if (known !== undefined && isSame) continue;
      const own = await ownStamp(watcher.viewerAt(now));
      this.#own.set(watcher, own);
      if (known !== undefined && known !== own) watcher.inboxChanged();
    }
  }

  // When posts are released is what must not be told by the moment, and to know it takes reading everything.
  #callAll(watchers: readonly InboxWatcher[], now: number): void {
    if (now - this.#askedAt < askAgainMs) return;
    this.#askedAt = now;
    for (const { inboxChanged } of watchers) inboxChanged();
  }
}

/** Writes down how much there is of everything, as briefly as it takes to notice that something changed. */
async function stampOf(viewer: Viewer, before: Stamp | null): Promise<Stamp> {
  const { source, figures } = viewer;
  const items = [...(await readCatalogue(figures)).keys()];
  const [row] = await aggregate(source.store, source.tenant, {
    type: 'inbox-page',
    collateralIds: [null, ...items],
    part: 'closed',
    today: calendarDay(source.policy.timeZone)(source.now),
    limit: 1,
  });
  const text = JSON.stringify({ ...row, suggestions: [] });
  if (before !== null && source.now < before.lowAt) return { ...before, text };
  const began = figures.cache.now;
  const low = JSON.stringify(await readLowStandings(viewer, items));
  return { text, low, lowAt: source.now + (figures.cache.now - began) / shareForLow };
}

async function ownStamp(viewer: Viewer): Promise<string> {
  const { waiting, promised, overdue, overdueDays, waitingSince } = await readInbox(viewer, { limit: 1 });
  return JSON.stringify([waiting, promised, overdue, overdueDays, waitingSince]);
}
