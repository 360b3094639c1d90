import type { FactPage, Store } from '../store/store.js';
import { failCase } from './expect.js';
import { showValue } from './show-value.js';

/** What every store has. */
const requiredMembers = ['append', 'read', 'reassign', 'prune', 'get', 'put', 'list', 'health', 'close'] as const;

/** What a store has that declares the capability of the same name. */
const optionalMembers = ['getMany', 'aggregate', 'search'] as const;

type Member = (typeof requiredMembers)[number] | (typeof optionalMembers)[number];

/**
 * Puts a border around a store: what it answers has the shape the interface promises, or the case ends with a sentence that says
 * which promise is broken. Without it a case trips over a missing part, and its message is one of JavaScript.
 */
export function checkedStore(opened: unknown): Store {
  if (!isRecord(opened)) refuse('what createStore opened', opened, 'an object with the methods of a store', 'Store');
  for (const name of requiredMembers) requireMethod(opened, name);
  for (const name of optionalMembers)
    if (isRecord(opened['capabilities']) && opened['capabilities'][name] === true) requireMethod(opened, name);
  // Its methods are there; what they answer is looked at below.
  const store = opened as unknown as Store;
  const { capabilities } = store;
  return {
    ...(capabilities && { capabilities }),
    append: async (tenant, facts) => {
      const outcomes = await store.append(tenant, facts);
      if (!isList(outcomes)) refuse('append', outcomes, 'a list with one outcome for each fact', 'Store.append');
      return outcomes;
    },
    read: (tenant, filter, cursor) => pagesOf(store.read(tenant, filter, cursor)),
    reassign: (tenant, actorId, tombstoneId) => store.reassign(tenant, actorId, tombstoneId),
    prune: async (...given) => {
      const outcome: unknown = await store.prune(...given);
      if (!isRecord(outcome)) refuse('prune', outcome, 'an object that tells how many facts went', 'Store.prune');
      return outcome as unknown as Awaited<ReturnType<Store['prune']>>;
    },
    get: async (...given) => checkedDocument('get', await store.get(...given)),
    put: async (...given) => {
      const outcome: unknown = await store.put(...given);
      if (!isRecord(outcome) || typeof outcome['ok'] !== 'boolean')
        refuse('put', outcome, 'an object with ok true and a revision, or ok false and what is there', 'Store.put');
      return outcome as unknown as Awaited<ReturnType<Store['put']>>;
    },
    list: async (...given) => {
      const page: unknown = await store.list(...given);
      if (!isRecord(page) || !Array.isArray(page['documents']))
        refuse('list', page, 'an object with a list of documents', 'Store.list');
      return page as unknown as Awaited<ReturnType<Store['list']>>;
    },
    health: () => store.health(),
    close: () => store.close(),
    ...(store.getMany && {
      getMany: async (...given) => {
        const found = listOf('getMany', await store.getMany?.(...given));
        return found.map((document) => checkedDocument('getMany', document));
      },
    }),
    ...(store.aggregate && { aggregate: async (...given) => listOf('aggregate', await store.aggregate?.(...given)) }),
    ...(store.search && { search: async (...given) => listOf('search', await store.search?.(...given)) }),
  };
}

async function* pagesOf(pages: unknown): AsyncGenerator<FactPage> {
  if (!isIterable(pages)) refuse('read', pages, 'something to read page by page (an AsyncIterable)', 'Store.read');
  for await (const page of pages) {
    if (!isRecord(page) || !Array.isArray(page['facts']) || typeof page['cursor'] !== 'string')
      refuse('a page of read', page, 'an object with a list of facts and a cursor, which is a text', 'Store.read');
    // Just looked at.
    yield page as unknown as FactPage;
  }
}

function checkedDocument<Found>(member: Member, found: Found): Found {
  const isDocument = isRecord(found) && typeof found['key'] === 'string' && typeof found['revision'] === 'number';
  if (found !== null && !isDocument)
    refuse(member, found, 'null, or a document with its key and revision', `Store.${member}`);
  return found;
}

function listOf<Entry>(member: Member, found: readonly Entry[] | undefined): readonly Entry[] {
  if (!isList(found)) refuse(member, found, 'a list', `Store.${member}`);
  return found;
}

function requireMethod(store: Readonly<Record<string, unknown>>, name: Member): void {
  if (typeof store[name] !== 'function')
    failCase(`the member ${name}`, `has ${kindOf(store[name])}`, 'a method', `Store.${name}`);
}

function refuse(what: string, got: unknown, expected: string, rule: string): never {
  return failCase(what, `gave ${kindOf(got)}`, expected, rule);
}

/** Says what a value is, and `nothing` for none. */
function kindOf(value: unknown): string {
  return value === undefined ? 'nothing' : typeof value === 'function' ? 'a function' : showValue(value);
}

function isList<Entry>(value: readonly Entry[] | undefined): value is readonly Entry[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIterable(value: unknown): value is AsyncIterable<unknown> | Iterable<unknown> {
  return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value);
}
