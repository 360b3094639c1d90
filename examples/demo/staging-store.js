// A store for bringing in the past: quick in memory, and handed on to the real one some thousands of facts at a time. One commit for
// each hour of two years would take minutes.
import { createMemoryStore } from '@collateral/server-adapter';
import { parseLowRatingId } from '@collateral/sdk/contract';

const factsPerCommit = 5_000;
/** Facts a later request asks for: what is said about an item, or asked for, is kept together and apart from all else. */
const spoken = new Set([
  'suggestion',
  'suggestion-withdrawal',
  'vote',
  'reply',
  'notice-response',
  'rating',
  'rating-withdrawal',
]);

/** @typedef {import('@collateral/server-adapter').Store} Store */
/** @typedef {import('@collateral/server-adapter').Fact} Fact */

/**
 * @param {Store} store where everything ends up
 * @returns {{ staging: Store, finish: () => Promise<number> }} `finish` hands the rest on and tells how many facts were new
 */
export function createStagingStore(store) {
  const cabinet = createMemoryStore();
  const drawers = createDrawers();
  // The memory store hands out copies, and what changes seldom is asked for with every event.
  /** @type {Map<string, Promise<any>>} */
  const read = new Map();
  /** Documents that are written again and again: their last state is handed on. @type {Map<string, () => Promise<unknown>>} */
  const unwritten = new Map();
  let handedOn = Promise.resolve();
  /** @type {Fact[]} */
  let waiting = [];
  let stored = 0;

  return {
    staging: { ...cabinet, append, put, get, getMany, list, read: drawers.read, aggregate: drawers.aggregate },
    finish,
  };

  async function finish() {
    await handedOn;
    await handOn();
    for (const write of unwritten.values()) await write();
    return stored;
  }

  /** @type {Store['append']} */
  async function append(_tenant, facts) {
    await drawers.append(facts.filter(({ type }) => spoken.has(type)));
    waiting.push(...facts);
    if (waiting.length >= factsPerCommit) {
      await handedOn;
      handedOn = handOn();
      // Whoever waits for it next, or finish, is told.
      handedOn.catch(() => undefined);
    }
    return facts.map(() => 'new');
  }

  async function handOn() {
    const facts = waiting;
    waiting = [];
    const outcomes = await store.append('main', facts);
    stored += outcomes.filter((outcome) => outcome === 'new').length;
  }

  /** @type {Store['put']} */
  async function put(tenant, collection, key, document, options) {
    const outcome = await cabinet.put(tenant, collection, key, document, options);
    if (!outcome.ok) return outcome;
    for (const name of [nameOf('get', collection, key), ...listsOf(collection)]) read.delete(name);
    unwritten.set(`${collection} ${key}`, () => store.put(tenant, collection, key, document));
    return outcome;
  }

  /** @type {Store['get']} */
  function get(tenant, collection, key) {
    return once(nameOf('get', collection, key), () => cabinet.get(tenant, collection, key));
  }

  /** @type {NonNullable<Store['getMany']>} */
  async function getMany(tenant, collection, keys) {
    return Promise.all(keys.map((key) => get(tenant, collection, key)));
  }

  /** @type {Store['list']} */
  function list(tenant, collection, options) {
    return once(nameOf('list', collection, JSON.stringify(options ?? {})), () =>
      cabinet.list(tenant, collection, options),
    );
  }

  /** @template Result @param {string} name @param {() => Promise<Result>} ask @returns {Promise<Result>} */
  function once(name, ask) {
    const answer = read.get(name) ?? ask();
    read.set(name, answer);
    return answer;
  }

  /** @param {string} collection */
  function listsOf(collection) {
    return [...read.keys()].filter((name) => name.startsWith(nameOf('list', collection, '')));
  }
}

/** What is said about each item in a small memory store of its own: a question about one does not look through all the others. */
function createDrawers() {
  /** @type {Map<string | null, Store>} */
  const drawers = new Map();
  /** @type {Map<string, string | null>} */
  const placeOf = new Map();
  return { append, aggregate, read };

  /** @param {readonly Fact[]} facts */
  async function append(facts) {
    for (const [place, own] of Map.groupBy(facts, placeOfFact)) await open(place).append('main', own);
  }

  /** @param {Fact} fact */
  function placeOfFact({ type, id, collateralId, detail }) {
    if (type === 'suggestion') placeOf.set(id, collateralId);
    return collateralId ?? placeOfSuggestion(String(detail['suggestionId']));
  }

  /** @param {string} id */
  function placeOfSuggestion(id) {
    return parseLowRatingId(id)?.collateralId ?? placeOf.get(id) ?? null;
  }

  /** @type {NonNullable<Store['aggregate']>} */
  async function aggregate(tenant, query) {
    const { collateralIds, suggestionIds } =
      /** @type {{ collateralIds?: readonly (string | null)[], suggestionIds?: readonly string[] }} */ (query);
    const places = new Set(collateralIds ?? suggestionIds?.map(placeOfSuggestion) ?? drawers.keys());
    const rows = await Promise.all([...places].map((place) => drawers.get(place)?.aggregate?.(tenant, query) ?? []));
    return rows.flat();
  }

  /** @type {Store['read']} */
  async function* read(tenant, filter) {
    const places = new Set(filter.collateralIds ?? filter.suggestionIds?.map(placeOfSuggestion) ?? drawers.keys());
    for (const place of places) {
      const drawer = drawers.get(place);
      if (drawer) yield* drawer.read(tenant, filter);
    }
  }

  /** @param {string | null} place */
  function open(place) {
    const drawer = drawers.get(place) ?? createMemoryStore();
    drawers.set(place, drawer);
    return drawer;
  }
}

/** @param {'get' | 'list'} method @param {string} collection @param {string} rest */
function nameOf(method, collection, rest) {
  return `${method} ${collection} ${rest}`;
}
