import type { Platform } from '../platform.js';

/** Knows which elements a person can be looking at. */
export interface Visibility {
  add(element: Element): void;
  /** Forgets an element without telling. */
  remove(element: Element): void;
  stop(): void;
}

interface Sight {
  isInView: boolean;
  isSeen: boolean;
  stopTimer: (() => void) | undefined;
}

const impressionMs = 1_000;
// An element higher than the screen counts by how much of the screen it covers, and the browser reports shares of the element.
// Steps of a twentieth find half of the screen to within 5 % for elements of up to two hundred screens.
const shares = Array.from({ length: 120 }, (_, step) => 0.5 * 0.95 ** step);

/**
 * Tells when elements come into sight and leave it: half of the element, or what covers half of the screen, for one second
 * in one piece while the page is visible and has the focus. Once seen, an element stays so until it is scrolled away: time in
 * which the page is hidden is left out by the view itself.
 */
export function createVisibility(platform: Platform, tell: (element: Element, isSeen: boolean) => void): Visibility {
  const sights = new Map<Element, Sight>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const sight = sights.get(entry.target);
        if (!sight) continue;
        sight.isInView = isInView(entry);
        judge(entry.target, sight);
      }
    },
    { threshold: shares },
  );

  function judge(element: Element, sight: Sight): void {
    if (!sight.isInView || !platform.isAttended()) {
      sight.stopTimer?.();
      sight.stopTimer = undefined;
    } else if (!sight.isSeen) {
      sight.stopTimer ??= platform.startTimer(impressionMs, () => {
        sight.stopTimer = undefined;
        sight.isSeen = true;
        tell(element, true);
      });
    }
    if (sight.isSeen && !sight.isInView) {
      sight.isSeen = false;
      tell(element, false);
    }
  }

  const stopListening = platform.onChange(() => sights.forEach((sight, element) => judge(element, sight)));
  return {
    add(element) {
      sights.set(element, { isInView: false, isSeen: false, stopTimer: undefined });
      observer.observe(element);
    },
    remove(element) {
      sights.get(element)?.stopTimer?.();
      sights.delete(element);
      observer.unobserve(element);
    },
    stop() {
      stopListening();
      observer.disconnect();
      sights.forEach(({ stopTimer }) => stopTimer?.());
      sights.clear();
    },
  };
}

function isInView({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
  rootBounds,
}: IntersectionObserverEntry): boolean {
  // A frame of another site isn't told how large the screen is, and may itself be higher than that.
  const screenful = rootBounds ?? { width: innerWidth, height: Math.min(innerHeight, screen.availHeight) };
  const covered = intersectionRect.width * intersectionRect.height;
  return isIntersecting && (intersectionRatio >= 0.5 || covered >= (screenful.width * screenful.height) / 2);
}
