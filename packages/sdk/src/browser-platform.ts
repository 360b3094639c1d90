import type { Platform } from './platform.js';

// Capture sees what a widget stops from bubbling, passive never delays scrolling.
const inputEvents = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll'];

/** Creates the platform of this page. Every global is read at the call, because importing must work where there is none. */
export function createBrowserPlatform(): Platform {
  const hasPage = typeof document !== 'undefined';
  return {
    hasPage,
    now: () => Date.now(),
    monotonicNow: () => performance.now(),
    random: () => Math.random(),
    // Not randomUUID: it is missing on plain http, where many intranets live.
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    startTimer(delayMs, callback) {
      // Longer delays than 2^31 - 1 ms fire at once, a Retry-After of a month must not.
      const timer = setTimeout(callback, Math.min(delayMs, 2_147_483_647));
      return () => clearTimeout(timer);
    },
    isAttended: () => hasPage && document.visibilityState === 'visible' && document.hasFocus(),
    context() {
      if (!hasPage) return undefined;
      // Query and fragment may hold names, searches and tokens; other schemes have no path worth keeping.
      const { origin, pathname } = location;
      const locale = document.documentElement.lang || navigator.language;
      return { url: (origin + pathname).slice(0, 2_000), locale: locale.slice(0, 35) };
    },
    onChange(listener) {
      return listen((add) => {
        add(window, 'online', () => listener('online'));
        add(document, 'visibilitychange', () => listener(document.visibilityState === 'visible' ? 'visible' : 'hidden'));
        // On window: `document` never gets these two. unload and beforeunload would shut the back/forward cache.
        add(window, 'pagehide', () => listener('hidden'));
        // The first one of a page is no return; the back-off clock must survive a reload.
        add(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && listener('visible'));
        add(window, 'focus', () => listener('focus'));
        add(window, 'blur', () => listener('focus'));
      });
    },
    onInput: (listener) => listen((add) => inputEvents.forEach((name) => add(window, name, listener))),
    sendBeacon: (url, body) => void navigator.sendBeacon(url, body),
    log: (message, detail) => console.debug(`[collateral] ${message}`, detail),
  };
}

type AddListener = (target: EventTarget, name: string, listener: (event: Event) => void) => void;

function listen(register: (add: AddListener) => void): () => void {
  const abort = new AbortController();
  if (typeof window !== 'undefined') {
    register((target, name, listener) =>
      target.addEventListener(name, listener, { signal: abort.signal, passive: true, capture: true }),
    );
  }
  return () => abort.abort();
}
