import type { Policy } from '@collateral/sdk/contract';
import type { Hooks } from '../hooks/tell-host.js';
import type { FreshCache } from '../insights/fresh-cache.js';
import type { Audience } from '../request/audience.js';
import type { Admission } from '../request/admission.js';
import type { CallerLimits } from '../request/caller-limits.js';
import type { Caller } from '../request/principal.js';
import type { ChangesWatch } from '../suggestions/changes-watch.js';
import type { NamesOf } from '../suggestions/authors.js';
import type { Store } from '../store/store.js';

/** One address of the handler. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path from `/v1/` on; `:name` stands for any one part. */
  readonly path: string;
  /** Who may call it; `call.signIn` refuses everybody else. */
  readonly audience: Audience;
  /** Answers a call. What it throws becomes a problem reply. */
  answer(call: Call): Promise<Response>;
}

/** One request on its way through a route. */
export interface Call {
  readonly request: Request;
  /** The parts of the path that have a name, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly store: Store;
  readonly policy: Policy;
  /** Key for the tags of people, or null. */
  readonly secret: string | null;
  /** The host's names of people, or null. */
  readonly namesOf: NamesOf | null;
  /** Who wants to know when what is suggested changes. */
  readonly changes: ChangesWatch;
  /** What the host wants to be told. */
  readonly hooks: Hooks;
  readonly limits: CallerLimits;
  readonly admission: Admission;
  /** Figures that were counted a moment ago. */
  readonly figures: FreshCache;
  /** When the request arrived, in milliseconds since 1970. */
  readonly receivedAt: number;
  /**
   * Says who sends the request. Every route that is not public begins with it.
   *
   * @throws CollateralError `not-signed-in`, `forbidden` when the route is not for them, `rate-limited`
   */
  signIn(token?: string): Promise<Caller>;
}
