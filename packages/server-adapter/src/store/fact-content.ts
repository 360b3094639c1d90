import { canonicalJson } from './canonical-json.js';
import type { Fact } from './fact.js';

/**
 * Writes down what the sender said in a fact. Two facts with one id are duplicates when this text is the same, else they conflict.
 *
 * Left out is what the handler derives from its own clock, the catalogue and the sign-in (`receivedAt`, `effectiveAt`, `day`,
 * `slot`, `version`, `team`, `excluded`): those may differ when a lost reply makes a client send again. A version the sender
 * stated is part of `detail`, so it does count.
 */
export function factContent(fact: Fact): string {
  return canonicalJson([fact.type, fact.collateralId, fact.occurredAt, fact.context, fact.detail]);
}
