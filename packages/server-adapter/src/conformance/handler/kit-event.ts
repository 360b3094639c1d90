/** Makes a UUIDv7 of now. */
export function eventId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now();
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(time / 256 ** (5 - index)) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Gives an instant some seconds ago. */
export function secondsAgo(seconds: number): string {
  return new Date(Date.now() - seconds * 1_000).toISOString();
}

/** Makes a rating of an item, a minute ago. */
export function ratingOf(collateralId: string, changes: object = {}): object {
  return {
    id: eventId(),
    type: 'rating',
    occurredAt: secondsAgo(60),
    collateralId,
    value: 4,
    scaleId: 'collateral-5@1',
    ...changes,
  };
}
