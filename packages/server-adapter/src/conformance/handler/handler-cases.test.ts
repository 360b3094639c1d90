import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createHandler } from '../../handler.js';
import type { Principal } from '../../request/principal.js';
import { createSqliteStore } from '../../sql/sqlite.js';
import { createMemoryStore } from '../../store/memory-store.js';
import type { Store } from '../../store/store.js';
import { testsOf } from '../tests-of.fixture.js';
import { handlerCases } from './handler-cases.js';
import type { HandlerSubject, KitPerson } from './handler-subject.js';

function subjectOn(store: Store): HandlerSubject {
  const publicOrigin = 'https://intranet.example';
  return {
    endpoint: `${publicOrigin}/collateral`,
    fetch: createHandler({ store, publicOrigin, authenticate }),
    signIn: (person) => ({ 'x-person': encodeURIComponent(JSON.stringify(person)) }),
  };
}

function authenticate(request: Request): Principal | null {
  const text = request.headers.get('x-person');
  if (text === null) return null;
  const { hiddenItems, ...person } = JSON.parse(decodeURIComponent(text)) as KitPerson;
  return { ...person, canSee: (id) => !hiddenItems.includes(id) };
}

describe('the handler on the memory store', () => {
  for (const [title, run] of testsOf(handlerCases, subjectOn(createMemoryStore()))) test(title, run);
});

describe('the handler on the SQLite store', () => {
  for (const [title, run] of testsOf(handlerCases, subjectOn(createSqliteStore({ path: ':memory:' }))))
    test(title, run);
});

describe('the handler cases', () => {
  test('have ids of their own', () => {
    assert.equal(new Set(handlerCases.map(({ id }) => id)).size, handlerCases.length);
  });

  test('notice a handler that forgets what it was sent', async () => {
    const signedOut = { ...subjectOn(createMemoryStore()), fetch: async () => Response.json({ accepted: 1 }) };
    const first = handlerCases.find(({ id }) => id === 'idempotency.batch');
    await assert.rejects(first!.run(signedOut), /the handler answered .* See ".*" in docs\/wire-protocol\.md/);
  });
});
