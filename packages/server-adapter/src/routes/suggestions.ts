import {
  CollateralError,
  hideSchema,
  mergeSchema,
  transitionSchema,
  unmergeSchema,
  type Notices,
  type Suggestions,
} from '@collateral/sdk/contract';
import { DetailedRefusal } from '../request/detailed-refusal.js';
import { queueNews, tellHost, type Step } from '../hooks/tell-host.js';
import { jsonReply } from '../request/json-reply.js';
import { parseBody } from '../request/parse-body.js';
import { readJson } from '../request/read-json.js';
import { taggedReply } from '../request/tagged-reply.js';
import { readAuthors } from '../suggestions/authors.js';
import { placeOf } from '../suggestions/conversation.js';
import type { SuggestionEntry } from '../suggestions/suggestion-entry.js';
import { MoveRefused, type Command } from '../suggestions/decide-move.js';
import { doCommand } from '../suggestions/do-command.js';
import { forgetLowStandings } from '../suggestions/low-standings.js';
import { readAround } from '../suggestions/read-around.js';
import { readInbox } from '../suggestions/inbox.js';
import { readNotices } from '../suggestions/notices.js';
import { pageOfQuery } from '../suggestions/page-of-query.js';
import { readSearchGaps } from '../suggestions/search-gaps.js';
import { shapeDetail } from '../suggestions/shape-detail.js';
import { shapeSuggestions } from '../suggestions/shape-suggestions.js';
import type { StoredMove } from '../store/stored-move.js';
import { authorSource, viewConversation, type ViewedConversation, type Viewer } from '../suggestions/viewer.js';
import { readInboxQuery, readSuggestionsQuery } from './read-suggestions-query.js';
import type { Call, Route } from './route.js';
import { viewerAt } from './viewer-of.js';

/** What people suggest, what became of it, and who is told. */
export const suggestionRoutes: readonly Route[] = Object.freeze([
  {
    method: 'GET',
    path: '/v1/suggestions',
    audience: 'signed-in',
    async answer(call: Call) {
      const viewer = await viewerOf(call);
      const query = readSuggestionsQuery(call.request);
      const place = query.collateralId ?? null;
      if (place !== null) requireVisible(viewer, place);
      const { viewed, page } = await pageOfQuery(viewer, place, query);
      const { actorId, team } = viewer.caller;
      const [suggestions, authorOf, gaps] = await Promise.all([
        shapeSuggestions(viewer, viewed, page.entries),
        readAuthors(authorSource(viewer), place, [{ actorId, team }]),
        place === null && query.similar === undefined ? readSearchGaps(viewer) : [],
      ]);
      const you = authorOf({ actorId, team });
      const reply: Suggestions = {
        identity: viewer.source.policy.commentIdentity,
        you: { name: you.name, team: you.team },
        total: page.total,
        suggestions,
        gaps,
        ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
      };
      return taggedReply(call.request, reply);
    },
  },
  {
    method: 'GET',
    path: '/v1/suggestions/:id',
    audience: 'signed-in',
    async answer(call: Call) {
      const viewer = await viewerOf(call);
      const { viewed, entry } = await findSuggestion(viewer, call.parameters['id'] ?? '');
      return taggedReply(call.request, await shapeDetail(viewer, viewed, entry));
    },
  },
  commandRoute('transitions', async (request) => ({
    type: 'transition',
    ...parseBody(transitionSchema, await readJson(request), 'transition'),
  })),
  commandRoute('merge', async (request) => ({
    type: 'merge',
    ...parseBody(mergeSchema, await readJson(request), 'merge'),
  })),
  commandRoute('unmerge', async (request) => ({
    type: 'unmerge',
    ...parseBody(unmergeSchema, await readJson(request), 'unmerge'),
  })),
  commandRoute('hide', async (request) => ({
    type: 'hide',
    ...parseBody(hideSchema, await readJson(request), 'hide'),
  })),
  {
    method: 'GET',
    path: '/v1/inbox',
    audience: 'management',
    async answer(call: Call) {
      const viewer = await viewerOf(call);
      return taggedReply(call.request, await readInbox(viewer, readInboxQuery(call.request)));
    },
  },
  {
    method: 'GET',
    path: '/v1/notices',
    audience: 'signed-in',
    async answer(call: Call) {
      const reply: Notices = { notices: await readNotices(await viewerOf(call)) };
      return taggedReply(call.request, reply);
    },
  },
]);

function commandRoute(name: string, read: (request: Request) => Promise<Command>): Route {
  return {
    method: 'POST',
    path: `/v1/suggestions/:id/${name}`,
    audience: 'signed-in',
    async answer(call) {
      const viewer = await viewerOf(call);
      const command = await read(call.request);
      const suggestionId = call.parameters['id'] ?? '';
      // Told apart before anything is done: who may not see it must not learn that it is there.
      const { entry } = await findSuggestion(viewer, suggestionId);
      await doAndTell(call, viewer, entry, command);
      const after = await findSuggestion(viewer, suggestionId);
      return jsonReply(await shapeDetail(viewer, after.viewed, after.entry));
    },
  };
}

async function doAndTell(
  { hooks, admission, changes }: Call,
  viewer: Viewer,
  { collateralId, suggestionId }: SuggestionEntry,
  command: Command,
): Promise<void> {
  const stepOf = ({ commandId, to, type }: StoredMove): Step => {
    return { commandId, collateralId, suggestionId, isShipping: type === 'transition' && to === 'shipped' };
  };
  try {
    const before = (move: StoredMove): Promise<void> => queueNews(hooks, viewer, stepOf(move));
    const move = await doCommand(viewer, collateralId, suggestionId, command, before);
    forgetLowStandings(viewer.figures);
    changes.nudge();
    // Nobody waits for the host's mail server. A handler that closes does, and what it can't tell any more is in the queue.
    if (move !== null) admission.background(() => tellHost(hooks, viewer, stepOf(move)));
  } catch (error) {
    throw error instanceof MoveRefused ? await explain(viewer, suggestionId, error) : error;
  }
}

/** Adds what the sender needs to go on: the suggestion as it is now, and the ways on from there. */
async function explain(viewer: Viewer, suggestionId: string, refused: MoveRefused): Promise<DetailedRefusal> {
  const { viewed, entry } = await findSuggestion(viewer, suggestionId);
  const [now] = await shapeSuggestions(viewer, viewed, [entry]);
  return new DetailedRefusal(
    refused.code,
    refused.message,
    { now, permitted: now?.may.move ?? [] },
    { cause: refused },
  );
}

async function viewerOf(call: Call): Promise<Viewer> {
  return viewerAt(call, await call.signIn(), call.receivedAt);
}

async function findSuggestion(
  viewer: Viewer,
  suggestionId: string,
): Promise<{ readonly viewed: ViewedConversation; readonly entry: ViewedConversation['entries'][number] }> {
  const place = await placeOf(viewer.source, suggestionId);
  if (place !== undefined && (place === null || viewer.caller.canSee(place))) {
    const viewed = viewConversation(viewer, await readAround(viewer.source, place, [suggestionId]));
    const entry = viewed.entries.find((one) => one.suggestionId === suggestionId);
    if (entry !== undefined) return { viewed, entry };
  }
  throw new CollateralError(
    'not-found',
    'There is no such suggestion, or you may not see it. GET /v1/suggestions lists those you may.',
  );
}

function requireVisible({ caller }: Viewer, collateralId: string): void {
  if (caller.canSee(collateralId)) return;
  throw new CollateralError(
    'not-found',
    'There is no such item, or you may not see it. GET /v1/items lists those you may.',
  );
}
