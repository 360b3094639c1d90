import { aggregate } from '../insights/aggregate.js';
import { counted } from '../insights/source.js';
import type { SuggestionRow } from '../store/conversation-row.js';
import { gatherConversations, type Conversation, type ConversationSource } from '../suggestions/conversation.js';
import { readBooks } from '../suggestions/moves-book.js';
import type { SuggestionEntry } from '../suggestions/suggestion-entry.js';
import type { StoredMove } from '../store/stored-move.js';
import { readReplies } from '../suggestions/suggestion-facts.js';
import { visiblePosts } from '../suggestions/visible-posts.js';
import type { OwnerSpan } from './owner-spans.js';
import { readOwnedItems } from './read-items.js';
import type { ScorecardSource } from './scorecard-source.js';
import type { CaseMove, SuggestionCase } from './suggestion-case.js';

/**
 * Reads all suggestions about items of the catalogue, and all requests, with what became of them. Those of the item's own producer
 * and of programs are not among them: answering oneself is no answer.
 */
export function readCases({ figures, now }: ScorecardSource): Promise<readonly SuggestionCase[]> {
  return counted(figures, 'suggestion cases', async () => {
    const { store, tenant, policy } = figures;
    const source = { store, tenant, policy, now };
    const items = await readOwnedItems(figures);
    const owners = new Map(items.map((one) => [one.item.id, one.owners]));
    const places = [null, ...owners.keys()];
    const reading = aggregate(store, tenant, { type: 'suggestions', collateralIds: places });
    const conversations = await gatherConversations(source, places, readBooks(store, tenant, places), reading);
    const rows = await reading;
    const left = new Set(
      rows.flatMap(({ suggestionId, made }) => ((made?.excluded ?? null) === null ? [] : [suggestionId])),
    );
    const entries = conversations
      .flatMap((one) => [...one.entries.values()])
      .filter(({ suggestionId }) => !left.has(suggestionId));
    const known = new Set(entries.map(({ suggestionId }) => suggestionId));
    const withdrawn = rows.filter(({ suggestionId }) => !known.has(suggestionId) && !left.has(suggestionId));
    const takenBack = new Map(conversations.flatMap((one) => [...one.takenBack]));
    const replied = await readOwnersReplies(source, [...entries, ...withdrawn]);
    const cases = [
      ...entries.map((entry) => caseOf(entry, owners, replied)),
      ...withdrawn.flatMap((row) => withdrawnCase(row, takenBack.get(row.suggestionId), owners, replied)),
    ];
    return policy.commentIdentity === 'anonymous' ? sinceVisible(cases, conversations, source) : cases;
  });
}

// Nobody can answer what is not shown yet, and when an anonymous suggestion was written is told to nobody.
function sinceVisible(
  cases: readonly SuggestionCase[],
  conversations: readonly Conversation[],
  { policy, now }: ConversationSource,
): readonly SuggestionCase[] {
  const posts = conversations.map((one) => visiblePosts(one.posts, policy.commentIdentity, now));
  const visible = new Map(posts.flatMap((one) => [...one]));
  const written = new Set(conversations.flatMap((one) => one.posts.map(({ id }) => id)));
  return cases.flatMap((one) => {
    const createdAt = visible.get(one.suggestionId);
    if (createdAt !== undefined) return [{ ...one, createdAt }];
    return written.has(one.suggestionId) ? [] : [one];
  });
}

type Owners = ReadonlyMap<string, readonly OwnerSpan[]>;

function caseOf(
  entry: SuggestionEntry,
  owners: Owners,
  replied: ReadonlyMap<string, readonly string[]>,
): SuggestionCase {
  const { suggestionId, collateralId, version, createdAt, moves } = entry;
  return {
    suggestionId,
    collateralId,
    version,
    owners: ownersOf(collateralId, owners),
    createdAt,
    withdrawnAt: null,
    repliedAt: replied.get(suggestionId) ?? [],
    moves: movesOf(moves),
  };
}

// What its author took back is in no conversation any more; as long as it was there, it waited.
function withdrawnCase(
  { suggestionId, made }: SuggestionRow,
  withdrawnAt: string | undefined,
  owners: Owners,
  replied: ReadonlyMap<string, readonly string[]>,
): readonly SuggestionCase[] {
  if (made?.excluded !== null || withdrawnAt === undefined) return [];
  const { collateralId, version, effectiveAt: createdAt } = made;
  const place = { suggestionId, collateralId, version, owners: ownersOf(collateralId, owners) };
  return [{ ...place, createdAt, withdrawnAt, repliedAt: replied.get(suggestionId) ?? [], moves: [] }];
}

function ownersOf(collateralId: string | null, owners: Owners): readonly OwnerSpan[] {
  return collateralId === null ? [] : (owners.get(collateralId) ?? []);
}

async function readOwnersReplies(
  source: Parameters<typeof readReplies>[0],
  entries: readonly { readonly suggestionId: string; readonly replies: number }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = entries.filter(({ replies }) => replies > 0).map(({ suggestionId }) => suggestionId);
  const replied = new Map<string, string[]>();
  if (asked.length === 0) return replied;
  for (const { excluded, detail, effectiveAt } of await readReplies(source, asked)) {
    const { suggestionId } = detail;
    // Of a reply "own use" says that the item's producer or its manager wrote it.
    if (excluded !== 'own-use' || typeof suggestionId !== 'string') continue;
    replied.set(suggestionId, [...(replied.get(suggestionId) ?? []), effectiveAt]);
  }
  return replied;
}

// Hiding is no answer: it takes away what others see, and moves nothing on.
function movesOf(moves: readonly StoredMove[]): readonly CaseMove[] {
  const steps = moves.filter(({ type }) => type !== 'hide' && type !== 'show');
  return steps.map(({ at, to, dueAt, duplicateOf }, index) => ({
    at,
    from: steps[index - 1]?.to ?? 'new',
    to,
    dueAt: dueAt ?? null,
    duplicateOf: duplicateOf ?? null,
  }));
}
