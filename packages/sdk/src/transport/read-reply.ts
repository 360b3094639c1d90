import type { Reply } from './transport.js';

/** The reply when there was none. */
export const unanswered: Reply = Object.freeze({ status: 0, mediaType: '', body: null, retryAtMs: 0 });

/** Reads a response to its end. What is not JSON (a sign-in page, a proxy's error) has a null body. */
export async function readReply(response: Response, nowMs: number): Promise<Reply> {
  const text = await response.text();
  const { headers, status } = response;
  const [mediaType = ''] = (headers.get('content-type') ?? '').split(';');
  return {
    status,
    mediaType: mediaType.trim().toLowerCase(),
    body: parseJson(text),
    retryAtMs: readRetryAfter(headers.get('retry-after') ?? '', nowMs),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Anybody on the way may answer with a page; who needs JSON sees the null.
    return null;
  }
}

/** Reads `Retry-After` in both forms of RFC 9110, seconds and date. */
function readRetryAfter(value: string, nowMs: number): number {
  return /^\d+$/.test(value) ? nowMs + Number(value) * 1_000 : Date.parse(value) || 0;
}
