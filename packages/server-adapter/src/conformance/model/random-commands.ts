import type { UsageEventType } from '@collateral/sdk/contract';
import type { AggregateQuery } from '../../store/aggregate-query.js';
import type { Fact } from '../../store/fact.js';
import type { Collection, FactFilter } from '../../store/store.js';
import { randomText } from '../conversation-samples.js';
import { sampleFact, sampleId, sampleTime } from '../sample-fact.js';
import { numbersFrom } from '../sample-list.js';
import type { SeededRandom } from '../seeded-random.js';
import type { Command } from './command.js';

// Few names and few ids, so that commands meet each other often.
const tenants = ['main', 'other'] as const;
const actors = ['ana', 'ben', 'tombstone'] as const;
const items = ['deck-42', 'deck-43', null] as const;
const types: readonly [UsageEventType, ...UsageEventType[]] = ['rating', 'rating', 'view', 'rating-withdrawal'];
const collections: readonly [Collection, ...Collection[]] = ['items', 'targets'];
const suggestionIds = [1, 2, 3, 4].map(sampleId) as [string, ...string[]];
const queries: readonly [AggregateQuery, ...AggregateQuery[]] = [
  { type: 'suggestions', suggestionIds },
  { type: 'suggestions', collateralIds: ['deck-42', null] },
  { type: 'supporters', suggestionIds },
  { type: 'low-ratings', collateralIds: ['deck-42', 'deck-43'], atMost: 1 },
  { type: 'ratings', by: ['collateralId', 'afterUse'] },
];
const keys = ['a', 'b', 'c', 'd', 'e'] as const;

/** Makes a sequence of commands. Restarts are among them only if asked for. */
export function randomCommands(random: SeededRandom, count: number, mayRestart: boolean): readonly Command[] {
  return numbersFrom(0, count).map(() => randomCommand(random, mayRestart));
}

function randomCommand(random: SeededRandom, mayRestart: boolean): Command {
  // Most tenants are main, else little would happen in either.
  const tenant = random.below(5) === 0 ? tenants[1] : tenants[0];
  const collection = random.pick(collections);
  const roll = random.below(100);
  if (roll < 35)
    return { type: 'append', tenant, facts: numbersFrom(0, 1 + random.below(5)).map(() => randomFact(random)) };
  if (roll < 52) return { type: random.below(3) === 0 ? 'read' : 'read-on', tenant, filter: randomFilter(random) };
  if (roll < 60) return { type: 'aggregate', tenant, query: random.pick(queries) };
  if (roll < 61) return { type: 'search', tenant, query: { text: randomText(random), limit: 3 } };
  if (roll < 66) return { type: 'reassign', tenant, actorId: random.pick(actors), tombstoneId: random.pick(actors) };
  if (roll < 69) {
    const types = random.pick([undefined, ['rating'], ['vote', 'suggestion', 'view']] as const);
    return { type: 'prune', tenant, before: sampleTime(random.below(12)), types };
  }
  if (roll < 82) {
    const expectedRevision = random.below(2) === 0 ? undefined : random.below(4);
    const value = random.below(100);
    return { type: 'put', tenant, collection, key: random.pick(keys), value, expectedRevision };
  }
  if (roll < 89) return { type: 'get', tenant, collection, key: random.pick(keys) };
  if (roll < 96 || !mayRestart) return { type: 'list', tenant, collection, limit: 1 + random.below(4) };
  return { type: 'restart' };
}

function randomFact(random: SeededRandom): Fact {
  if (random.below(3) === 0) return randomSaying(random);
  return sampleFact(random.below(12), {
    actorId: random.pick(actors),
    type: random.pick(types),
    collateralId: random.pick(items),
    effectiveAt: sampleTime(random.below(24)),
    detail: { value: 1 + random.below(2), ...(random.below(3) === 0 && { comment: 'Written' }) },
  });
}

// Everybody's suggestions have few ids, so that people meet under one.
function randomSaying(random: SeededRandom): Fact {
  const suggestionId = random.pick(suggestionIds);
  const type = random.pick(['suggestion', 'vote', 'vote', 'reply', 'suggestion-withdrawal'] as const);
  const said = {
    suggestion: { body: randomText(random) },
    vote: { suggestionId, on: random.below(2) === 0 },
    reply: { suggestionId, body: 'Soon' },
    'suggestion-withdrawal': { suggestionId },
  };
  return sampleFact(random.below(12), {
    actorId: random.pick(actors),
    type,
    collateralId: type === 'suggestion' ? random.pick(items) : null,
    effectiveAt: sampleTime(random.below(24)),
    detail: said[type],
  });
}

// Few filters, so that reading on meets a cursor kept earlier.
function randomFilter(random: SeededRandom): FactFilter {
  return random.pick<FactFilter>([
    {},
    {},
    { actorId: 'ana' },
    { actorId: 'tombstone' },
    { collateralIds: ['deck-42'] },
    { collateralIds: ['deck-43', 'deck-42'], types: ['rating', 'rating-withdrawal'] },
    { suggestionIds: suggestionIds.slice(0, 2) },
    { from: sampleTime(6), to: sampleTime(18) },
  ]);
}
