import type { Platform } from '../platform.js';
import { createAttentionClock } from './attention-clock.js';
import { checkEvent, checkField } from './check-event.js';
import { engagement } from './engagement.js';
import type { ItemReference } from './record-input.js';
import type { Recorder } from './recorder.js';

/** An open view of an item. */
export interface View {
  /** Id of the view; all its checkpoints carry it. */
  readonly viewId: string;
  /** Tells how much has been seen, 0 to 1; the largest share counts. */
  progress(share: number): void;
  /** Tells whether media plays: time in which it does is active without input. */
  playing(isPlaying: boolean): void;
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

const checkpointMs = 15_000;

/** Creates the views of a client. `onEngaged` hears once of each view that was engaged, when the person leaves the item or the page. */
export function createViews(
  platform: Platform,
  recorder: Recorder,
  newId: () => string,
  idleMs: number,
  isSilent: () => boolean,
  onEngaged: (item: ItemReference) => void,
): Views {
  const open = new Set<{ advance(): void; checkpoint(): void; pause(): void; end(): void }>();

  function openView(item: ItemReference): View {
    const viewId = newId();
    let progress = 0;
    let lastRecorded = '';
    let isTold = false;
    let stopTimer = (): void => undefined;
    // Throws here and now when the item is wrong; later nobody would hear it.
    const fields = checkEvent('rating-withdrawal', item);
    const clock = createAttentionClock(platform, idleMs);
    const view = { advance: () => clock.advance(), checkpoint, pause, end };

    function checkpoint(): void {
      clock.advance();
      const seen = { ...clock.times(), progress };
      // `hidden` and `pagehide` come as a pair, and a page may stay hidden for hours.
      if (lastRecorded === (lastRecorded = JSON.stringify(seen))) return;
      // Nobody saw it yet: a page prepared in advance, or a framework that runs an effect twice.
      if (isSilent() || (seen.visibleMs === 0 && progress === 0)) return;
      // The newest checkpoint says all that older ones said, so it takes their place while they wait.
      void recorder.record('view', { ...fields, viewId, ...seen }, viewId);
    }

    // Not while they read: it is no moment to be asked anything.
    function pause(): void {
      checkpoint();
      const isEngaged = clock.times().activeMs >= engagement.activeMs || progress >= engagement.progress;
      if (isTold || !isEngaged || isSilent()) return;
      isTold = true;
      onEngaged(item);
    }

    function tick(): void {
      stopTimer = platform.startTimer(checkpointMs, () => {
        checkpoint();
        tick();
      });
    }

    function end(): void {
      if (!open.delete(view)) return;
      stopTimer();
      clock.stop();
      pause();
    }

    open.add(view);
    // A timer would keep a server's process alive.
    if (platform.hasPage) tick();
    return {
      viewId,
      end,
      playing: (isPlaying) => clock.playing(isPlaying),
      progress(share) {
        checkField('progress', share);
        progress = Math.max(progress, share);
      },
    };
  }

  return {
    open: openView,
    advance: () => open.forEach((view) => view.advance()),
    checkpoint: () => open.forEach((view) => view.pause()),
    endAll: () => open.forEach((view) => view.end()),
  };
}
