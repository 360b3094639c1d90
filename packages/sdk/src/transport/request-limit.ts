/**
 * Returns how long a request may take, in milliseconds: 10 s, and one more for every 16 000 bytes of its body.
 *
 * One limit for all sizes would make a large batch on a slow line fail for ever; 16 kB/s is less than a poor mobile line has.
 */
export function requestLimitMs(bodyBytes: number): number {
  return 10_000 + bodyBytes / 16;
}
