import { CollateralError } from '@collateral/sdk/contract';
import * as v from 'valibot';

/**
 * Checks a JSON body against a schema of the contract.
 *
 * @param name - what the body is, for the message: `batch`, `query`, `list of items`.
 * @throws CollateralError `invalid-batch` naming the first wrong field, `body-too-large` for a list with too many entries.
 */
export function parseBody<Output>(schema: v.GenericSchema<unknown, Output>, input: unknown, name: string): Output {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  if (issue.type === 'max_length' && Array.isArray(issue.input)) {
    const most = String((issue as { readonly requirement?: unknown }).requirement);
    throw new CollateralError(
      'body-too-large',
      `A list may have at most ${most} entries, got ${issue.input.length}. Send less at a time.`,
    );
  }
  // To valibot a list is an object without the wanted fields, which would make a misleading message.
  const path = Array.isArray(input) ? null : v.getDotPath(issue);
  const fault = path === null ? 'it must be a JSON object' : `${path.slice(0, 100)} is missing or has a wrong value`;
  throw new CollateralError('invalid-batch', `The body is not a ${name}: ${fault}. See docs/wire-protocol.md.`);
}

/** Names the first field that does not fit a schema, as `versions.0.publishedAt`; null when all do. */
export function firstFault(schema: v.GenericSchema, input: unknown): string | null {
  const result = v.safeParse(schema, input, { abortEarly: true });
  return result.success ? null : (v.getDotPath(result.issues[0]) ?? '');
}
