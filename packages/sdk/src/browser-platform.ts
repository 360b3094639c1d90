import type { Platform } from './platform.js';

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
      // Longer delays than 31 bits fire at once; a Retry-After of a month must not.
      const timer = setTimeout(callback, Math.min(delayMs, 0x7fffffff));
      return () => clearTimeout(timer);
    },
    isVisible: () => hasPage && !document.hidden,
    isAttended: () => hasPage && !document.hidden && document.hasFocus(),
    wantsPrivacy: () => hasPage && (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
    // Query and fragment may hold names, searches and tokens.
    context: () =>
      hasPage
        ? {
            url: (location.origin + location.pathname).slice(0, 2_000),
            locale: (document.documentElement.lang || navigator.language).slice(0, 35),
            ...(navigator.webdriver && { automation: true }),
          }
        : {},
    // pagehide and pageshow never reach `document`; unload and beforeunload would shut the back/forward cache.
    onChange: (listener) =>
      listen('online focus blur pagehide pageshow visibilitychange', ({ type, persisted }) => {
        if (type === 'focus' || type === 'blur') listener('focus');
        else if (type === 'pagehide') listener('left');
        else if (document.hidden && type !== 'online') listener('hidden');
        // The first pageshow is no return, and the back-off clock has to survive a reload.
        else if (type !== 'pageshow' || persisted) listener('back');
      }),
    onInput: (listener) => listen('pointerdown pointermove keydown wheel scroll', listener),
    takeLock: (name) =>
      new Promise((resolve) => {
        const locks = hasPage ? (navigator as Partial<Navigator>).locks : undefined;
        const hold = (lock: Lock | null): Promise<void> | undefined => {
          if (lock) return new Promise((release) => resolve(release));
          resolve(null);
          return undefined;
        };
        // Sandboxed frames have locks that refuse everybody.
        if (locks) locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(null));
        else resolve(null);
      }),
    tab: async () => (await import('./browser-tab.js')).createBrowserTab(),
    forgetText(name) {
      try {
        sessionStorage.removeItem(name);
      } catch {
        // Where it is refused, or there is none, nothing was kept either.
      }
    },
    sendBeacon: (url, body) => void navigator.sendBeacon(url, body),
    // eslint-disable-next-line no-console -- the one place that talks, and only when the host asked for it
    log: (step, detail) => console.debug('[collateral]', step, detail),
  };

  function listen(names: string, listener: (event: PageTransitionEvent) => void): () => void {
    const abort = new AbortController();
    // Capture sees what a widget keeps from bubbling; passive never delays scrolling.
    const options = { signal: abort.signal, passive: true, capture: true };
    if (hasPage) {
      // Only page transitions have `persisted`; elsewhere it is undefined, which reads the same.
      for (const name of names.split(' ')) addEventListener(name, listener as EventListener, options);
    }
    return () => abort.abort();
  }
}
