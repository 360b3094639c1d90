import { jsonReply } from './json-reply.js';

/**
 * Answers with JSON under an ETag, or with 304 when the caller already has it.
 *
 * The tag is of the content without `asOf`: counting the same again is no news.
 */
export async function taggedReply(request: Request, body: object): Promise<Response> {
  const { asOf: _, ...content } = body as { readonly asOf?: string };
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const tag = `"${Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  const reply = known.includes(tag) ? new Response(null, { status: 304 }) : jsonReply(body);
  reply.headers.set('etag', tag);
  return reply;
}
