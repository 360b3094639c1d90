import type { Platform } from '../platform.js';
import type { Transport } from '../transport/transport.js';

/** What a page shows suggestions about. */
export interface WatchedPlaces {
  /** Ids of items. */
  readonly collateralIds?: readonly string[];
  /** Requests for content that does not exist. @defaultValue false */
  readonly requests?: boolean;
}

/** Starts watching and returns what ends it. */
export type Watch = (places: WatchedPlaces, changed: () => void) => () => void;

/** Creates a watch whose code is loaded with the first thing watched. */
export function createWatch(transport: Transport, platform: Platform): Watch & { readonly stop: () => void } {
  let loading: Promise<Watch & { readonly stop: () => void }> | undefined;
  let isStopped = false;
  const watch: Watch = (places, changed) => {
    let end: (() => void) | null | undefined;
    if (!isStopped && platform.hasPage) {
      loading ??= import('./watch-changes.js').then(({ watchChanges }) => watchChanges(transport, platform));
      loading.then(
        (start) => {
          if (end !== null && !isStopped) end = start(places, changed);
        },
        // The page goes on without news; what it asks for by itself is as new as ever.
        () => (loading = undefined),
      );
    }
    return () => {
      end?.();
      end = null;
    };
  };
  const stop = (): void => {
    isStopped = true;
    void loading?.then((started) => started.stop());
  };
  return Object.assign(watch, { stop });
}
