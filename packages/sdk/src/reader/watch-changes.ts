import type { Platform } from '../platform.js';
import type { Transport } from '../transport/transport.js';
import type { Watch, WatchedPlaces } from './watched-places.js';

/** How often watchers are called while there is no stream: an old server, or a proxy that keeps streams back. */
const askAgainMs = 30_000;
/** The server says something every 20 seconds. */
const silenceMs = 60_000;
const mostPlaces = 50;
const shortestWaitMs = 1_000;
const longestWaitMs = 60_000;

/** Stands for an inbox among places: no id of an item is written so. */
const inboxKey = 'inbox';

interface Watcher {
  readonly places: ReadonlySet<string>;
  readonly changed: () => void;
}

/**
 * Watches what others suggest, with one stream for everything a page shows, and none while nobody can see the page.
 *
 * Musts:
 * 1. whoever watches is called when the stream opens, because something may have happened before, and whenever something changed;
 * 2. without a stream they are called from time to time, so that they never need a timer of their own;
 * 3. a hidden page holds no connection: it may be frozen, or kept for the back button.
 */
export function watchChanges(transport: Transport, platform: Platform): Watch {
  const watchers = new Set<Watcher>();
  let stream: AbortController | null = null;
  let stopTimer: () => void = () => undefined;
  let failures = 0;
  let isVisible = false;
  let stopListening = (): void => undefined;

  const listenToPage = (): (() => void) => {
    isVisible = platform.isVisible();
    return platform.onChange((change) => {
      if (change === 'focus') return;
      isVisible = change === 'back';
      restart(0);
    });
  };

  function restart(delayMs: number): void {
    stream?.abort();
    stream = null;
    stopTimer();
    if (isVisible && watchers.size > 0) stopTimer = platform.startTimer(delayMs, () => void run());
  }

  async function run(): Promise<void> {
    const abort = new AbortController();
    stream = abort;
    const hasOpened = await listen(abort).catch(() => false);
    if (stream !== abort) return;
    failures = hasOpened ? 0 : failures + 1;
    if (!hasOpened) for (const { changed } of watchers) changed();
    const waitMs = Math.min(longestWaitMs, shortestWaitMs * 2 ** failures);
    // Spread, so that a server that comes back is not asked by all pages at once.
    restart(hasOpened ? waitMs * platform.random() : Math.max(askAgainMs, waitMs) * (0.5 + platform.random() / 2));
  }

  /** Reads one stream to its end; tells whether there was one. */
  async function listen(abort: AbortController): Promise<boolean> {
    const all = new Set([...watchers].flatMap((watcher) => [...watcher.places]));
    const places = [...all].sort((one, other) => Number(other === inboxKey) - Number(one === inboxKey));
    const beyond = new Set(places.slice(mostPlaces));
    const reply = await transport.open(pathOf(places.slice(0, mostPlaces)), abort.signal);
    if (!reply.ok || !reply.body) {
      await reply.body?.cancel();
      return false;
    }
    const reader = reply.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    let hasOpened = false;
    for (;;) {
      const stopWaiting = platform.startTimer(silenceMs, () => abort.abort());
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      stopWaiting();
      if (done) return hasOpened;
      const events = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = events.pop() ?? '';
      // The server watches so many places for one page; those beyond are looked at whenever it says anything at all.
      for (const each of watchers) if ([...each.places].some((place) => beyond.has(place))) each.changed();
      for (const event of events) {
        // Not `.`: names of items may hold other line ends than those of the stream.
        const [, name, data] = /^event: (\w+)\ndata: ([^\n]*)/m.exec(event) ?? [];
        if (name === 'open') for (const { changed } of watchers) changed();
        hasOpened ||= name === 'open';
        if (name === 'change') tell(data ?? '');
      }
    }
  }

  function tell(data: string): void {
    const change = JSON.parse(data) as { readonly collateralId: string | null } | { readonly inbox: true };
    const key = 'inbox' in change ? inboxKey : JSON.stringify(change.collateralId);
    for (const { places, changed } of watchers) if (places.has(key)) changed();
  }

  return (places, changed) => {
    const watcher = { places: keysOf(places), changed };
    if (watchers.size === 0) stopListening = listenToPage();
    watchers.add(watcher);
    // After this task: a page that shows ten things opens one stream.
    restart(0);
    return () => {
      if (!watchers.delete(watcher)) return;
      if (watchers.size === 0) stopListening();
      restart(0);
    };
  };
}

function keysOf({ collateralIds = [], requests = false, inbox = false }: WatchedPlaces): ReadonlySet<string> {
  const places = [...collateralIds, ...(requests ? [null] : [])].map((place) => JSON.stringify(place));
  return new Set([...(inbox ? [inboxKey] : []), ...places]);
}

function pathOf(places: readonly string[]): string {
  const search = places.map((key) =>
    key === inboxKey
      ? 'inbox=true'
      : key === 'null'
        ? 'requests=true'
        : `collateralId=${encodeURIComponent(JSON.parse(key) as string)}`,
  );
  return `/v1/changes?${search.join('&')}`;
}
