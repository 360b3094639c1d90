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
  const [mediaType = ''] = (request.headers.get('content-type') ?? '').split(';');
  // A missing type is refused too: browsers send such a request to another site without asking it first.
  if (!mediaTypes.includes(mediaType.trim().toLowerCase())) {
    throw new CollateralError('unsupported-media-type', `Content-Type must be ${mediaTypes.join(' or ')}.`);
  }
  const bytes = await readBody(request, limits.bodyBytes);
  if (bytes.byteLength === 0)
    throw new CollateralError('invalid-json', 'The body is empty. Send JSON as docs/wire-protocol.md shows it.');
  return { input: parse(decode(bytes)), bytes: bytes.byteLength };
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    // The parser's own message quotes the body, which may hold what a person wrote.
    throw new CollateralError('invalid-json', 'The body is not JSON. Send what JSON.stringify makes, whole.', {
      cause,
    });
  }
}
