import type { NewsReference } from './compose-news.js';

const digestBytes = 8;

/**
 * Gives the id under which receivers see a step: the same for every try. A command's id is unique for one suggestion only, so the
 * suggestion is a part of it; as a digest, because the id of a low rating may be longer than receivers keep.
 */
export async function webhookId({ type, id, suggestionId }: NewsReference): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(suggestionId));
  const hex = [...new Uint8Array(digest, 0, digestBytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${type}.${id}.${hex}`;
}
