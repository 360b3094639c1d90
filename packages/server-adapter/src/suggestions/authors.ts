import type { Author } from '@collateral/sdk/contract';
import { readGroups, type InsightsSource } from '../insights/source.js';
import { pseudonymKey } from './pseudonym-key.js';
import { pseudonymize } from '../privacy/pseudonymize.js';

/** Tells the names of people; who is missing from the answer has none to tell. */
export type NamesOf = (
  tenant: string,
  actorIds: readonly string[],
) => Promise<ReadonlyMap<string, string>> | ReadonlyMap<string, string>;

/** Somebody who wrote something: who, and for which team then. */
export interface Writer {
  readonly actorId: string;
  readonly team: string | null;
}

/** What decides how people appear. */
export interface AuthorSource {
  readonly figures: InsightsSource;
  readonly secret: string | null;
  readonly namesOf: NamesOf | null;
  /** Whose eyes it is shaped for. */
  readonly reader: string;
}

/** Says how each writer appears on one item, or among requests. */
export async function readAuthors(
  source: AuthorSource,
  place: string | null,
  writers: readonly Writer[],
): Promise<(writer: Writer) => Author> {
  const actorIds = [...new Set(writers.map(({ actorId }) => actorId))];
  const [names, groups] = await Promise.all([namesFor(source, place, actorIds), readGroups(source.figures)]);
  const { minimumGroup } = source.figures.policy;
  return ({ actorId, team }) => {
    const group = team === null ? undefined : groups.get(team);
    // A team of three with its name beside a text is a name beside a text.
    const isLarge = group !== undefined && (group.size ?? 0) >= minimumGroup;
    return {
      name: names.get(actorId) ?? null,
      team: isLarge ? group.name : null,
      mine: actorId === source.reader,
    };
  };
}

async function namesFor(
  { figures, secret, namesOf }: AuthorSource,
  place: string | null,
  actorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { commentIdentity } = figures.policy;
  if (commentIdentity === 'anonymous' || actorIds.length === 0) return new Map();
  const told = commentIdentity === 'named' && namesOf !== null ? await namesOf(figures.tenant, actorIds) : null;
  const unnamed = actorIds.filter((actorId) => told?.has(actorId) !== true);
  const key = unnamed.length === 0 ? '' : await pseudonymKey(figures.store, figures.tenant, secret);
  const made = await Promise.all(
    unnamed.map(async (actorId): Promise<[string, string]> => {
      const hash = await pseudonymize(key, JSON.stringify(['collateral author 1', figures.tenant, place, actorId]));
      return [actorId, `Colleague ${letters(hash)}`];
    }),
  );
  return new Map([...(told ?? []), ...made]);
}

// Four of 32 signs that can't be taken for each other: a million names, for the few dozen people who write about one item.
function letters(hash: string): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return Array.from(
    { length: 4 },
    (_, index) => alphabet[(hash.charCodeAt(index) * 7 + hash.charCodeAt(index + 8)) % 32],
  ).join('');
}
