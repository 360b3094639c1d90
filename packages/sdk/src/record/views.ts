import type { Platform } from '../platform.js';
import { createAttentionClock } from './attention-clock.js';
import { checkEvent, show } from './check-event.js';
import type { Recorder } from './recorder.js';
import type { ItemReference } from './record-input.js';
import { CollateralError } from '../contract/errors.js';

/** An open view of an item. */
export interface View {
  /** Id of the view; all its checkpoints carry it. */
  readonly viewId: string;
  /** Tells how much has been seen, 0 to 1; the largest share counts. */
  progress(share: number): void;
  /** Ends the view. */
  end(): void;
}

/** All open views of a client. */
export interface Views {
  open(item: ItemReference): View;
  /** Counts up to now: the page came, went, or got or lost the focus. */
  advance(): void;
  /** Records where every view stands: the page may not come back. */
  checkpoint(): void;
  endAll(): void;
}

const idleMs = 30_000;
const checkpointMs = 15_000;

/** Creates the views of a client. */
export function createViews(platform: Platform, recorder: Recorder): Views {
  const open = new Set<{ advance(): void; checkpoint(): void; end(): void }>();
  return {
    open(item) {
      const viewId = recorder.newId();
      // Throws here and now when the item is wrong; later nobody would hear it.
      const fields = checkEvent('view', { ...item, viewId, activeMs: 0, visibleMs: 0, progress: 0 });
      const clock = createAttentionClock(platform, idleMs, 2 * checkpointMs);
      let progress = 0;
      let lastRecorded = '';
      let stopTimer = startTimer();

      function startTimer(): () => void {
        // A timer would keep a server's process alive.
        if (!platform.hasPage) return () => undefined;
        return platform.startTimer(checkpointMs, () => {
          checkpoint();
          stopTimer = startTimer();
        });
      }

      function checkpoint(): void {
        clock.advance();
        const { activeMs, visibleMs } = clock;
        // Hidden pages go on calling, and `hidden` and `pagehide` come as a pair.
        const state = [activeMs, visibleMs, progress].join();
        if (state === lastRecorded) return;
        lastRecorded = state;
        // The newest checkpoint says all that older ones said, so it takes their place while they wait.
        void recorder.record('view', { ...fields, activeMs, visibleMs, progress }, viewId);
      }

      function end(): void {
        if (!open.delete(entry)) return;
        stopTimer();
        checkpoint();
        clock.stop();
      }

      const entry = { advance: () => clock.advance(), checkpoint, end };
      open.add(entry);
      return {
        viewId,
        progress(share) {
          if (!(share >= 0 && share <= 1)) {
            throw new CollateralError('invalid-event', `progress must be a number from 0 to 1, got ${show(share)}.`);
          }
          progress = Math.max(progress, share);
        },
        end,
      };
    },
    advance: () => open.forEach((view) => view.advance()),
    checkpoint: () => open.forEach((view) => view.checkpoint()),
    endAll: () => open.forEach((view) => view.end()),
  };
}
