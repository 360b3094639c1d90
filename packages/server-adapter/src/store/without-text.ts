import type { Fact } from './fact.js';

const writtenFields: ReadonlySet<string> = new Set(['comment', 'body', 'query']);

/**
 * Takes out of a fact what may tell who it was: every text a person wrote, and the address of the page they were on. What
 * figures are made of stays, and with it that a rating had a comment.
 */
export function withoutText(fact: Fact): Fact {
  const detail = Object.fromEntries(
    Object.entries(fact.detail).flatMap(([field, value]): readonly (readonly [string, unknown])[] => {
      if (field === 'comment' && fact.type === 'rating' && value !== '') return [['commented', true]];
      if (writtenFields.has(field)) return [];
      return [[field, field === 'place' ? without(value, 'quote') : value]];
    }),
  );
  return { ...fact, context: fact.context === null ? null : without(fact.context, 'url'), detail };
}

function without<Value>(value: Value, name: string): Value {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => field !== name)) as Value;
}
