import { CollateralError, limits } from '@collateral/sdk/contract';
import { readBody } from './read-body.js';

/**
 * Reads a request body as JSON of at most `limits.bodyBytes`.
 *
 * @throws CollateralError `unsupported-media-type`, `invalid-json` and what {@link readBody} throws.
 */
export async function readJson(request: Request): Promise<unknown> {
  return (await readSizedJson(request, ['application/json'])).input;
}

/** What a body says and how many bytes it takes to say it, after inflating. */
export interface SizedJson {
  readonly input: unknown;
  readonly bytes: number;
}

/** As {@link readJson}, for other media types and with the size. */
export async function readSizedJson(request: Request, mediaTypes: readonly string[]): Promise<SizedJson> {
  const { text, bytes } = await readText(request, mediaTypes);
  return { input: parseJson(text), bytes };
}

/** What a body says, as text. */
export interface BodyText {
  readonly text: string;
  /** One of those that were allowed. */
  readonly mediaType: string;
  readonly bytes: number;
}

/** As {@link readJson}, without reading what the text says. */
export async function readText(request: Request, mediaTypes: readonly string[]): Promise<BodyText> {
  const [given = ''] = (request.headers.get('content-type') ?? '').split(';');
  const mediaType = given.trim().toLowerCase();
  // A missing type is refused too: browsers send such a request to another site without asking it first.
  if (!mediaTypes.includes(mediaType)) {
    throw new CollateralError('unsupported-media-type', `Content-Type must be ${mediaTypes.join(' or ')}.`);
  }
  const bytes = await readBody(request, limits.bodyBytes);
  if (bytes.byteLength === 0)
    throw new CollateralError('invalid-json', 'The body is empty. Send what docs/wire-protocol.md shows.');
  return { text: decode(bytes), mediaType, bytes: bytes.byteLength };
}

// Leaves a byte order mark out, which JSON.parse would refuse.
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new CollateralError('invalid-json', 'The body is not UTF-8. Send it in that encoding.', { cause });
  }
}

/** Reads a text as JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    // The parser's own message quotes the body, which may hold what a person wrote.
    throw new CollateralError('invalid-json', 'The body is not JSON. Send what JSON.stringify makes, whole.', {
      cause,
    });
  }
}
