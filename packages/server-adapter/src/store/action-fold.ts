import { groupBy, isAsked, isItemAsked } from './aggregate-group.js';
import type { ActionsQuery } from './aggregate-query.js';
import type { ActionsRow } from './aggregate-row.js';
import type { Fact } from './fact.js';
import { getOrMake } from './get-or-make.js';
import { itemAction, type ItemAction } from './item-action.js';

/** Counts what was done with items. */
export class ActionFold {
  readonly #counts = new Map<string, ActionCount>();

  /** Takes one fact in. Facts that say nothing of an action change nothing. */
  add(fact: Fact): void {
    const action = itemAction(fact);
    const { collateralId, version, team, day, excluded, actorId } = fact;
    if (action === null || collateralId === null) return;
    const at = { collateralId, version, team, day, excluded, action };
    const count = getOrMake(this.#counts, JSON.stringify(at), () => ({ at, timesOf: new Map<string, number>() }));
    count.timesOf.set(actorId, (count.timesOf.get(actorId) ?? 0) + 1);
  }

  /** Gives times and people. */
  rows(query: ActionsQuery): readonly ActionsRow[] {
    const rows = new Map<string, Omit<ActionsRow, 'people'> & { times: number; readonly people: Set<string> }>();
    for (const { at, timesOf } of this.#counts.values()) {
      if (!isItemAsked(at.collateralId, query) || !isAsked(at, query)) continue;
      const { excluded, action } = at;
      const group = groupBy(query.by, at);
      const row = getOrMake(rows, JSON.stringify([group, excluded, action]), () => ({
        type: 'actions' as const,
        group,
        excluded,
        action,
        times: 0,
        people: new Set<string>(),
      }));
      for (const [actorId, times] of timesOf) {
        row.times += times;
        row.people.add(actorId);
      }
    }
    return [...rows.values()].map((row) => ({ ...row, people: row.people.size }));
  }
}

interface ActionCount {
  readonly at: Pick<Fact, 'version' | 'team' | 'day' | 'excluded'> & {
    readonly collateralId: string;
    readonly action: ItemAction;
  };
  readonly timesOf: Map<string, number>;
}
