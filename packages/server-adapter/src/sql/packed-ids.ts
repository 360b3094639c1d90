import { packId } from './packed-values.js';

/** Reads the two parameters {@link packIds} writes as a list of ids in a subquery. */
export const packedIds = '(SELECT unhex(value) FROM json_each(?) UNION ALL SELECT value FROM json_each(?))';

/** Writes ids of any number as two parameters, so that there is one prepared statement: those in bytes and those in text (see packId). */
export function packIds(ids: readonly string[]): readonly [bytes: string, texts: string] {
  const packed = [...new Set(ids)].map(packId);
  const bytes = packed.filter((id) => id instanceof Uint8Array).map((id) => Buffer.from(id).toString('hex'));
  return [JSON.stringify(bytes), JSON.stringify(packed.filter((id) => typeof id === 'string'))];
}
