import { expect } from 'chai';
import { CollateralError, isCollateralError } from '../index.js';
import type { Dispute, DisputeCommand, SettleCommand } from '../contract/index.js';
import { createTestClient, problem, reply, type TestClient } from '../testing/index.js';

const dispute: Dispute = {
  ratingId: 'rating-1',
  collateralId: 'deck-42',
  title: 'Deck',
  version: null,
  value: 1,
  comment: 'Too long',
  month: '2026-05',
  reason: 'About another deck',
  status: 'open',
  openedAt: '2026-05-20T09:00:00.000Z',
  settledAt: null,
  settlement: null,
  revision: 1,
  maySettle: true,
};
const command: DisputeCommand = { collateralId: 'deck-42', ratingId: 'rating-1', reason: ' About another deck ' };
const settlement: SettleCommand = { upheld: true, reason: 'So it is', expect: 1 };

async function errorOf(asking: Promise<unknown>): Promise<CollateralError> {
  const error = await asking.catch((reason: unknown) => reason);
  return isCollateralError(error) ? error : new CollateralError('unexpected-reply', `resolved: ${String(error)}`);
}

describe('disputes', () => {
  let world: TestClient;
  beforeEach(() => {
    world = createTestClient();
  });
  afterEach(() => world.client.close());

  const sent = (): readonly unknown[] =>
    world.server.requests.flatMap(({ path, body }) => (path.startsWith('/v1/disputes') ? [[path, body]] : []));
  const answer = (respond: () => Response): void => {
    world.server.answer = ({ path }) => (path.startsWith('/v1/disputes') ? respond() : undefined);
  };

  it('are read as the server gives them', async () => {
    expect(await world.client.disputes()).to.deep.equal({ disputes: [] });
    answer(() => reply({ disputes: [dispute] }));
    expect(await world.client.disputes()).to.deep.equal({ disputes: [dispute] });
  });

  it('are opened and settled, and what became of them comes back', async () => {
    answer(() => reply({ dispute }));
    expect(await world.client.dispute(command)).to.deep.equal(dispute);
    expect(await world.client.settleDispute('rating/1', settlement)).to.deep.equal(dispute);
    expect(sent()).to.deep.equal([
      ['/v1/disputes', { ...command, reason: 'About another deck' }],
      ['/v1/disputes/rating%2F1/settle', settlement],
    ]);
  });

  it('are tried once more when there was no answer', async () => {
    let tries = 0;
    answer(() => ((tries += 1) === 1 ? Response.error() : reply({ dispute })));
    expect(await world.client.settleDispute('rating-1', settlement)).to.deep.equal(dispute);
    expect(tries).to.equal(2);
  });

  it('reject with the dispute as it is now when somebody else settled it', async () => {
    const now = { ...dispute, status: 'rejected', settledAt: dispute.openedAt, settlement: 'It is fair', revision: 2 };
    answer(() =>
      reply({ code: 'revision-conflict', status: 409, title: 'Conflict', now }, 'application/problem+json', 409),
    );
    const error = await errorOf(world.client.settleDispute('rating-1', settlement));
    expect([error.code, error.cause]).to.deep.equal(['revision-conflict', now]);
    answer(() => problem(409, 'revision-conflict'));
    expect((await errorOf(world.client.settleDispute('rating-1', settlement))).cause).to.equal(undefined);
  });

  const failures: readonly [code: string, respond: () => Response][] = [
    ['not-found', () => problem(404, 'not-found')],
    ['forbidden', () => problem(403, 'forbidden')],
    ['not-signed-in', () => problem(401, 'not-signed-in')],
    ['network-failed', () => Response.error()],
    ['unexpected-reply', () => reply({ dispute: { ...dispute, revision: 'one' } })],
  ];
  for (const [code, respond] of failures)
    it(`reject with ${code} for ${respond.toString().slice(6)}`, async () => {
      answer(respond);
      expect((await errorOf(world.client.dispute(command))).code).to.equal(code);
    });

  const refused: readonly [field: string, change: object][] = [
    ['collateralId', { collateralId: '' }],
    ['ratingId', { ratingId: '' }],
    ['reason', { reason: '  ' }],
    ['reason', { reason: 'x'.repeat(1_001) }],
  ];
  for (const [field, change] of refused)
    it(`are refused before anything is sent: ${JSON.stringify(change).slice(0, 40)}`, async () => {
      const error = await errorOf(world.client.dispute({ ...command, ...change }));
      expect(error.message).to.match(new RegExp(`^${field} must be `));
      expect(sent()).to.deep.equal([]);
    });

  for (const change of [{ upheld: 'yes' }, { expect: 0 }, { reason: '' }])
    it(`are not settled with ${JSON.stringify(change)}`, async () => {
      const wrong = { ...settlement, ...change } as SettleCommand;
      expect((await errorOf(world.client.settleDispute('rating-1', wrong))).code).to.equal('invalid-option');
      expect(sent()).to.deep.equal([]);
    });
});
