import type { UsageEventType } from '@collateral/sdk/contract';
import type { FreshCache } from '../insights/fresh-cache.js';
import { counted, readCatalogue, readGroups, type InsightsSource } from '../insights/source.js';
import { getOrMake } from '../store/get-or-make.js';
import { EngagementBook, type TeamUse } from './engagement-book.js';
import { isEngaged } from './is-engaged.js';
import type { MeasuredPeriod } from './measured-period.js';
import type { RequiredItem } from './team-use.js';

const engagingTypes: readonly UsageEventType[] = ['view', 'usage', 'completion'];

// As many as there are handlers in a process, each with its tenants; they go with the handler.
const books = new WeakMap<FreshCache, Map<string, EngagementBook>>();

/** Reads who really used what in a period and the month before it, and what low ratings they gave. */
export function readTeamUse(source: InsightsSource, { span, window }: MeasuredPeriod, since: string): Promise<TeamUse> {
  return counted(source, `team use ${span.firstDay} ${span.lastDay}`, () => bookOf(source, since).read(window));
}

function bookOf(source: InsightsSource, since: string): EngagementBook {
  const tenants = books.get(source.cache) ?? new Map<string, EngagementBook>();
  books.set(source.cache, tenants);
  const known = tenants.get(source.tenant);
  if (known !== undefined && known.from <= since) return known;
  const book = new EngagementBook(source, since);
  tenants.set(source.tenant, book);
  return book;
}

/** Reads the items that are required of groups, with who of each group really used them, ever. By group. */
export function readRequired(source: InsightsSource): Promise<ReadonlyMap<string, readonly RequiredItem[]>> {
  return counted(source, 'required items', async () => {
    const [items, groups] = await Promise.all([readCatalogue(source), readGroups(source)]);
    const required = [...items.values()].filter(({ requiredFor }) => (requiredFor?.length ?? 0) > 0);
    const used = await readFirstUses(
      source,
      required.map(({ id }) => id),
    );
    const byGroup = new Map<string, RequiredItem[]>();
    for (const { id, requiredFor = [], versions = [], retiredAt } of required)
      for (const group of requiredFor) {
        const { size = null, teams = [] } = groups.get(group) ?? {};
        if (size === null) continue;
        const published = versions.map(({ publishedAt }) => publishedAt).toSorted()[0];
        getOrMake(byGroup, group, (): RequiredItem[] => []).push({
          collateralId: id,
          publishedAt: published ?? null,
          retiredAt: retiredAt ?? null,
          people: size,
          engagedAt: firstOfEach([group, ...teams].map((team) => used.get(JSON.stringify([team, id])))),
        });
      }
    return byGroup;
  });
}

/** When each person was first in one of some lists. */
function firstOfEach(lists: readonly (ReadonlyMap<string, string> | undefined)[]): readonly string[] {
  const first = new Map<string, string>();
  for (const list of lists)
    for (const [person, at] of list ?? []) {
      const known = first.get(person);
      if (known === undefined || at < known) first.set(person, at);
    }
  return [...first.values()];
}

/** When each person first really used an item, by team and item. */
async function readFirstUses(
  { store, tenant }: InsightsSource,
  collateralIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const uses = new Map<string, Map<string, string>>();
  if (collateralIds.length === 0) return uses;
  for await (const { facts } of store.read(tenant, { types: engagingTypes, collateralIds }))
    for (const fact of facts) {
      if (fact.excluded !== null || !isEngaged(fact)) continue;
      const people = getOrMake(uses, JSON.stringify([fact.team, fact.collateralId]), () => new Map<string, string>());
      const known = people.get(fact.actorId);
      if (known === undefined || fact.effectiveAt < known) people.set(fact.actorId, fact.effectiveAt);
    }
  return uses;
}
