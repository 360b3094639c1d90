import { CollateralError } from '../contract/errors.js';
import type { Transport } from '../transport/transport.js';
import type { ReadScorecards } from './scorecards-query.js';

/** Creates a reader whose code is loaded with the first question: a page that only records does not pay for it. */
export function createScorecardsReader(transport: Transport): ReadScorecards {
  return async (query, options) => {
    const { readScorecards } = await import('./read-scorecards.js').catch((cause: unknown) => {
      const message = 'The part of the SDK that reads scorecards could not be loaded.';
      throw new CollateralError('network-failed', message, { cause });
    });
    return readScorecards(transport, query, options);
  };
}
