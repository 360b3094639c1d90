// Targets and changes as a server gives them. It holds no tests of its own.
import type { AuditEntry, Scorecard, StoredTarget } from '@collateral/sdk/contract';
import { InMemoryClient } from '../../testing/in-memory-client.fixture.js';
import { westCard } from '../scorecard.fixture.js';

/** A scorecard of which one may set the targets. */
export const managedCard: Scorecard = { ...westCard, maySetTargets: true };

export function targetOf(more: Partial<StoredTarget> = {}): StoredTarget {
  return {
    measure: 'P5',
    subject: 'team',
    id: 'west',
    value: 0.7,
    owner: 'Dana Reed',
    from: '2026-01-01',
    until: null,
    revision: 1,
    setAt: '2025-12-20T09:00:00.000Z',
    ...more,
  };
}

/** Of the team, of the organisation, one that is over and one to come. */
const targets: readonly StoredTarget[] = [
  targetOf(),
  targetOf({ value: 0.6, from: '2025-01-01', until: '2025-12-31' }),
  targetOf({ value: 0.75, from: '2026-10-01' }),
  targetOf({ subject: 'organisation', id: null, value: 0.8, owner: 'Ingrid Solberg' }),
  targetOf({ subject: 'team', id: 'east', value: 0.5 }),
  targetOf({ measure: 'P4', value: 5 }),
];

/** A client of somebody who may set the targets of a team. */
export function managingClient(card: Scorecard = managedCard): InMemoryClient {
  const client = new InMemoryClient();
  client.answerScorecards = () => card;
  client.targetsSet = targets;
  return client;
}

function entryOf(index: number, more: Partial<AuditEntry>): AuditEntry {
  return {
    id: `entry-${index}`,
    type: 'target',
    at: '2026-06-02T09:00:00.000Z',
    by: { name: 'Bo Boss', role: 'manager', mine: false },
    about: { type: 'team', id: 'west', name: 'Sales, West' },
    before: null,
    after: null,
    reason: null,
    teams: [],
    ...more,
  };
}

const { revision: _, setAt: __, ...values } = targetOf();
const item = { type: 'item', id: 'deck-42', name: 'First-meeting deck' } as const;

/** One change of each kind, and some whose names nobody knows. */
export const changes: readonly AuditEntry[] = [
  entryOf(1, {
    before: { ...values, until: null },
    after: { ...values, value: 0.75, until: '2026-12-31' },
    reason: 'Agreed in June',
  }),
  entryOf(2, {
    after: { ...values },
    reason: 'Agreed in spring',
    by: { name: 'Bo Boss', role: 'manager', mine: true },
  }),
  entryOf(3, {
    type: 'ownership',
    about: item,
    before: { producer: { id: 'ann', name: 'Ann' }, team: 'blue' },
    after: { producer: null, team: null },
    teams: [{ id: 'blue', name: 'Blue team' }],
    by: { name: null, role: 'admin', mine: false },
  }),
  entryOf(4, {
    type: 'dispute',
    about: item,
    after: { ratingId: 'r', status: 'open' },
    reason: 'Another item is meant',
  }),
  entryOf(5, { type: 'dispute', about: item, before: { status: 'open' }, after: { ratingId: 'r', status: 'upheld' } }),
  entryOf(6, {
    type: 'dispute',
    about: { ...item, name: null },
    before: { status: 'open' },
    after: { ratingId: 'r', status: 'rejected' },
  }),
  entryOf(7, {
    type: 'policy',
    about: null,
    before: { targetRating: 3.5 },
    after: { targetRating: 4, retention: { eventMonths: 13, ratingMonths: 25 } },
    by: { name: null, role: 'host', mine: false },
  }),
];
