import type { Fact } from './fact.js';

/** Gives the id of the suggestion a fact makes or names; null when it is about none. */
export function suggestionOf({ type, id, detail }: Pick<Fact, 'type' | 'id' | 'detail'>): string | null {
  if (type === 'suggestion') return id;
  const { suggestionId } = detail;
  return typeof suggestionId === 'string' ? suggestionId : null;
}
