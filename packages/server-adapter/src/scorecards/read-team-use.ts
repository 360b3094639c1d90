import type { UsageEventType } from '@collateral/sdk/contract';
import { addDays } from '../insights/day-math.js';
import { counted, readCatalogue, readGroups, type InsightsSource } from '../insights/source.js';
import type { Fact } from '../store/fact.js';
import { getOrMake } from '../store/get-or-make.js';
import type { MeasuredPeriod } from './measured-period.js';
import type { EngagedPair, LowRating, RequiredItem } from './team-use.js';

/** What the people of each team did. People without a team are under null. */
export interface TeamUse {
  readonly pairs: ReadonlyMap<string | null, readonly EngagedPair[]>;
  readonly lowRatings: ReadonlyMap<string | null, readonly LowRating[]>;
}

const engagingTypes: readonly UsageEventType[] = ['view', 'usage', 'completion'];
// A pair is judged 30 days after it began.
const daysBefore = 31;

/** Reads who really used what in a period and the month before it, and what low ratings they gave. Reads the log. */
export function readTeamUse(source: InsightsSource, { span, window }: MeasuredPeriod): Promise<TeamUse> {
  return counted(source, `team use ${span.firstDay} ${span.lastDay}`, async () => {
    const { store, tenant, policy } = source;
    const pairs = new Map<string, Pair>();
    const lowRatings = new Map<string, Fact>();
    const from = `${addDays(window.from.slice(0, 10), -daysBefore)}T00:00:00.000Z`;
    const filter = { types: [...engagingTypes, 'rating'], from, to: window.to } as const;
    for await (const { facts } of store.read(tenant, filter))
      for (const fact of facts) {
        if (fact.excluded !== null || fact.collateralId === null) continue;
        const place = JSON.stringify([fact.actorId, fact.collateralId]);
        const pair = getOrMake(pairs, place, () => ({ engaged: null, team: null, ratedAt: [] }));
        if (fact.type === 'rating') {
          pair.ratedAt.push(fact.effectiveAt);
          if (isLow(fact, policy.lowRating) && fact.effectiveAt >= window.from)
            keepLatest(lowRatings, JSON.stringify([fact.actorId, fact.collateralId, fact.version]), fact);
        } else if (isEngaged(fact) && (pair.engaged === null || fact.effectiveAt < pair.engaged)) {
          pair.engaged = fact.effectiveAt;
          pair.team = fact.team;
        }
      }
    return { pairs: pairsByTeam(pairs), lowRatings: ratingsByTeam(lowRatings.values()) };
  });
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
        const size = groups.get(group)?.size ?? null;
        if (size === null) continue;
        const published = versions.map(({ publishedAt }) => publishedAt).toSorted()[0];
        getOrMake(byGroup, group, (): RequiredItem[] => []).push({
          collateralId: id,
          publishedAt: published ?? null,
          retiredAt: retiredAt ?? null,
          people: size,
          engagedAt: [...(used.get(JSON.stringify([group, id]))?.values() ?? [])],
        });
      }
    return byGroup;
  });
}

interface Pair {
  engaged: string | null;
  team: string | null;
  readonly ratedAt: string[];
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

/** At least 10 s active, or half of it seen, or a download, or a completion (docs/metrics.md). */
function isEngaged({ type, detail }: Fact): boolean {
  if (type === 'completion') return true;
  const { activeMs, progress, action } = detail;
  if (type === 'usage') return action === 'download';
  return (typeof activeMs === 'number' && activeMs >= 10_000) || (typeof progress === 'number' && progress >= 0.5);
}

function isLow({ detail }: Fact, lowRating: number): boolean {
  const { value } = detail;
  return typeof value === 'number' && value <= lowRating;
}

function keepLatest(facts: Map<string, Fact>, place: string, fact: Fact): void {
  const known = facts.get(place);
  if (known === undefined || fact.effectiveAt > known.effectiveAt) facts.set(place, fact);
}

function pairsByTeam(pairs: ReadonlyMap<string, Pair>): ReadonlyMap<string | null, readonly EngagedPair[]> {
  const teams = new Map<string | null, EngagedPair[]>();
  for (const [place, { engaged, team, ratedAt }] of pairs) {
    if (engaged === null) continue;
    const [actorId, collateralId] = JSON.parse(place) as [string, string];
    getOrMake(teams, team, (): EngagedPair[] => []).push({ actorId, collateralId, engagedAt: engaged, ratedAt });
  }
  return teams;
}

function ratingsByTeam(facts: Iterable<Fact>): ReadonlyMap<string | null, readonly LowRating[]> {
  const teams = new Map<string | null, LowRating[]>();
  for (const { actorId, team, effectiveAt, detail } of facts) {
    const { reasons, comment } = detail;
    const saysWhy = (Array.isArray(reasons) && reasons.length > 0) || (typeof comment === 'string' && comment !== '');
    getOrMake(teams, team, (): LowRating[] => []).push({ actorId, ratedAt: effectiveAt, saysWhy });
  }
  return teams;
}
