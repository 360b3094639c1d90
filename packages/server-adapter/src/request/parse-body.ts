import { CollateralError } from '@collateral/sdk/contract';
import * as v from 'valibot';

/**
 * Checks a JSON body against a schema of the contract.
 *
 * @param name - what the body is, for the message: `batch`, `query`, `list of items`.
 * @throws CollateralError `invalid-batch` naming the first wrong field.
 */
export function parseBody<Output>(schema: v.GenericSchema<unknown, Output>, input: unknown, name: string): Output {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  // To valibot a list is an object without the wanted fields, which would make a misleading message.
  const path = Array.isArray(input) ? null : v.getDotPath(result.issues[0]);
  const fault = path === null ? 'it must be a JSON object' : `${path.slice(0, 100)} is missing or has a wrong value`;
  throw new CollateralError('invalid-batch', `The body is not a ${name}: ${fault}. See docs/wire-protocol.md.`);
}
