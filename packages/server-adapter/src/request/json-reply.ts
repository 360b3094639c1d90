import { textReply } from './reply-text.js';

/** Answers 200 with a JSON body. */
export function jsonReply(body: unknown, mediaType = 'application/json'): Response {
  return textReply(JSON.stringify(body), { headers: { 'content-type': mediaType } });
}
