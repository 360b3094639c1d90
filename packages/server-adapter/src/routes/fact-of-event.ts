import { versionAt, type EventContext, type Item, type UsageEvent, type ViewEvent } from '@collateral/sdk/contract';
import type { Caller } from '../request/principal.js';
import { moverRole } from '../suggestions/mover-role.js';
import type { Fact, FactExclusion } from '../store/fact.js';
import { readPlainInstant } from './read-instant.js';

const slotMs = 1_800_000;

/** Fields of an event that a fact has a place of its own for. A stated version also stays in the detail: it is what the sender said. */
const placedFields: ReadonlySet<string> = new Set(['id', 'type', 'occurredAt', 'context', 'collateralId']);

/** What the handler knows about an event beyond what the event says. */
export interface EventCircumstances {
  readonly caller: Caller;
  readonly item: Item | undefined;
  /** It is a vote for or a reply to a request, which is about no item. */
  readonly isRequest: boolean;
  /** When the batch arrived, ISO 8601 UTC. */
  readonly receivedAt: string;
  readonly effectiveAt: number;
  /** Calendar day of `effectiveAt` in the policy's time zone. */
  readonly day: string;
  /** The batch's context, for an event without one. */
  readonly context: EventContext | undefined;
}

/** Turns a checked event into the fact a store keeps: attributed to the signed-in person and placed in time. */
export function factOfEvent(event: UsageEvent, known: EventCircumstances): Fact {
  const { caller, item, effectiveAt } = known;
  const effective = instantOf(effectiveAt, event.occurredAt);
  const stated = 'version' in event ? event.version : undefined;
  const context = event.context ?? known.context ?? null;
  return {
    id: event.id,
    actorId: caller.actorId,
    type: event.type,
    collateralId: collateralIdOf(event),
    // Votes and replies are about a suggestion; the item is known here only to say whose it is.
    version: stated ?? (item === undefined || collateralIdOf(event) === null ? null : versionAt(item, effective)),
    occurredAt: event.occurredAt,
    receivedAt: known.receivedAt,
    effectiveAt: effective,
    day: known.day,
    slot: Math.floor(effectiveAt / slotMs),
    team: caller.team,
    excluded: exclusionOf(known, context, event.type),
    context,
    detail: detailOf(event),
  };
}

// Writing instants is dear, and most events happened when their sender says, written the way we write it.
function instantOf(time: number, likely: string): string {
  return readPlainInstant(likely) === time ? likely : new Date(time).toISOString();
}

function detailOf(event: UsageEvent): Record<string, unknown> {
  if (event.type === 'view') return detailOfView(event);
  const detail: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(event)) if (!placedFields.has(field)) detail[field] = value;
  return detail;
}

// The same fields in the same order, for the events that come most.
function detailOfView({ version, viewId, activeMs, visibleMs, progress }: ViewEvent): Record<string, unknown> {
  return version === undefined
    ? { viewId, activeMs, visibleMs, progress }
    : { version, viewId, activeMs, visibleMs, progress };
}

/** The item an event is about, or null. */
export function collateralIdOf(event: UsageEvent): string | null {
  return ('collateralId' in event ? event.collateralId : undefined) ?? null;
}

function exclusionOf(
  { caller, item, isRequest }: EventCircumstances,
  context: EventContext | null,
  type: UsageEvent['type'],
): FactExclusion | null {
  // Of a reply it says that somebody answered who is answerable: the producer, or whoever manages the item or may take up
  // the request.
  const subject = isRequest ? null : item;
  if (type === 'reply' && subject !== undefined && moverRole(caller, subject) !== null) return 'own-use';
  if (caller.kind === 'service') return 'service';
  // Who lies about it only takes their own events out of the figures.
  if (context?.automation === true) return 'automation';
  return item?.producer !== undefined && caller.producerIds.has(item.producer.id) ? 'own-use' : null;
}
