/** Sees to it that a page counts once whatever is observed twice. */
export interface PageClaims {
  /**
   * Says that an item is in view. `begin` is called at once if nobody else of this page counts it, or when the one who did
   * lets go. Returns what lets go.
   */
  claim(key: string, begin: () => void): () => void;
  /** Whether nobody of this page has taken a click yet. */
  takes(click: Event): boolean;
}

interface Shared {
  /** By endpoint and item; the first of each set counts. */
  readonly inView: Map<string, Set<() => void>>;
  readonly clicks: WeakMap<Event, Set<string>>;
}

// On the document and not in this module: a page may have two copies of it, even of different releases.
const place = Symbol.for('@collateral/sdk observed 1');

/** Returns the claims of this page on items of an endpoint. */
export function pageClaims(endpoint: string): PageClaims {
  // Only the line below writes it.
  const known = Reflect.get(document, place) as Shared | undefined;
  const { inView, clicks } = known ?? { inView: new Map<string, Set<() => void>>(), clicks: new WeakMap() };
  Reflect.set(document, place, { inView, clicks } satisfies Shared);

  return {
    claim(key, begin) {
      const name = `${endpoint} ${key}`;
      const claimants = inView.get(name) ?? new Set();
      inView.set(name, claimants);
      const claimant = (): void => begin();
      claimants.add(claimant);
      if (claimants.size === 1) begin();
      return () => {
        const [counting] = claimants;
        claimants.delete(claimant);
        const [next] = claimants;
        if (!next) inView.delete(name);
        else if (counting === claimant) next();
      };
    },
    takes(click) {
      const takers = clicks.get(click) ?? new Set();
      clicks.set(click, takers);
      return takers.size < takers.add(endpoint).size;
    },
  };
}
