import type { AuditEntry, AuditSubject, InsightsChoice } from '@collateral/sdk/contract';
import type { InsightsSource } from '../insights/source.js';
import { readItems } from '../store/catalogue.js';
import type { NamesOf } from '../suggestions/authors.js';
import type { StoredEntry } from './audit-trail.js';
import { readSubjects } from './subjects.js';

/** Who reads the trail. */
export interface AuditReader {
  readonly actorId: string;
  /** What somebody may not see has no title for them. */
  readonly canSee: (collateralId: string) => boolean;
  /** The host's names of people, or null. */
  readonly namesOf: NamesOf | null;
}

type Names = ReadonlyMap<string, string>;

/** Shapes entries for a reader: with the names of today of whoever made the changes and of what they are about. */
export async function nameEntries(
  source: InsightsSource,
  entries: readonly StoredEntry[],
  { actorId: reader, canSee, namesOf }: AuditReader,
): Promise<readonly AuditEntry[]> {
  const { store, tenant } = source;
  const abouts = entries.flatMap(({ about }) => about ?? []);
  const items = abouts.flatMap(({ type, id }) => (type === 'item' && id !== null && canSee(id) ? [id] : []));
  const authors = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))];
  const namesTeams = abouts.some(({ type }) => type === 'team') || entries.some((entry) => teamsIn(entry).length > 0);
  const [titles, producers, teams, people] = await Promise.all([
    readItems(store, tenant, [...new Set(items)]),
    abouts.some(({ type }) => type === 'producer') ? readNames(source, 'producer') : new Map<string, string>(),
    namesTeams ? readNames(source, 'team') : new Map<string, string>(),
    namesOf === null || authors.length === 0 ? null : namesOf(tenant, authors),
  ]);
  const nameOf = ({ type, id }: Omit<AuditSubject, 'name'>): string | null => {
    if (id === null) return null;
    if (type === 'item') return titles.get(id)?.title ?? null;
    return (type === 'team' ? teams : producers).get(id) ?? null;
  };
  return entries.map(({ key, actorId, role, about, ...change }) => ({
    id: key,
    ...change,
    about: about && { ...about, name: nameOf(about) },
    by: { name: actorId === null ? null : (people?.get(actorId) ?? null), role, mine: actorId === reader },
    teams: teamsIn(change).flatMap((id): readonly InsightsChoice[] => {
      const name = teams.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
  }));
}

async function readNames(source: InsightsSource, type: 'producer' | 'team'): Promise<Names> {
  const subjects = await readSubjects(source, type);
  return new Map(subjects.flatMap(({ id, name }) => (id === null ? [] : [[id, name] as const])));
}

/** The teams that owned something before and after. */
function teamsIn({ before, after }: Pick<StoredEntry, 'before' | 'after'>): readonly string[] {
  const teams = [before?.['team'], after?.['team']].filter((team) => typeof team === 'string');
  return [...new Set(teams)];
}
