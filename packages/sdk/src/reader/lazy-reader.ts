import { lazily } from '../lazily.js';
import type { Transport } from '../transport/transport.js';
import type { DisputesClient } from './disputes-client.js';
import type { GoverningClient } from './governing-client.js';
import type { ReadInsights } from './insights-query.js';
import type { ReadScorecards } from './scorecards-query.js';
import type { CommandName } from './send-command.js';
import type { SuggestionsClient } from './suggestions-client.js';

/** What asks and commands, as a client offers it. */
export interface LazyReader extends SuggestionsClient, GoverningClient, DisputesClient {
  readonly insights: ReadInsights;
  readonly scorecards: ReadScorecards;
}

/** Creates what asks and commands. Their code is loaded with the first call of each kind: few pages need more than one. */
export function createLazyReader(transport: Transport, newId: () => string, refuseWhenClosed: () => void): LazyReader {
  const command =
    (name: CommandName) =>
    async (suggestionId: string, given: object): ReturnType<SuggestionsClient['transition']> => {
      refuseWhenClosed();
      return (await commands()).sendCommand(transport, newId, name, suggestionId, given);
    };
  return {
    insights: async (query, options) => (await insights()).readInsights(transport, query, options),
    scorecards: async (query, options) => (await scorecards()).readScorecards(transport, query, options),
    disputes: async (options) => (await disputes()).readDisputes(transport, options),
    async dispute(command) {
      refuseWhenClosed();
      return (await disputes()).openDispute(transport, command);
    },
    async settleDispute(ratingId, command) {
      refuseWhenClosed();
      return (await disputes()).settleDispute(transport, ratingId, command);
    },
    targets: async (options) => (await governing()).readTargets(transport, options),
    async setTarget(given) {
      refuseWhenClosed();
      return (await governing()).sendTarget(transport, given);
    },
    audit: async (query, options) => (await governing()).readAudit(transport, query, options),
    suggestions: async (query, options) => (await suggestions()).readSuggestions(transport, query, options),
    suggestion: async (suggestionId, options) => (await suggestions()).readSuggestion(transport, suggestionId, options),
    inbox: async (query, options) => (await suggestions()).readInbox(transport, query, options),
    notices: async (options) => (await suggestions()).readNotices(transport, options),
    transition: command('transitions'),
    merge: command('merge'),
    unmerge: command('unmerge'),
    hide: command('hide'),
  };
}

const insights = lazily(() => import('./read-insights.js'));
const scorecards = lazily(() => import('./read-scorecards.js'));
const disputes = lazily(() => import('./read-disputes.js'));
const governing = lazily(() => import('./read-governing.js'));
const suggestions = lazily(() => import('./read-suggestions.js'));
const commands = lazily(() => import('./send-command.js'));
