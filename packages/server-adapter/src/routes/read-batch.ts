import { batchSchema, CollateralError, limits, type Batch } from '@collateral/sdk/contract';
import { parseBody } from '../request/parse-body.js';
import type { Caller } from '../request/principal.js';
import { readSizedJson } from '../request/read-json.js';
import type { Call } from './route.js';

/** A batch and the person who sent it. */
export interface SignedBatch {
  readonly batch: Batch;
  readonly caller: Caller;
  /** Size of the body after inflating. */
  readonly bytes: number;
}

/**
 * Reads a batch and asks the host who sent it.
 *
 * The body comes first because a closing page carries its token there. Still, somebody who is not signed in hears just
 * that, and learns nothing about their body.
 */
export async function readBatch(call: Call): Promise<SignedBatch> {
  const body = await readSizedJson(call.request, ['application/json', 'text/plain']).catch((error: unknown) => ({
    error,
  }));
  const caller = await call.signIn('input' in body ? tokenOf(body.input) : undefined);
  if ('error' in body) throw body.error;
  const batch = parseBatch(body.input);
  call.limits.takeEvents(batch.events.length, caller, call.receivedAt);
  return { batch, caller, bytes: body.bytes };
}

function tokenOf(input: unknown): string | undefined {
  const token = isObject(input) ? input['token'] : undefined;
  return typeof token === 'string' && token !== '' ? token : undefined;
}

function parseBatch(input: unknown): Batch {
  // Protocol and count before the rest: a newer protocol may have other fields, and the sender can halve a batch.
  if (isObject(input) && Object.hasOwn(input, 'protocol') && input['protocol'] !== 1) {
    throw new CollateralError(
      'unsupported-protocol',
      'This server speaks protocol 1. Update the server, or use the SDK that belongs to it.',
    );
  }
  if (isObject(input) && Array.isArray(input['events']) && input['events'].length > limits.eventsPerBatch) {
    throw new CollateralError(
      'body-too-large',
      `A batch may have at most ${limits.eventsPerBatch} events, got ${input['events'].length}. Send the rest in another batch.`,
    );
  }
  if (!isObject(input) || !Array.isArray(input['events'])) return parseBody(batchSchema, input, 'batch');
  // To the schema of a batch its events are anything at all; each is checked later, and here they need not be walked through.
  return { ...parseBody(batchSchema, { ...input, events: [] }, 'batch'), events: input['events'] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
