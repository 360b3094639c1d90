import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { batch, rating, World } from '../handler.fixture.js';
import { createMemoryStore } from '../store/memory-store.js';
import type { Principal, Role } from '../request/principal.js';
import type { Route } from './route.js';
import { routes } from './routes.js';

const command = { id: '01980000-0000-7000-8000-000000000001', expect: 0, reason: 'Because' };

/** A good call of each route. */
const calls: Readonly<Record<string, { readonly path: string; readonly body?: unknown }>> = {
  'POST /v1/events': { path: '/v1/events', body: batch([rating(1)]) },
  'POST /v1/ratings/query': { path: '/v1/ratings/query', body: { items: [{ collateralId: 'deck-42' }] } },
  'GET /v1/items': { path: '/v1/items' },
  'PUT /v1/items': { path: '/v1/items', body: { items: [{ id: 'deck-42', title: 'Deck', kind: 'deck' }] } },
  'PUT /v1/groups': { path: '/v1/groups', body: { groups: [{ id: 'sales', name: 'Sales', size: 12 }] } },
  'GET /v1/insights/overview': { path: '/v1/insights/overview' },
  'GET /v1/insights/items': { path: '/v1/insights/items' },
  'GET /v1/insights/items.csv': { path: '/v1/insights/items.csv' },
  'GET /v1/insights/quadrant': { path: '/v1/insights/quadrant' },
  'GET /v1/insights/items/:id': { path: '/v1/insights/items/deck-42' },
  'GET /v1/scorecards': { path: '/v1/scorecards' },
  'GET /v1/scorecards/evidence': { path: '/v1/scorecards/evidence?measure=P1' },
  'GET /v1/scorecards/comparison': { path: '/v1/scorecards/comparison?subject=team' },
  'GET /v1/scorecards.csv': { path: '/v1/scorecards.csv' },
  'GET /v1/scorecards/comparison.csv': { path: '/v1/scorecards/comparison.csv?subject=team' },
  'GET /v1/targets': { path: '/v1/targets' },
  'PUT /v1/targets': {
    path: '/v1/targets',
    body: {
      measure: 'P1',
      subject: 'organisation',
      id: null,
      value: 0.6,
      owner: 'Head of sales',
      from: '2026-01-01',
      until: null,
      expect: 0,
      reason: 'Agreed in the spring',
    },
  },
  'GET /v1/disputes': { path: '/v1/disputes' },
  'POST /v1/disputes': { path: '/v1/disputes', body: { collateralId: 'deck-42', ratingId: 'x', reason: 'Why' } },
  'POST /v1/disputes/:id/settle': {
    path: '/v1/disputes/nothing/settle',
    body: { upheld: true, reason: 'Why', expect: 1 },
  },
  'GET /v1/audit': { path: '/v1/audit' },
  'GET /v1/suggestions': { path: '/v1/suggestions' },
  'GET /v1/suggestions/:id': { path: '/v1/suggestions/nothing' },
  'POST /v1/suggestions/:id/transitions': {
    path: '/v1/suggestions/nothing/transitions',
    body: { ...command, to: 'declined' },
  },
  'POST /v1/suggestions/:id/merge': { path: '/v1/suggestions/nothing/merge', body: { ...command, into: command.id } },
  'POST /v1/suggestions/:id/unmerge': { path: '/v1/suggestions/nothing/unmerge', body: command },
  'POST /v1/suggestions/:id/hide': { path: '/v1/suggestions/nothing/hide', body: { ...command, hidden: true } },
  'GET /v1/inbox': { path: '/v1/inbox' },
  'GET /v1/changes': { path: '/v1/changes?collateralId=deck-42' },
  'GET /v1/notices': { path: '/v1/notices' },
  'GET /v1/config': { path: '/v1/config' },
  'GET /v1/prompts': { path: '/v1/prompts' },
  'GET /v1/people/me': { path: '/v1/people/me' },
  'DELETE /v1/people/me': { path: '/v1/people/me' },
  'GET /v1/people/:id': { path: '/v1/people/somebody' },
  'DELETE /v1/people/:id': { path: '/v1/people/somebody' },
  'GET /v1/health': { path: '/v1/health' },
  'GET /v1/openapi.json': { path: '/v1/openapi.json' },
};

const roles: readonly Role[] = ['viewer', 'producer', 'manager', 'admin', 'auditor'];
const callers: readonly (readonly [name: string, principal: Principal | null])[] = [
  ['nobody', null],
  ['a person without a role', { actorId: 'p', kind: 'person', roles: [] }],
  ...roles.map((role): readonly [string, Principal] => [
    `a ${role}`,
    { actorId: role, kind: 'person', roles: [role], producerIds: ['marketing'], manages: 'all' },
  ]),
  ['a service', { actorId: 'crm', kind: 'service', roles: [] }],
];

/** The rule, written a second time: audience × caller → may call. */
function expectedStatus({ audience, path, method }: Route, principal: Principal | null): number {
  if (audience === 'anybody') return 200;
  if (principal === null) return 401;
  const isAdministrator = principal.kind === 'service' || principal.roles.includes('admin');
  // Other people don't exist for whoever may not see them.
  if (path === '/v1/people/:id') return isAdministrator ? 200 : 404;
  // Nobody has suggested anything here; who may move what is tested with the suggestions.
  if (path.startsWith('/v1/suggestions/:id')) return 404;
  if (audience === 'signed-in') return 200;
  const isManagement =
    isAdministrator || principal.roles.some((role) => ['producer', 'manager', 'auditor'].includes(role));
  // The item does not exist for anybody here.
  if (path === '/v1/insights/items/:id') return isManagement ? 404 : 403;
  if (audience === 'auditing') return isAdministrator || principal.roles.includes('auditor') ? 200 : 403;
  if (path === '/v1/targets' && method === 'PUT')
    return isAdministrator || principal.roles.includes('manager') ? 200 : 403;
  // Nobody has rated anything here; who may do what is tested with the disputes.
  if (path.startsWith('/v1/disputes') && method === 'POST') return isManagement ? 404 : 403;
  if (audience === 'management') return isManagement ? 200 : 403;
  return isAdministrator ? 200 : 403;
}

describe('who may call what', () => {
  test('is tested for every route there is', () => {
    assert.deepEqual(Object.keys(calls).toSorted(), routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  for (const route of routes) {
    const { method, path } = route;
    for (const [name, principal] of callers) {
      const expected = expectedStatus(route, principal);
      test(`${method} ${path} answers ${expected} to ${name}`, async () => {
        const world = new World(createMemoryStore(), { authenticate: () => principal });
        const call = calls[`${method} ${path}`];
        const reply = await world.call(call?.path ?? path, {
          method,
          ...(call?.body !== undefined && {
            body: JSON.stringify(call.body),
            headers: { 'content-type': 'application/json' },
          }),
        });
        if (path === '/v1/changes') await reply.body?.cancel();
        assert.equal(reply.status, expected);
        if (expected !== 200) assert.deepEqual(await world.facts(), [], 'nothing was stored');
      });
    }
  }
});
