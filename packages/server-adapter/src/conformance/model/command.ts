import type { UsageEventType } from '@collateral/sdk/contract';
import type { AggregateQuery } from '../../store/aggregate-query.js';
import type { Fact } from '../../store/fact.js';
import type { Collection, FactFilter } from '../../store/store.js';
import type { TextSearch } from '../../store/text-search.js';

/** One step of a model check. */
export type Command =
  | { readonly type: 'append'; readonly tenant: string; readonly facts: readonly Fact[] }
  /** Reads from the start, or on from where the last read of this tenant and filter ended. */
  | { readonly type: 'read' | 'read-on'; readonly tenant: string; readonly filter: FactFilter }
  /** Asks for rows, or for hits of a text; compared where the store has the capability. */
  | { readonly type: 'aggregate'; readonly tenant: string; readonly query: AggregateQuery }
  | { readonly type: 'search'; readonly tenant: string; readonly query: TextSearch }
  | { readonly type: 'reassign'; readonly tenant: string; readonly actorId: string; readonly tombstoneId: string }
  | {
      readonly type: 'prune';
      readonly tenant: string;
      readonly before: string;
      readonly types: readonly UsageEventType[] | undefined;
    }
  | { readonly type: 'get'; readonly tenant: string; readonly collection: Collection; readonly key: string }
  | {
      readonly type: 'put';
      readonly tenant: string;
      readonly collection: Collection;
      readonly key: string;
      readonly value: number;
      readonly expectedRevision: number | undefined;
    }
  | { readonly type: 'list'; readonly tenant: string; readonly collection: Collection; readonly limit: number }
  /** Closes the store and opens its place again. */
  | { readonly type: 'restart' };

/** Writes a command as one readable line. */
export function describeCommand(command: Command): string {
  switch (command.type) {
    case 'append':
      return `append to ${command.tenant}: ${command.facts.map(describeFact).join('; ')}`;
    case 'read':
    case 'read-on':
      return `${command.type} in ${command.tenant} for ${JSON.stringify(command.filter)}`;
    case 'aggregate':
    case 'search':
      return `${command.type} in ${command.tenant} for ${JSON.stringify(command.query)}`;
    case 'reassign':
      return `reassign in ${command.tenant}: ${command.actorId} to ${command.tombstoneId}`;
    case 'prune':
      return `prune ${command.types?.join(' and ') ?? 'all'} of ${command.tenant} before ${command.before}`;
    case 'get':
      return `get ${command.tenant}/${command.collection}/${command.key}`;
    case 'put':
      return `put ${command.tenant}/${command.collection}/${command.key} = ${command.value}, expecting ${command.expectedRevision ?? 'anything'}`;
    case 'list':
      return `list ${command.tenant}/${command.collection} by ${command.limit}`;
    case 'restart':
      return 'close and open again';
  }
}

function describeFact({ id, actorId, type, collateralId, effectiveAt, detail }: Fact): string {
  return `${actorId} #${Number.parseInt(id.slice(-12), 16)} ${type} ${collateralId ?? '(no item)'} ${JSON.stringify(detail)} at ${effectiveAt}`;
}
