import type { Caller } from '../request/principal.js';
import type { Viewer } from '../suggestions/viewer.js';
import { sourceOf } from './insights-source.js';
import type { Call } from './route.js';

/** Gives who reads suggestions in a call, at an instant in milliseconds since 1970. */
export function viewerAt(call: Call, caller: Caller, now: number): Viewer {
  const { store, policy, secret, namesOf } = call;
  return {
    caller,
    source: { store, tenant: caller.tenant, policy, now },
    figures: sourceOf(call, caller),
    secret,
    namesOf,
  };
}
