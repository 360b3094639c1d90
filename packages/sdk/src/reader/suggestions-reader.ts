import { CollateralError } from '../contract/errors.js';
import type { Transport } from '../transport/transport.js';
import type * as Reads from './read-suggestions.js';
import type { CommandName } from './send-command.js';
import type { SuggestionsClient } from './suggestions-client.js';

/** Creates what asks and commands. Its code is loaded with the first call: a page that only records does not pay for it. */
export function createSuggestionsReader(
  transport: Transport,
  newId: () => string,
  refuseWhenClosed: () => void,
): SuggestionsClient {
  const reads = async (): Promise<typeof Reads> => load(import('./read-suggestions.js'));
  const command =
    (name: CommandName) =>
    async (suggestionId: string, given: object): ReturnType<SuggestionsClient['transition']> => {
      refuseWhenClosed();
      const { sendCommand } = await load(import('./send-command.js'));
      return sendCommand(transport, newId, name, suggestionId, given);
    };
  return {
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
    throw new CollateralError('network-failed', 'The part of the SDK for suggestions could not be loaded.', { cause });
  }
}
