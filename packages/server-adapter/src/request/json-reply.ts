/** Answers 200 with a JSON body. */
export function jsonReply(body: unknown, mediaType = 'application/json'): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': mediaType } });
}
