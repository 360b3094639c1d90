import { CollateralError } from '@collateral/sdk/contract';

/**
 * Reads a request body, inflating gzip.
 *
 * Musts:
 * - the limit holds for the bytes that arrive and for the bytes they inflate to;
 * - both are counted while they stream: Content-Length may be missing or lie;
 * - over the limit nothing more is read.
 *
 * @throws CollateralError `body-too-large`, `unsupported-media-type`, `body-already-read`, or `invalid-json` for a body that
 * breaks off or is no gzip.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) {
    throw new CollateralError(
      'body-already-read',
      'Something before the handler consumed the request body. Mount the handler before body parsers.',
    );
  }
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') {
    throw new CollateralError('unsupported-media-type', 'Content-Encoding must be gzip or absent.');
  }
  const body = await streamOf(request);
  if (body === null) return new Uint8Array(0);
  const arriving = new ByteCounter(maxBytes);
  const inflated = new ByteCounter(maxBytes);
  try {
    if (encoding === 'identity') return await collect(body, inflated);
    // The arriving bytes are limited as well: a gzip header may be endless and inflate to nothing.
    return await collect(body.pipeThrough(arriving.stream()).pipeThrough(new DecompressionStream('gzip')), inflated);
  } catch (error) {
    // Streams report our own refusal in many disguises, so the counters are asked instead.
    if (arriving.isExceeded || inflated.isExceeded) {
      throw new CollateralError(
        'body-too-large',
        `The body may have at most ${maxBytes} bytes after inflating. Send less at a time.`,
      );
    }
    throw new CollateralError('invalid-json', 'The body broke off or is not valid gzip.', { cause: error });
  }
}

// Firefox has no Request.body (bug 1387483). There the handler runs behind msw only, where the page has the bytes already.
async function streamOf(request: Request): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  const { body } = request as { readonly body?: Request['body'] };
  return body === undefined ? new Blob([await request.arrayBuffer()]).stream() : body;
}

class ByteCounter {
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isExceeded(): boolean {
    return this.#bytes > this.#maxBytes;
  }

  add(chunk: Uint8Array): void {
    this.#bytes += chunk.byteLength;
    if (this.isExceeded) throw new Error('over the limit');
  }

  stream(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
    return new TransformStream({
      transform: (chunk, controller) => {
        this.add(chunk);
        controller.enqueue(chunk);
      },
    });
  }
}

async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  counter: ByteCounter,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      counter.add(next.value);
      chunks.push(next.value);
    }
  } catch (error) {
    // Not awaited: a sender that never finishes must not hold the refusal back. The stream has failed already.
    reader.cancel(error).catch(() => undefined);
    throw error;
  }
  return join(chunks);
}

function join(chunks: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
