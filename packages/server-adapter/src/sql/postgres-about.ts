/**
 * Writes, as SQL, what stands for the id of a suggestion in keys. Ids have up to 3000 characters and an index takes 2704 bytes, so
 * long ones are told apart by their hash.
 */
export function aboutKey(id: string): string {
  return `CASE WHEN length(${id}) > 200 OR ${id} LIKE 'sha256:%'
    THEN 'sha256:' || encode(sha256(convert_to(${id}, 'UTF8')), 'hex') ELSE ${id} END`;
}

/** Writes the item of a suggestion: a request is about none, and no item has an empty name. */
export function itemCode(collateralId: string | null): string {
  return collateralId === null ? '' : `=${collateralId}`;
}

/** Reads what {@link itemCode} wrote. */
export function itemOfCode(code: unknown): string | null {
  return typeof code !== 'string' || code === '' ? null : code.slice(1);
}
