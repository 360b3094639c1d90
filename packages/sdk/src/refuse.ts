import { CollateralError, type ErrorCode } from './contract/errors.js';

/** Throws what a programmer did wrong: the name, what it must be, and the offending value. */
export function refuse(code: ErrorCode, name: string, expected: string, value: unknown): never {
  // A glimpse of what somebody else wrote, made in a way that cannot itself throw.
  let got = `a ${typeof value}`;
  if (typeof value === 'string') got = JSON.stringify(value.slice(0, 40));
  else if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined)
    got = `${value}`;
  throw new CollateralError(code, `${name} must be ${expected}, got ${got}.`);
}
