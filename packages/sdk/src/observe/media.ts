// None of them bubbles, but all can be captured on the way down.
const changes = ['playing', 'waiting', 'pause', 'ended', 'emptied', 'timeupdate'];

/** Reports what happens to media below a root until the returned function is called. */
export function watchMedia(root: Node, tell: (media: HTMLMediaElement) => void): () => void {
  const abort = new AbortController();
  const listener = ({ target }: Event): void => {
    if (target instanceof HTMLMediaElement) tell(target);
  };
  for (const name of changes) root.addEventListener(name, listener, { capture: true, signal: abort.signal });
  return () => abort.abort();
}

/** Returns the media that are an element or are inside it. */
export function mediaOf(element: Element): readonly HTMLMediaElement[] {
  const media = [...element.querySelectorAll<HTMLMediaElement>('video, audio')];
  return element instanceof HTMLMediaElement ? [element, ...media] : media;
}

/** Whether a person can be watching or listening. A silent loop is decoration. */
export function isPlaying(media: HTMLMediaElement): boolean {
  const { isConnected, paused, ended, readyState, muted, loop } = media;
  return isConnected && !paused && !ended && readyState >= HTMLMediaElement.HAVE_FUTURE_DATA && !(muted && loop);
}

/**
 * Returns how much of its length was played, 0 to 1.
 *
 * `played` is the union of the segments that were played; what somebody jumped over is not in it.
 */
export function playedShare({ played, duration }: HTMLMediaElement): number {
  let seconds = 0;
  for (let index = 0; index < played.length; index += 1) seconds += played.end(index) - played.start(index);
  // A live stream has no length, and one that is not loaded has none yet.
  return duration > 0 && duration < Infinity ? Math.min(1, seconds / duration) : 0;
}
