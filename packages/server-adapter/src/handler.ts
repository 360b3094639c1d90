import { CollateralError } from '@collateral/sdk/contract';
import { Hono } from 'hono';
import { completeHandlerOptions, type CompleteHandlerOptions, type HandlerOptions } from './handler-options.js';
import { signIn } from './request/authenticate.js';
import { OriginGuard } from './request/origin-guard.js';
import { isFault, problemOf } from './request/problem.js';
import { routePath } from './request/route-path.js';
import type { Route } from './routes/route.js';
import { routes } from './routes/routes.js';

/** Answers one HTTP request. Never rejects. */
export type Handler = (request: Request) => Promise<Response>;

/**
 * Creates the HTTP handler a host mounts, for example under `/collateral`.
 *
 * Runs wherever `Request` and `Response` exist: Node, edge runtimes, service workers, a page under test.
 *
 * @throws CollateralError `invalid-option` when an option is wrong.
 * @example
 * ```ts
 * const handler = createHandler({
 *   store: createMemoryStore(),
 *   authenticate: (request) => sessionOf(request)?.principal ?? null,
 *   publicOrigin: 'https://intranet.example',
 * });
 * ```
 */
export function createHandler(options: HandlerOptions): Handler {
  const complete = completeHandlerOptions(options);
  const guard = new OriginGuard(complete.publicOrigin, complete.allowedOrigins);
  const app = createApp(complete, guard);
  return async (request) => {
    try {
      return guard.seal(request, await app.fetch(request));
    } catch (error) {
      return guard.seal(request, refusalOf(error, complete));
    }
  };
}

function createApp(options: CompleteHandlerOptions, guard: OriginGuard): Hono {
  const app = new Hono({ getPath: ({ url }) => routePath(new URL(url).pathname, options.basePath) });
  for (const route of routes) {
    app.on(route.method, route.path, ({ req }) => answer(route, req.raw, options, guard));
  }
  for (const [path, methods] of methodsByPath()) {
    app.options(path, ({ req }) => guard.preflight(req.raw, methods));
    app.all(path, () => refuseMethod(methods));
  }
  app.notFound(() =>
    problemOf(new CollateralError('not-found', 'There is no such route. See docs/wire-protocol.md for the list.')),
  );
  app.onError((error) => refusalOf(error, options));
  return app;
}

async function answer(
  route: Route,
  request: Request,
  options: CompleteHandlerOptions,
  guard: OriginGuard,
): Promise<Response> {
  guard.check(request);
  return route.answer({
    request,
    store: options.store,
    policy: options.policy,
    receivedAt: options.now(),
    signIn: (token) => signIn(options.authenticate, request, token),
  });
}

function methodsByPath(): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of routes) {
    // Hono answers HEAD wherever there is a GET.
    const names = method === 'GET' ? ['GET', 'HEAD'] : [method];
    methods.set(path, [...(methods.get(path) ?? []), ...names]);
  }
  return methods;
}

function refuseMethod(methods: readonly string[]): Response {
  const reply = problemOf(new CollateralError('method-not-allowed', `This route takes ${methods.join(', ')} only.`));
  reply.headers.set('allow', [...methods, 'OPTIONS'].join(', '));
  return reply;
}

function refusalOf(error: unknown, { onError }: CompleteHandlerOptions): Response {
  const reply = problemOf(error);
  if (isFault(reply)) {
    try {
      onError(error);
    } catch {
      // The host's reporter failed; the caller is still owed an answer, and there is nobody left to tell.
    }
  }
  return reply;
}
