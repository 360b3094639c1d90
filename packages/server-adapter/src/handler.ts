import { CollateralError } from '@collateral/sdk/contract';
import { Hono } from 'hono';
import { completeHandlerOptions, type CompleteHandlerOptions, type HandlerOptions } from './handler-options.js';
import type { WebhookReport } from './hooks/deliver-webhooks.js';
import { deliverDue } from './hooks/tell-host.js';
import { FreshCache } from './insights/fresh-cache.js';
import { Admission } from './request/admission.js';
import { requireAudience } from './request/audience.js';
import { signIn } from './request/authenticate.js';
import { CallerLimits } from './request/caller-limits.js';
import { OriginGuard } from './request/origin-guard.js';
import { isFault, problemOf } from './request/problem.js';
import { RetryLater } from './request/retry-later.js';
import { routePath } from './request/route-path.js';
import type { Call, Route } from './routes/route.js';
import { routes } from './routes/routes.js';
import { ChangesWatch } from './suggestions/changes-watch.js';
import { policyRecorder } from './scorecards/policy-record.js';

/** Answers HTTP requests. */
export interface Handler {
  /** Answers one request. Never rejects. */
  (request: Request): Promise<Response>;
  /**
   * Ends orderly: from now on every request is answered with 503, so that clients keep their events, and the promise resolves
   * when the last request that was inside has its answer. Then close the store.
   */
  close(): Promise<void>;
  /**
   * Tells the webhooks what is due: after each step the handler does so by itself, and calling it once a minute from a timer or a
   * job tells what failed before. Any process may call it, and several at once.
   *
   * @param tenant - @defaultValue `main`
   */
  deliverWebhooks(tenant?: string): Promise<WebhookReport>;
}

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
  const admission = new Admission(complete.maxPendingEvents);
  const limits = new CallerLimits(complete.rateLimit);
  const figures = new FreshCache(complete.now);
  const changes = new ChangesWatch(complete.now);
  const recordPolicy = policyRecorder(complete.store, complete.policy);
  const app = createApp({ ...complete, changes, admission, limits, figures, guard, recordPolicy });
  const handle = async (request: Request): Promise<Response> => {
    try {
      return guard.seal(request, await admission.request(async () => app.fetch(request)));
    } catch (error) {
      return guard.seal(request, refusalOf(error, complete));
    }
  };
  return Object.assign(handle, {
    close: () => {
      changes.close();
      return admission.close();
    },
    deliverWebhooks: (tenant = 'main') =>
      deliverDue(complete.hooks, {
        source: { store: complete.store, tenant, policy: complete.policy, now: complete.now() },
        figures: { store: complete.store, tenant, policy: complete.policy, cache: figures },
      }),
  });
}

interface Inside extends CompleteHandlerOptions {
  readonly changes: ChangesWatch;
  readonly admission: Admission;
  readonly limits: CallerLimits;
  readonly figures: FreshCache;
  readonly guard: OriginGuard;
  /** Notes the rules of the host in the audit trail. */
  readonly recordPolicy: (tenant: string, now: number) => Promise<void>;
}

function createApp(options: Inside): Hono {
  const app = new Hono({ getPath: ({ url }) => routePath(pathOf(url), options.basePath) });
  for (const route of routes) {
    app.on(route.method, route.path, ({ req }) => answer(route, req.raw, req.param(), options));
  }
  for (const [path, methods] of methodsByPath()) {
    app.options(path, ({ req }) => options.guard.preflight(req.raw, methods));
    app.all(path, () => refuseMethod(methods));
  }
  app.notFound(() =>
    problemOf(new CollateralError('not-found', 'There is no such route. See docs/wire-protocol.md for the list.')),
  );
  app.onError((error) => refusalOf(error, options));
  return app;
}

// The URL of a Request is written out already, so its path need not be parsed for again.
function pathOf(url: string): string {
  return /^https?:\/\/[^/]+(\/[^?#]*)/.exec(url)?.[1] ?? new URL(url).pathname;
}

async function answer(
  route: Route,
  request: Request,
  parameters: Call['parameters'],
  options: Inside,
): Promise<Response> {
  const { store, policy, secret, namesOf, hooks, changes, limits, admission, figures } = options;
  options.guard.check(request);
  const receivedAt = options.now();
  return route.answer({
    request,
    parameters,
    store,
    policy,
    secret,
    namesOf,
    hooks,
    changes,
    limits,
    admission,
    figures,
    receivedAt,
    async signIn(token) {
      const caller = await signIn(options.authenticate, request, token);
      limits.takeRequest(caller, receivedAt);
      requireAudience(route.audience, caller);
      await options.recordPolicy(caller.tenant, receivedAt);
      return caller;
    },
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
  // A refusal that passes is the protection working, not a fault.
  if (isFault(reply) && !(error instanceof RetryLater)) {
    try {
      onError(error);
    } catch {
      // The host's reporter failed; the caller is still owed an answer, and there is nobody left to tell.
    }
  }
  return reply;
}
