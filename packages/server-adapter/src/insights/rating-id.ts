import { base64Url } from '../privacy/pseudonymize.js';
import type { Fact } from '../store/fact.js';

/**
 * Makes the id by which a rating is named to those who must not know who gave it, nor when.
 *
 * A hash of the event's id, which has 74 random bits nobody else knows; the id itself begins with the time.
 */
export async function ratingIdOf(
  tenant: string,
  { id, collateralId }: Pick<Fact, 'id' | 'collateralId'>,
): Promise<string> {
  const text = JSON.stringify(['collateral rating 1', tenant, collateralId, id]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64Url(new Uint8Array(hash)).slice(0, 22);
}
