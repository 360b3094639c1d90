/** Calls back once after a delay; the returned function stops it. Tests replace it, so that they never sleep. */
export type StartTimer = (callback: () => void, delayMs: number) => () => void;

/** The page's own timer. */
export const startPageTimer: StartTimer = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
};
