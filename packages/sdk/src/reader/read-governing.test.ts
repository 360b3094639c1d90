import { expect } from 'chai';
import { isCollateralError } from '../index.js';
import type { StoredTarget, TargetCommand, TargetConflict } from '../contract/index.js';
import { createTestClient, reply, type TestClient } from '../testing/index.js';

const command: TargetCommand = {
  measure: 'P5',
  subject: 'team',
  id: 'west',
  value: 0.8,
  owner: 'Dana Reed',
  from: '2026-07-01',
  until: null,
  reason: 'Agreed in June',
  expect: 1,
};
const { reason: _, expect: __, ...values } = command;
const stored: StoredTarget = { ...values, revision: 2, setAt: '2026-06-30T09:00:00.000Z' };

async function failureOf(asking: Promise<unknown>): Promise<{ code: string; cause: unknown }> {
  const error = await asking.catch((reason: unknown) => reason);
  if (!isCollateralError(error)) throw new Error(`no CollateralError: ${String(error)}`);
  return { code: error.code, cause: error.cause };
}

describe('targets and the audit trail', () => {
  let world: TestClient;
  beforeEach(() => {
    world = createTestClient();
  });
  afterEach(() => world.client.close());

  const answer = (path: string, make: () => Response): void => {
    world.server.answer = (request) => (request.path === path ? make() : undefined);
  };
  const sent = (path: string): typeof world.server.requests =>
    world.server.requests.filter((request) => request.path === path);

  it('asks for the targets one may see', async () => {
    answer('/v1/targets', () => reply({ targets: [stored] }));
    expect(await world.client.targets()).to.deep.equal({ targets: [stored] });
    answer('/v1/targets', () => reply({ targets: [{ ...stored, value: '80 %' }] }));
    expect((await failureOf(world.client.targets())).code).to.equal('unexpected-reply');
  });

  it('sets a target with a PUT and gives it as it is kept', async () => {
    answer('/v1/targets', () => reply({ target: stored }));
    expect(await world.client.setTarget(command)).to.deep.equal(stored);
    const [request] = sent('/v1/targets');
    expect(request?.method).to.equal('PUT');
    expect(request?.body).to.deep.equal(command);
  });

  it('sends the same command once more when there was no answer', async () => {
    let tries = 0;
    answer('/v1/targets', () => {
      tries += 1;
      return tries === 1 ? Response.error() : reply({ target: stored });
    });
    expect(await world.client.setTarget(command)).to.deep.equal(stored);
    expect(tries).to.equal(2);
  });

  it('tells what is there now when somebody else was faster', async () => {
    answer('/v1/targets', () =>
      reply({ status: 409, code: 'revision-conflict', target: stored }, 'application/problem+json', 409),
    );
    const { code, cause } = await failureOf(world.client.setTarget(command));
    expect(code).to.equal('revision-conflict');
    expect((cause as TargetConflict).target).to.deep.equal(stored);
  });

  for (const wrong of [
    { measure: 'P2' },
    { subject: 'organisation' },
    { id: null },
    { value: Number.NaN },
    { owner: ' ' },
    { from: 'tomorrow' },
    { until: '2026-06-30' },
    { expect: -1 },
    { reason: '' },
  ])
    it(`refuses ${JSON.stringify(wrong)} before anything is sent`, async () => {
      const { code } = await failureOf(world.client.setTarget({ ...command, ...(wrong as object) }));
      expect(code).to.equal('invalid-option');
      expect(sent('/v1/targets')).to.deep.equal([]);
    });

  it('sets nothing once it is closed', async () => {
    await world.client.close();
    expect((await failureOf(world.client.setTarget(command))).code).to.equal('client-closed');
  });

  it('reads the audit trail a page at a time, of one kind of change', async () => {
    const about = { type: 'team', id: 'west', name: 'Sales, West' };
    const by = { name: 'Bo Boss', role: 'manager', mine: false };
    const entry = { id: '1', type: 'target', at: stored.setAt, by, about, before: null, after: { ...values } };
    const trail = { entries: [{ ...entry, reason: 'Agreed in June', teams: [] }], nextCursor: 'c' };
    answer('/v1/audit', () => reply(trail));
    expect(await world.client.audit({ type: 'target', cursor: 'b', limit: 20 })).to.deep.equal(trail);
    const [request] = sent('/v1/audit');
    expect(request?.query).to.deep.equal({ type: 'target', cursor: 'b', limit: '20' });
    answer('/v1/audit', () => reply({ entries: [{ ...entry, by: 'Bo' }] }));
    expect((await failureOf(world.client.audit())).code).to.equal('unexpected-reply');
    expect((await failureOf(world.client.audit({ limit: 0 }))).code).to.equal('invalid-query');
    expect((await failureOf(world.client.audit({ type: 'all' as 'target' }))).code).to.equal('invalid-query');
  });
});
