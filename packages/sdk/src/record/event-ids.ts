import type { Platform } from '../platform.js';

/**
 * Creates a maker of UUIDs of version 7 (RFC 9562) whose ids sort in the order they were made.
 *
 * Must:
 * 1. never repeat: 62 bits of each id are random;
 * 2. rise within one client, also in the same millisecond (12-bit counter, method 1 of section 6.2);
 * 3. rise when the clock steps back: the last millisecond is then used on.
 */
export function createEventIds(platform: Platform): () => string {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const random = platform.randomBytes(10);
    const now = platform.now();
    if (now > lastMs) {
      lastMs = now;
      // Starts in the lower half, so that thousands of ids fit into one millisecond.
      counter = ((random[8]! & 0x07) << 8) | random[9]!;
    } else if (++counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
    random[0] = 0x80 | (random[0]! & 0x3f);
    const time = hex(lastMs, 12);
    const tail = Array.from(random.subarray(0, 8), (byte) => hex(byte, 2)).join('');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
