import { CollateralError } from '../contract/errors.js';
import type { Transport } from '../transport/transport.js';
import type { ReadInsights } from './insights-query.js';
import type * as Reads from './read-suggestions.js';
import type { ReadScorecards } from './scorecards-query.js';
import type { CommandName } from './send-command.js';
import type { SuggestionsClient } from './suggestions-client.js';

/** What asks and commands, as a client offers it. */
export interface LazyReader extends SuggestionsClient {
  readonly insights: ReadInsights;
  readonly scorecards: ReadScorecards;
}

/** Creates what asks and commands. Its code is loaded with the first call: a page that only records does not pay for it. */
export function createLazyReader(transport: Transport, newId: () => string, refuseWhenClosed: () => void): LazyReader {
  const reads = (): Promise<typeof Reads> => load(import('./read-suggestions.js'));
  const command =
    (name: CommandName) =>
    async (suggestionId: string, given: object): ReturnType<SuggestionsClient['transition']> => {
      refuseWhenClosed();
      const { sendCommand } = await load(import('./send-command.js'));
      return sendCommand(transport, newId, name, suggestionId, given);
    };
  return {
    insights: async (query, options) =>
      (await load(import('./read-insights.js'))).readInsights(transport, query, options),
    scorecards: async (query, options) =>
      (await load(import('./read-scorecards.js'))).readScorecards(transport, query, options),
    suggestions: async (query, options) => (await reads()).readSuggestions(transport, query, options),
    suggestion: async (suggestionId, options) => (await reads()).readSuggestion(transport, suggestionId, options),
    inbox: async (query, options) => (await reads()).readInbox(transport, query, options),
    notices: async (options) => (await reads()).readNotices(transport, options),
    transition: command('transitions'),
    merge: command('merge'),
    unmerge: command('unmerge'),
    hide: command('hide'),
  };
}

async function load<Module>(loading: Promise<Module>): Promise<Module> {
  try {
    return await loading;
  } catch (cause) {
    throw new CollateralError('network-failed', 'A part of the SDK could not be loaded.', { cause });
  }
}
