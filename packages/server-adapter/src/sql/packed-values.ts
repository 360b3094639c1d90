import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

const dayMs = 86_400_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Writes a lower-case UUID in 16 bytes. Other text stays text, so that every id comes back as it was given. */
export function packId(id: string): SQLInputValue {
  return uuid.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : id;
}

/** Reads what {@link packId} wrote. */
export function unpackId(packed: SQLOutputValue | undefined): string {
  if (!(packed instanceof Uint8Array)) return String(packed);
  const hex = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Writes an instant as milliseconds since 1970. One written in another way than `toISOString` does stays text, marked so that SQLite never takes it for a number. */
export function packInstant(instant: string): number | string {
  const day = startOfDay(instant.slice(0, 10));
  const time = day === null ? null : timeOfDay(instant);
  return day === null || time === null ? `=${instant}` : day + time;
}

/** Reads what {@link packInstant} wrote. */
export function unpackInstant(packed: SQLOutputValue | undefined): string {
  return typeof packed === 'number' ? new Date(packed).toISOString() : String(packed).slice(1);
}

/** Writes an instant as its distance from another, which is mostly 0 and then takes no byte. */
export function packInstantNear(instant: string, text: string, near: number | string): number | string {
  if (instant === text && typeof near === 'number') return 0;
  const packed = packInstant(instant);
  return typeof packed === 'number' && typeof near === 'number' ? packed - near : `=${instant}`;
}

/** Reads what {@link packInstantNear} wrote. */
export function unpackInstantNear(packed: SQLOutputValue | undefined, near: SQLOutputValue | undefined): string {
  return typeof packed === 'number' ? unpackInstant(packed + Number(near)) : unpackInstant(packed);
}

/** Writes a day as days since 1970. */
export function packDay(day: string): number | string {
  const start = startOfDay(day);
  return start === null ? `=${day}` : start / dayMs;
}

/** Reads what {@link packDay} wrote. */
export function unpackDay(packed: SQLOutputValue | undefined): string {
  return typeof packed === 'number' ? unpackInstant(packed * dayMs).slice(0, 10) : unpackInstant(packed);
}

/** Reads the end of a span of instants: facts from before it have fewer milliseconds. */
export function instantBound(instant: string): number {
  const time = Date.parse(instant);
  // Text order decides for what is no instant: '' comes before every time, words come behind.
  if (Number.isNaN(time)) return instant < '0' ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  return time;
}

/** Writes a share (0 to 1) as ten-thousandths when it is a whole number of them, which takes two bytes instead of eight. */
export function packShare(share: number): number {
  const parts = Math.round(share * 10_000);
  return parts / 10_000 === share ? parts : share;
}

/** Reads what {@link packShare} wrote: what is no whole number was too fine for it. */
export function unpackShare(packed: SQLOutputValue | undefined): number {
  const value = Number(packed);
  return Number.isInteger(value) ? value / 10_000 : value;
}

// Facts come from few days, and parsing a date is most of what packing a fact costs.
const knownDays = new Map<string, number | null>();

function startOfDay(day: string): number | null {
  const known = knownDays.get(day);
  if (known !== undefined) return known;
  const start = Date.parse(`${day}T00:00:00.000Z`);
  const isCanonical = !Number.isNaN(start) && new Date(start).toISOString() === `${day}T00:00:00.000Z`;
  if (knownDays.size >= 10_000) knownDays.clear();
  knownDays.set(day, isCanonical ? start : null);
  return isCanonical ? start : null;
}

function timeOfDay(instant: string): number | null {
  const parts = /^.{10}T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d\d\d)Z$/.exec(instant);
  if (parts === null) return null;
  return Number(parts[1]) * 3_600_000 + Number(parts[2]) * 60_000 + Number(parts[3]) * 1_000 + Number(parts[4]);
}
