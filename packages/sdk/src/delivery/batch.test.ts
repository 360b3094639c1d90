import { expect } from 'chai';
import { row } from '../outbox/rows.fixture.js';
import type { Reply } from '../transport/transport.js';
import { fillBatch } from './batch.js';

const head = { batchId: 'b-1', sentAt: '2026-01-05T12:00:00.000Z', forActor: 'tag-1' };
const here = '{"url":"https://intranet.test/here"}';
const there = '{"url":"https://intranet.test/there"}';

describe('a batch', () => {
  it('says once what most of its events share, and the rest with each', () => {
    const rows = [row('1', { context: there }), row('2', { context: here }), row('3', { context: here }), row('4')];
    expect(JSON.parse(fillBatch(head, rows, 10_000).body)).to.deep.equal({
      protocol: 1,
      ...head,
      context: JSON.parse(here) as unknown,
      events: [{ id: '1', context: JSON.parse(there) as unknown }, { id: '2' }, { id: '3' }, { id: '4' }],
    });
  });

  it('says no context when no event has one', () => {
    expect(JSON.parse(fillBatch(head, [row('1')], 10_000).body)).to.deep.equal({
      protocol: 1,
      ...head,
      events: [{ id: '1' }],
    });
  });

  it('never has more bytes than it may, whatever the token is made of', () => {
    const withToken = { ...head, token: '€'.repeat(2_000) };
    const rows = Array.from({ length: 50 }, (_, index) => sized(`${10 + index}`));
    const { body, rows: taken } = fillBatch(withToken, rows, 12_000);
    expect(new TextEncoder().encode(body).length).to.be.within(10_000, 12_000);
    expect(taken.length).to.be.within(1, 49);
  });

  it('has room for the events whose context is said once', () => {
    const rows = Array.from({ length: 10 }, (_, index) => sized(`${10 + index}`, `{"url":"${'x'.repeat(900)}"}`));
    expect(fillBatch(head, rows, 5_400).rows).to.have.length(10);
    expect(fillBatch(head, rows, 3_000).rows.length).to.be.below(10);
  });

  it('takes one event that is larger than it may be, and goes on with those that fit', () => {
    const large = { ...sized('2'), bytes: 9_000 };
    expect(fillBatch(head, [large], 1_000).rows).to.deep.equal([large]);
    expect(fillBatch(head, [sized('1'), large], 1_000).rows).to.deep.equal([sized('1')]);
  });

  it('is settled by a receipt of its own only', () => {
    const batch = fillBatch(head, [row('1')], 10_000);
    const receipt = { batchId: 'b-1', accepted: 1, duplicates: 0, rejected: [] };
    const answer = (body: unknown, mediaType = 'application/vnd.collateral.receipt+json'): Reply => ({
      status: 200,
      mediaType,
      body,
      retryAtMs: 0,
    });
    expect(batch.readReceipt(answer(receipt))).to.deep.equal(receipt);
    expect(batch.readReceipt(answer(receipt, 'application/json'))).to.equal(null);
    expect(batch.readReceipt(answer({ ...receipt, batchId: 'b-2' }))).to.equal(null);
    expect(batch.readReceipt(answer({ ...receipt, accepted: 2 }))).to.equal(null);
  });
});

/** A row whose `bytes` are those of its event and context. */
function sized(id: string, context = '{"url":"x"}'): ReturnType<typeof row> {
  const json = `{"id":"${id}","query":"${'q'.repeat(200)}"}`;
  return row(id, { json, context, bytes: json.length + context.length + ',"context":'.length });
}
