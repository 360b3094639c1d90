const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Writes an id as a `bytea` reads it: the 16 bytes of a lower-case UUID, half as long as its text and twice in an index less. Any
 * other text stands behind a mark that keeps it from having 16 bytes too.
 */
export function packedId(id: string): string {
  if (uuid.test(id)) return `\\x${id.replaceAll('-', '')}`;
  const text = Buffer.from(id, 'utf8');
  return `\\x${text.length === 15 ? '0202' : '01'}${text.toString('hex')}`;
}

/** Reads what {@link packedId} wrote, as `pg` gives it back. */
export function unpackedId(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value);
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (bytes.length !== 16) return bytes.subarray(bytes[0] === 2 ? 2 : 1).toString('utf8');
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Writes, as SQL, what {@link packedId} makes of a text. */
export function packedIdOf(text: string): string {
  return `CASE WHEN ${text} ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN decode(replace(${text}, '-', ''), 'hex')
    WHEN octet_length(${text}) = 15 THEN '\\x0202'::bytea || convert_to(${text}, 'UTF8') ELSE '\\x01'::bytea || convert_to(${text}, 'UTF8') END`;
}

/** Writes, as SQL, the text a packed id stands for: ids of both kinds have one order as text only. */
export function idTextOf(id: string): string {
  return `CASE WHEN octet_length(${id}) = 16 THEN encode(${id}, 'hex')::uuid::text
    ELSE convert_from(substr(${id}, CASE WHEN get_byte(${id}, 0) = 2 THEN 3 ELSE 2 END), 'UTF8') END COLLATE "C"`;
}

/** Gives the first three bytes of a packed id as a number. Of UUIDs that begin with the time those of 4 hours have the same. */
export function idPrefix(packed: string): number {
  return Number.parseInt(packed.slice(2, 8).padEnd(6, '0'), 16);
}
