import type { Platform } from '../platform.js';
import type { Transport } from '../transport/transport.js';
import type { Watch } from './watched-places.js';

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
