import type { Platform } from '../platform.js';

/**
 * Creates a maker of UUIDs of version 7 (RFC 9562) whose ids sort in the order they were made.
 *
 * Must:
 * 1. never repeat: 62 bits of each id are random;
 * 2. rise within one client, also in the same millisecond: the 12 bits after the version count (section 6.2, method 1);
 * 3. rise when the clock steps back: the last millisecond is then used on, and 4096 ids make it the next one.
 */
export function createEventIds(platform: Platform): () => string {
  // Milliseconds and counter in one number: 48 + 12 bits are more than a double holds exactly, so a bigint.
  let last = 0n;
  return () => {
    const now = BigInt(platform.now()) << 12n;
    last = now > last ? now : last + 1n;
    const random = Array.from(platform.randomBytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const variant = (8 + (parseInt(random.charAt(0), 16) % 4)).toString(16);
    const id = `${last.toString(16).padStart(15, '0')}${variant}${random.slice(1)}`;
    return id.replace(/^(.{8})(.{4})(.{3})(.{4})/, '$1-$2-7$3-$4-');
  };
}

/**
 * Takes the time of day out of an id: others see the ids of suggestions and replies, and under an anonymous policy nothing may tell
 * them when somebody wrote. The 62 random bits stay.
 */
export function withoutTime(id: string): string {
  const time = parseInt(id.replace('-', '').slice(0, 12), 16);
  const day = (time - (time % 86_400_000)).toString(16).padStart(12, '0');
  return `${day.slice(0, 8)}-${day.slice(8)}-7000${id.slice(18)}`;
}
