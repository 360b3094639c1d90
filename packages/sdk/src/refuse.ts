import { CollateralError, type ErrorCode } from './contract/errors.js';

/** Throws what a programmer did wrong: the name, what it must be, the offending value and where it says what to do. */
export function refuse(code: ErrorCode, name: string, expected: string, value: unknown): never {
  // A glimpse of what somebody else wrote, made in a way that cannot itself throw.
  let got = `a ${typeof value}`;
  if (typeof value === 'string') got = value.length > 40 ? `${value.length} characters` : JSON.stringify(value);
  else if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined)
    got = `${value}`;
  throw new CollateralError(code, `${name} must be ${expected}, got ${got}. See docs/errors.md#${code}`);
}
