import { parseReceipt, receiptMediaType, type Receipt } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { problem, type World } from '../handler.fixture.js';
import type { HostileRequest } from './hostile-bodies.fixture.js';

/** Sends a hostile request and checks that it gets a documented answer and does no harm. Gives the status. */
export async function sendHostile(world: World, request: HostileRequest): Promise<number> {
  const headers = new Headers();
  if (request.contentType !== '') headers.set('content-type', request.contentType);
  if (request.contentEncoding !== null) headers.set('content-encoding', request.contentEncoding);
  const reply = await world.call('/v1/events', { method: 'POST', body: request.body, headers });
  if (reply.status !== 200) {
    const { status } = await problem(reply);
    assert.ok(status >= 400 && status < 500, `answered ${status}`);
  } else {
    assert.equal(reply.headers.get('content-type'), receiptMediaType);
    const receipt = (await reply.json()) as Receipt;
    const sent = receipt.accepted + receipt.duplicates + receipt.rejected.length;
    assert.ok(parseReceipt(receipt, receipt.batchId, sent) !== null, 'the receipt is not one');
  }
  assert.deepEqual(world.errors, [], 'a fault was reported');
  assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined, 'a prototype was changed');
  return reply.status;
}
