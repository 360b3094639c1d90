import type { DocumentPage, Store, StoredDocument } from '../../store/store.js';
import type { Mutant } from './mutant.fixture.js';

/** Faults in keeping documents. */
export const documentMutants: readonly Mutant[] = [
  {
    fault: 'ignores the expected revision',
    noticedBy: 'put.stale',
    breakIt: (good) => ({ put: (tenant, collection, key, document) => good.put(tenant, collection, key, document) }),
  },
  {
    fault: 'compares and sets in two steps',
    noticedBy: 'put.race-create',
    breakIt: (good) => ({
      async put(tenant, collection, key, document, { expectedRevision } = {}) {
        const current = await good.get(tenant, collection, key);
        if (expectedRevision !== undefined && expectedRevision !== (current?.revision ?? 0))
          return { ok: false, current };
        return good.put(tenant, collection, key, document);
      },
    }),
  },
  {
    fault: 'takes revision 0 for no condition',
    noticedBy: 'put.stale',
    breakIt: (good) => ({
      put: (tenant, collection, key, document, options) =>
        good.put(tenant, collection, key, document, options?.expectedRevision === 0 ? {} : options),
    }),
  },
  {
    fault: 'does not tell what stands in the way',
    noticedBy: 'put.race-losers',
    breakIt: (good) => ({
      async put(...given) {
        const outcome = await good.put(...given);
        return outcome.ok ? outcome : { ok: false, current: null };
      },
    }),
  },
  {
    fault: 'merges a document into the one before',
    noticedBy: 'put.replace',
    breakIt: (good) => ({
      async put(tenant, collection, key, document, options) {
        const before = await good.get(tenant, collection, key);
        return good.put(tenant, collection, key, { ...before?.document, ...document }, options);
      },
    }),
  },
  {
    fault: 'writes nothing when nothing differs',
    noticedBy: 'put.same-again',
    breakIt: (good) => ({
      async put(tenant, collection, key, document, options) {
        const before = await good.get(tenant, collection, key);
        const isSame = before !== null && JSON.stringify(before.document) === JSON.stringify(document);
        return isSame ? { ok: true, revision: before.revision } : good.put(tenant, collection, key, document, options);
      },
    }),
  },
  {
    fault: 'keeps all drawers in one',
    noticedBy: 'put.collections',
    breakIt: (good) => ({
      get: (tenant, _collection, key) => good.get(tenant, 'items', key),
      put: (tenant, _collection, key, document, options) => good.put(tenant, 'items', key, document, options),
    }),
  },
  {
    fault: 'finds fields of every object among its documents',
    noticedBy: 'get.missing',
    breakIt: (good) => ({
      get: async (tenant, collection, key) =>
        key in {} ? { key, revision: 1, document: {} } : good.get(tenant, collection, key),
    }),
  },
  {
    fault: 'leaves empty fields out',
    noticedBy: 'put.equal',
    breakIt: (good) => ({
      put: (tenant, collection, key, document, options) =>
        good.put(
          tenant,
          collection,
          key,
          Object.fromEntries(Object.entries(document).filter(([, value]) => value !== null)),
          options,
        ),
    }),
  },
  {
    fault: 'gives every reader the same document',
    noticedBy: 'get.copies',
    breakIt: (good: Store): Partial<Store> => {
      const shared = new Map<string, StoredDocument>();
      return {
        async get(tenant, collection, key) {
          const stored = await good.get(tenant, collection, key);
          const name = JSON.stringify([tenant, collection, key, stored?.revision]);
          const known = shared.get(name) ?? stored;
          if (known !== null) shared.set(name, known);
          return known;
        },
      };
    },
  },
  {
    fault: 'folds the case of keys',
    noticedBy: 'names.case.key',
    breakIt: (good) => renaming(good, (key) => key.toLowerCase()),
  },
  {
    fault: 'trims keys',
    noticedBy: 'names.trailing-space.key',
    breakIt: (good) => renaming(good, (key) => key.trim()),
  },
  {
    fault: 'normalises keys',
    noticedBy: 'names.normal-form.key',
    breakIt: (good) => renaming(good, (key) => key.normalize('NFC')),
  },
  {
    fault: 'cuts keys at 191 characters',
    noticedBy: 'names.long.key',
    breakIt: (good) => renaming(good, (key) => key.slice(0, 191)),
  },
  {
    fault: 'takes keys for numbers where it can',
    noticedBy: 'names.number.key',
    breakIt: (good) =>
      renaming(good, (key) => (key !== '' && Number.isFinite(Number(key)) ? String(Number(key)) : key)),
  },
  {
    fault: 'ignores the limit of a list',
    noticedBy: 'list.pages',
    breakIt: (good) => ({ list: (tenant, collection) => good.list(tenant, collection, { limit: 1_000 }) }),
  },
  {
    fault: 'takes any limit',
    noticedBy: 'list.bad-limit',
    breakIt: (good) => ({
      list: (tenant, collection, options = {}) =>
        good.list(tenant, collection, {
          ...options,
          limit: Math.min(1_000, Math.max(1, Math.ceil(options.limit ?? 100))),
        }),
    }),
  },
  {
    fault: 'lists keys as people of one country would',
    noticedBy: 'list.order',
    breakIt: (good) => sortingPages(good, (a, b) => a.localeCompare(b, 'en')),
  },
  {
    fault: 'lists keys by UTF-16 units',
    noticedBy: 'list.order-code-points',
    breakIt: (good) => sortingPages(good, (a, b) => (a < b ? -1 : 1)),
  },
  {
    fault: 'counts pages by position instead of by key',
    noticedBy: 'list.insert-between',
    breakIt: (good) => ({
      async list(tenant, collection, { cursor = '0', limit = 100 } = {}) {
        const { documents } = await good.list(tenant, collection, { limit: 1_000 });
        const end = Number(cursor) + limit;
        const page = documents.slice(Number(cursor), end);
        return end < documents.length ? { documents: page, nextCursor: String(end) } : { documents: page };
      },
    }),
  },
  {
    fault: 'gives a cursor with every full page',
    noticedBy: 'list.exact-page',
    breakIt: (good) => ({
      async list(tenant, collection, options = {}) {
        const page = await good.list(tenant, collection, options);
        const last = page.documents.at(-1);
        const isFull = page.documents.length === (options.limit ?? 100);
        return isFull && last !== undefined ? { ...page, nextCursor: last.key } : page;
      },
    }),
  },
  {
    fault: 'begins a page with the last document of the page before',
    noticedBy: 'list.pages',
    breakIt: (good) => ({
      async list(tenant, collection, options = {}) {
        const page = await good.list(tenant, collection, options);
        const before = options.cursor === undefined ? null : await good.get(tenant, collection, options.cursor);
        return before === null ? page : { ...page, documents: [before, ...page.documents.slice(0, -1)] };
      },
    }),
  },
];

function renaming(good: Store, rename: (key: string) => string): Partial<Store> {
  return {
    get: (tenant, collection, key) => good.get(tenant, collection, rename(key)),
    put: (tenant, collection, key, document, options) => good.put(tenant, collection, rename(key), document, options),
  };
}

function sortingPages(good: Store, compare: (a: string, b: string) => number): Partial<Store> {
  return {
    async list(tenant, collection, { cursor, limit = 100 } = {}): Promise<DocumentPage> {
      const { documents } = await good.list(tenant, collection, { limit: 1_000 });
      const rest = [...documents]
        .sort((a, b) => compare(a.key, b.key))
        .filter(({ key }) => cursor === undefined || compare(key, cursor) > 0);
      const page = rest.slice(0, limit);
      return rest.length > limit ? { documents: page, nextCursor: page.at(-1)!.key } : { documents: page };
    },
  };
}
