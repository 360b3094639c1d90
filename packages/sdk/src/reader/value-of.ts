import { CollateralError } from '../contract/errors.js';
import type { Answer } from '../transport/outcome.js';

/** Returns what was asked for or throws why not. */
export function valueOf<Value>({ value, failure }: Answer<Value>): Value {
  if (failure) throw new CollateralError(failure.code, failure.message);
  return value as Value;
}
