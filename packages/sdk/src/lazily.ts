import { CollateralError } from './contract/errors.js';

/**
 * Gives a part whose code is loaded with the first call and kept; a file that did not come is asked for again at the next.
 *
 * @throws CollateralError `network-failed`, from what it returns.
 */
export function lazily<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loading: Promise<Part> | undefined;
  return () =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw new CollateralError('network-failed', 'A part of the SDK could not be loaded.', { cause });
    }));
}

/** Starts something as soon as its code is there, and never if it was stopped before. Returns what stops it. */
export function startWhenLoaded(
  start: Promise<() => () => void>,
  failed: (error: unknown) => void = () => undefined,
): () => void {
  let stop: (() => void) | null | undefined;
  start.then((begin) => {
    if (stop !== null) stop = begin();
  }, failed);
  return () => {
    stop?.();
    stop = null;
  };
}
