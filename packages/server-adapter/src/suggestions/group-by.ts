import { getOrMake } from '../store/get-or-make.js';

/** Sorts values into lists by what `keyOf` says of them; each list keeps their order. */
export function groupBy<Value, Key>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) getOrMake(groups, keyOf(value), () => []).push(value);
  return groups;
}
