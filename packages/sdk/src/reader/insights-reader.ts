import { CollateralError } from '../contract/errors.js';
import type { Transport } from '../transport/transport.js';
import type { ReadInsights } from './insights-query.js';

/** Creates a reader whose code is loaded with the first question: a page that only records does not pay for it. */
export function createInsightsReader(transport: Transport): ReadInsights {
  return async (query, options) => {
    const { readInsights } = await import('./read-insights.js').catch((cause: unknown) => {
      throw new CollateralError('network-failed', 'The part of the SDK that reads insights could not be loaded.', {
        cause,
      });
    });
    return readInsights(transport, query, options);
  };
}
