import type { Platform } from '../platform.js';

/** Returns how long to wait after so many failures: 1 s doubling up to the longest, then chance picks from all of it. */
export function backOffMs(platform: Platform, failures: number, longestMs: number): number {
  return platform.random() * Math.min(longestMs, 1_000 * 2 ** failures);
}
