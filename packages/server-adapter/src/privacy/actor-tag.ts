import { base64Url, pseudonymize } from './pseudonymize.js';

/**
 * Makes the opaque tag of a person: the same for ever and another in each tenant. It is told to that person only: without a
 * secret, somebody who has it and guesses the id can check the guess.
 *
 * Browsers keep their rows under it. It is a check, never an identity, so 22 characters (132 bits) of the hash are enough.
 */
export async function actorTag(tenant: string, actorId: string, secret: string | null): Promise<string> {
  const key = JSON.stringify([secret, tenant, actorId]);
  const known = tags.get(key);
  if (known !== undefined) return known;
  const tag = await makeTag(tenant, actorId, secret);
  if (tags.size >= mostKept) tags.clear();
  tags.set(key, tag);
  return tag;
}

// Made anew for every batch, the hash would cost more than all checks of a small one.
const tags = new Map<string, string>();
const mostKept = 20_000;

async function makeTag(tenant: string, actorId: string, secret: string | null): Promise<string> {
  // JSON keeps the two apart: ('a', 'bc') and ('ab', 'c') must not meet.
  const text = JSON.stringify(['collateral actor tag 1', tenant, actorId]);
  if (secret !== null) return (await pseudonymize(secret, text)).slice(0, 22);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64Url(new Uint8Array(hash)).slice(0, 22);
}
