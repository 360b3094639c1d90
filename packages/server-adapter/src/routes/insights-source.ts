import type { InsightsSource } from '../insights/source.js';
import type { Caller } from '../request/principal.js';
import type { Call } from './route.js';

/** Gives what the figures of the caller's tenant are made from. */
export function sourceOf({ store, policy, figures }: Call, { tenant }: Caller): InsightsSource {
  return { store, tenant, policy, cache: figures };
}
