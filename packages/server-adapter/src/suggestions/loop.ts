import type { LoopFigures } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import type { Conversation } from './conversation.js';
import type { SuggestionEntry } from './suggestion-entry.js';
import type { StoredMove } from '../store/stored-move.js';
import { readSupporters } from './supporters.js';

/** The step that shipped a suggestion as it stands now, with its place in the history; null when it is not shipped. */
export function shippingOf({ moves, state }: Pick<SuggestionEntry, 'moves' | 'state'>): {
  readonly move: StoredMove;
  readonly revision: number;
} | null {
  if (state.status !== 'shipped') return null;
  const index = moves.findLastIndex(({ type, to }) => type === 'transition' && to === 'shipped');
  const move = moves[index];
  return move === undefined ? null : { move, revision: index + 1 };
}

/** What is shipped now, the earliest first. Stores give suggestions in any order; the one that stands for a version has to stay the same. */
export function shippedIn({ entries }: Conversation): readonly SuggestionEntry[] {
  const placeOf = (entry: SuggestionEntry): string => `${shippingOf(entry)?.move.at} ${entry.suggestionId}`;
  return [...entries.values()]
    .filter((entry) => shippingOf(entry) !== null)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/** One time something was shipped. */
interface Shipping {
  readonly entry: SuggestionEntry;
  readonly move: StoredMove;
  readonly revision: number;
}

/** Every time one version was shipped, also what was opened again since; the earliest first. */
export function shippingsOf({ entries }: Conversation, version: string | null | undefined): readonly Shipping[] {
  return [...entries.values()]
    .flatMap((entry) => entry.moves.map((move, index) => ({ entry, move, revision: index + 1 })))
    .filter(({ move }) => move.type === 'transition' && move.to === 'shipped' && move.shippedVersion === version)
    .sort((one, other) => (placeInTime(one) < placeInTime(other) ? -1 : 1));
}

function placeInTime({ entry, move }: Shipping): string {
  return `${move.at} ${entry.suggestionId}`;
}

/** The id of the news that a suggestion was shipped: the same for everybody, another one when it is shipped again. */
export function noticeIdOf(suggestionId: string, revision: number): string {
  return `${revision}@${suggestionId}`;
}

/** Counts what became of the news. Null while it is not shipped. */
export async function readLoop(conversation: Conversation, entry: SuggestionEntry): Promise<LoopFigures | null> {
  const shipping = shippingOf(entry);
  if (shipping === null) return null;
  const { source, collateralId } = conversation;
  const supporters = (await readSupporters(conversation, [entry])).get(entry.suggestionId);
  const since = [...(supporters?.since ?? [])].filter(([, at]) => at <= shipping.move.at);
  const told = new Set(since.map(([actorId]) => actorId));
  // Of fewer people, the answers would be somebody's.
  if (told.size < source.policy.minimumGroup)
    return { told: told.size, confirmed: null, dismissed: null, ratedAgain: null };
  const noticeId = noticeIdOf(entry.suggestionId, shipping.revision);
  const answers = { confirmed: new Set<string>(), dismissed: new Set<string>() };
  const filter = { types: ['notice-response'], suggestionIds: [entry.suggestionId] } as const;
  for await (const { facts } of source.store.read(source.tenant, filter)) {
    for (const { actorId, detail } of facts) {
      if (detail['noticeId'] !== noticeId || !told.has(actorId)) continue;
      answers[detail['answer'] === 'confirmed' ? 'confirmed' : 'dismissed'].add(actorId);
    }
  }
  const again = await ratersOf(conversation, collateralId, shipping.move.shippedVersion);
  return {
    told: told.size,
    confirmed: answers.confirmed.size,
    dismissed: [...answers.dismissed].filter((actorId) => !answers.confirmed.has(actorId)).length,
    ratedAgain: [...told].filter((actorId) => again.has(actorId)).length,
  };
}

async function ratersOf(
  { source }: Conversation,
  collateralId: string | null,
  shippedVersion: string | undefined,
): Promise<ReadonlySet<string>> {
  // A request became an item: its first rating counts, in any version.
  const item = collateralId ?? shippedVersion;
  if (item === undefined) return new Set();
  const query = { type: 'low-ratings', collateralIds: [item], atMost: 5 } as const;
  const ratings = await aggregate(source.store, source.tenant, query);
  const counted = ratings.filter(({ version }) => collateralId === null || version === (shippedVersion ?? null));
  return new Set(counted.map(({ actorId }) => actorId));
}
