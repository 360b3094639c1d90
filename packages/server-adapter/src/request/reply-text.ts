// A Response gives its text back only through a stream, a good part of what answering a small request costs.
const texts = new WeakMap<Response, string>();

/** Makes a reply of a text that {@link textOfReply} knows. */
export function textReply(text: string, init: ResponseInit): Response {
  const reply = new Response(text, init);
  texts.set(reply, text);
  return reply;
}

/** The whole body of a reply nobody has read from, or null where only the stream tells. */
export function textOfReply(reply: Response): string | null {
  return reply.bodyUsed || reply.body?.locked === true ? null : (texts.get(reply) ?? null);
}
