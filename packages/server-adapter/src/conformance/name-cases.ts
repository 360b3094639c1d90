import type { Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { expectFacts } from './expect-facts.js';
import { sampleFact } from './sample-fact.js';
import { storeCase, type StoreCase } from './store-case.js';

const rule = 'Store (names are compared character by character)';

/** Names that some database, file system or map takes for one. */
const pairs: ReadonlyMap<string, readonly [string, string]> = new Map<string, readonly [string, string]>([
  ['case', ['Deck', 'deck']],
  ['accent', ['resume', 'résumé']],
  ['normal-form', ['Zoe\u0308', 'Zo\u00eb']],
  ['sharp-s', ['Straße', 'Strasse']],
  ['trailing-space', ['deck', 'deck ']],
  ['leading-space', ['deck', ' deck']],
  ['no-break-space', ['a b', 'a\u00a0b']],
  ['zero-width', ['deck', 'de\u200bck']],
  ['number', ['1', '01']],
  ['float', ['1', '1.0']],
  ['long', [`${'x'.repeat(199)}1`, `${'x'.repeat(199)}2`]],
  ['long-unicode', [`${'日'.repeat(199)}本`, `${'日'.repeat(199)}語`]],
  ['beyond-bmp', ['\u{1f3af}', '\u{1f3b0}']],
  ['wildcard', ['%', 'deck']],
  ['underscore', ['a_c', 'abc']],
  ['quote', ["x' OR '1'='1", 'x']],
  ['backslash', ['a\\b', 'a\\\\b']],
  ['prototype', ['__proto__', 'constructor']],
  ['method', ['hasOwnProperty', 'toString']],
  ['null-word', ['null', 'undefined']],
  ['right-to-left', ['דק', '\u202eדק']],
]);

type Place = 'tenant' | 'actor' | 'item' | 'key';

const checks: Readonly<Record<Place, (store: Store, pair: readonly [string, string]) => Promise<void>>> = {
  async tenant(store, [a, b]) {
    await store.append(a, [sampleFact(1)]);
    await store.put(a, 'items', 'x', { of: a });
    await expectFacts(store, [], rule, { tenant: b });
    expectEqual(`document of tenant ${b}`, await store.get(b, 'items', 'x'), null, rule);
    expectEqual('outcomes', await store.append(b, [sampleFact(1, { detail: {} })]), ['new'], rule);
    await expectFacts(store, [sampleFact(1)], rule, { tenant: a });
  },
  async actor(store, [a, b]) {
    const facts = [sampleFact(1, { actorId: a }), sampleFact(1, { actorId: b, detail: {} })];
    expectEqual('outcomes', await store.append('main', facts), ['new', 'new'], rule);
    await expectFacts(store, facts.slice(0, 1), rule, { filter: { actorId: a } });
    await expectFacts(store, facts.slice(1), rule, { filter: { actorId: b } });
    await store.reassign('main', a, 'tombstone');
    await expectFacts(store, facts.slice(1), rule, { filter: { actorId: b } });
  },
  async item(store, [a, b]) {
    const facts = [
      sampleFact(1, { collateralId: a, version: a.slice(0, 100), team: a }),
      sampleFact(2, { collateralId: b, version: b.slice(0, 100), team: b }),
    ];
    await store.append('main', facts);
    await expectFacts(store, facts.slice(0, 1), rule, { filter: { collateralIds: [a] } });
    await expectFacts(store, facts.slice(1), rule, { filter: { collateralIds: [b] } });
    await expectFacts(store, facts, rule, { filter: { collateralIds: [b, a] } });
    const other = sampleFact(1, { collateralId: b, version: a.slice(0, 100), team: a });
    expectEqual('outcome under the other name', await store.append('main', [other]), ['conflict'], rule);
  },
  async key(store, [a, b]) {
    await store.put('main', 'items', a, { of: a });
    expectEqual(`document ${b}`, await store.get('main', 'items', b), null, rule);
    const outcome = await store.put('main', 'items', b, { of: b }, { expectedRevision: 0 });
    expectEqual('outcome', outcome, { ok: true, revision: 1 }, rule);
    const { documents } = await store.list('main', 'items', { limit: 10 });
    expectEqual('keys listed', new Set(documents.map(({ key }) => key)).size, 2, rule);
    for (const key of [a, b])
      expectEqual(
        `document ${key}`,
        await store.get('main', 'items', key),
        { key, revision: 1, document: { of: key } },
        rule,
      );
  },
};

const sentences: Readonly<Record<Place, string>> = {
  tenant: 'keeps two tenants apart',
  actor: 'keeps two people apart',
  item: 'keeps two items, versions and teams apart',
  key: 'keeps two documents apart',
};

/** That names which look alike stay apart, wherever a name stands. */
export const nameCases: readonly StoreCase[] = [...pairs].flatMap(([what, pair]) =>
  (['tenant', 'actor', 'item', 'key'] as const).map((place) =>
    storeCase(`names.${what}.${place}`, `${sentences[place]} (${what.replaceAll('-', ' ')})`, (store) =>
      checks[place](store, pair),
    ),
  ),
);
