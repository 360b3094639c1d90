import { CollateralError } from '@collateral/sdk/contract';

const writingMethods: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

// Schemes a browser adds by itself, like a cookie. Bearer is not among them: only a script of ours can set it.
const ambientSchemes = /^(?:basic|digest|negotiate|ntlm|kerberos)\b/i;

/** Decides which pages may call the handler (CSRF) and read its replies (CORS), by exact origin. */
export class OriginGuard {
  readonly #publicOrigin: string;
  readonly #allowedOrigins: ReadonlySet<string>;

  constructor(publicOrigin: string, allowedOrigins: readonly string[]) {
    this.#publicOrigin = publicOrigin;
    this.#allowedOrigins = new Set(allowedOrigins);
  }

  /**
   * Refuses a request that another site may have made a browser send.
   *
   * Text/plain posts need no preflight, so the origin is the only proof where the browser adds the credentials by itself. A
   * proxy in front may sign people in by cookie or Kerberos and strip both, so a write from a page that is not allowed is
   * refused unless it carries a bearer token, which only a script of ours can set.
   *
   * @throws CollateralError `origin-refused`
   */
  check(request: Request): void {
    const origin = request.headers.get('origin');
    const isWrite = writingMethods.has(request.method);
    const isAmbient = hasAmbientCredentials(request);
    const isForeign = origin !== null && !this.#isAllowed(origin);
    if (isForeign && (isAmbient || (isWrite && !hasBearer(request)))) this.#refuse(origin);
    if (origin === null && isWrite && isAmbient) this.#refuse(origin);
  }

  /** Answers a CORS preflight for the methods a route has. */
  preflight(request: Request, methods: readonly string[]): Response {
    const origin = request.headers.get('origin');
    if (origin === null || !this.#isAllowed(origin)) this.#refuse(origin);
    return new Response(null, {
      status: 204,
      headers: {
        'access-control-allow-methods': methods.join(', '),
        'access-control-allow-headers': 'Authorization, Content-Type, Content-Encoding',
        'access-control-max-age': '600',
      },
    });
  }

  /** Adds the headers every reply carries. */
  seal(request: Request, reply: Response): Response {
    const origin = request.headers.get('origin');
    if (origin !== null && this.#isAllowed(origin)) {
      reply.headers.set('access-control-allow-origin', origin);
      reply.headers.set('access-control-allow-credentials', 'true');
      reply.headers.set('access-control-expose-headers', 'Retry-After, ETag');
    }
    reply.headers.append('vary', 'Origin');
    // What has a tag may be kept by its reader, who asks each time whether it still holds.
    reply.headers.set('cache-control', reply.headers.has('etag') ? 'private, no-cache' : 'private, no-store');
    reply.headers.set('x-content-type-options', 'nosniff');
    return reply;
  }

  #isAllowed(origin: string): boolean {
    return origin === this.#publicOrigin || this.#allowedOrigins.has(origin);
  }

  /** Says both origins: they differ by a port or a scheme more often than by an attack. */
  #refuse(origin: string | null): never {
    const said = origin === null ? 'does not say which page it comes from' : `comes from a page of ${quoted(origin)}`;
    throw new CollateralError(
      'origin-refused',
      `The request ${said}, and publicOrigin of createHandler is ${quoted(this.#publicOrigin)}. Correct that, or add the page's origin to allowedOrigins.`,
    );
  }
}

function hasAmbientCredentials(request: Request): boolean {
  return request.headers.has('cookie') || ambientSchemes.test(request.headers.get('authorization') ?? '');
}

function hasBearer(request: Request): boolean {
  return /^bearer\b/i.test(request.headers.get('authorization') ?? '');
}

function quoted(origin: string): string {
  return JSON.stringify(origin.slice(0, 200));
}
