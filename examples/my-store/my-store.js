// A whole store in one file: every change is one line of an append-only file, and an index in memory answers.
// It keeps what it acknowledged when the process is killed. One process per file; it reads its whole file at the start.
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { factContent } from '@collateral/server-adapter';

const factsPerPage = 500;

/** @import { Store, Fact, FactFilter } from '@collateral/server-adapter' */

/**
 * @param {object} options
 * @param {string} options.path file to keep everything in
 * @returns {Store}
 */
export function createMyStore({ path }) {
  const tenants = new Map();
  let file = openSync(path, 'a+');
  let length = replay();

  // Reads the lines of earlier lives. What follows the last line break was cut off by a crash and never acknowledged.
  function replay() {
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf(10) + 1;
    for (const line of bytes.toString('utf8', 0, end).split('\n')) if (line !== '') apply(JSON.parse(line));
    ftruncateSync(file, end);
    return end;
  }

  /** @returns {{ facts: any[], byId: Map<string, Fact>, drawers: Map<string, Map<string, any>>, last: number, prunedBefore: string }} */
  function tenantOf(/** @type {string} */ name) {
    if (file === -1) throw new Error('The store was closed.');
    const known = tenants.get(name) ?? { facts: [], byId: new Map(), drawers: new Map(), last: 0, prunedBefore: '' };
    tenants.set(name, known);
    return known;
  }

  // Durable first, visible after: one line is one atomic step, and nothing of it counts before fsync has returned.
  function commit(/** @type {any} */ change) {
    const line = Buffer.from(`${JSON.stringify(change)}\n`);
    try {
      for (let sent = 0; sent < line.length;) sent += writeSync(file, line, sent);
      fsyncSync(file);
    } catch (error) {
      ftruncateSync(file, length);
      throw error;
    }
    length += line.length;
    // Applied as it would be read again, so that memory shares no object with the caller.
    apply(JSON.parse(line.toString()));
  }

  function apply(/** @type {any} */ { type, tenant, ...change }) {
    const state = tenantOf(tenant);
    if (type === 'append') {
      for (const fact of change.facts) state.facts.push({ sequence: ++state.last, fact });
    } else if (type === 'reassign') {
      const taken = new Set(state.facts.filter((e) => e.fact.actorId === change.to).map((e) => e.fact.id));
      state.facts = state.facts.filter((e) => e.fact.actorId !== change.from || !taken.has(e.fact.id));
      for (const { fact } of state.facts) if (fact.actorId === change.from) fact.actorId = change.to;
    } else if (type === 'prune') {
      if (change.before > state.prunedBefore) state.prunedBefore = change.before;
      state.facts = state.facts.filter((e) => e.fact.effectiveAt >= change.before);
    } else {
      drawerOf(state, change.collection).set(change.stored.key, change.stored);
    }
    if (type === 'append') for (const fact of change.facts) state.byId.set(idOf(fact), fact);
    else if (type !== 'put') state.byId = new Map(state.facts.map(({ fact }) => [idOf(fact), fact]));
  }

  // Every method works without a pause, so no other call can come in between.
  return {
    async append(tenant, facts) {
      const state = tenantOf(tenant);
      const fresh = new Map();
      const outcomes = facts.map((fact) => {
        const first = fresh.get(idOf(fact)) ?? state.byId.get(idOf(fact));
        if (first) return factContent(first) === factContent(fact) ? 'duplicate' : 'conflict';
        if (fact.effectiveAt < state.prunedBefore) return 'too-old';
        fresh.set(idOf(fact), fact);
        return 'new';
      });
      if (fresh.size > 0) commit({ type: 'append', tenant, facts: [...fresh.values()] });
      return outcomes;
    },
    async *read(tenant, filter, cursor = '0') {
      for (let last = Number(cursor); ;) {
        const page = [];
        const { facts } = tenantOf(tenant);
        for (let at = facts.findIndex((e) => e.sequence > last); at !== -1 && at < facts.length; at++)
          if (matches(facts[at].fact, filter) && page.push(facts[at]) === factsPerPage) break;
        if (page.length === 0) return;
        last = page[page.length - 1].sequence;
        yield { facts: page.map(({ fact }) => structuredClone(fact)), cursor: String(last) };
      }
    },
    async reassign(tenant, from, to) {
      tenantOf(tenant);
      if (from !== to) commit({ type: 'reassign', tenant, from, to });
    },
    async prune(tenant, before) {
      tenantOf(tenant);
      commit({ type: 'prune', tenant, before });
    },
    async get(tenant, collection, key) {
      return structuredClone(drawerOf(tenantOf(tenant), collection).get(key) ?? null);
    },
    async put(tenant, collection, key, document, { expectedRevision } = {}) {
      const current = drawerOf(tenantOf(tenant), collection).get(key) ?? null;
      const revision = current?.revision ?? 0;
      if (expectedRevision !== undefined && expectedRevision !== revision)
        return { ok: false, current: structuredClone(current) };
      commit({ type: 'put', tenant, collection, stored: { key, revision: revision + 1, document } });
      return { ok: true, revision: revision + 1 };
    },
    async list(tenant, collection, { cursor, limit = 100 } = {}) {
      if (!(Number.isInteger(limit) && limit >= 1 && limit <= 1000)) throw new Error('limit must be 1 to 1000.');
      const drawer = drawerOf(tenantOf(tenant), collection);
      const keys = [...drawer.keys()].filter((key) => cursor === undefined || byCodePoint(key, cursor) > 0);
      const page = keys.sort(byCodePoint).slice(0, limit);
      const documents = page.map((key) => structuredClone(drawer.get(key)));
      return keys.length > limit ? { documents, nextCursor: page[limit - 1] } : { documents };
    },
    async health() {
      if (file === -1) throw new Error('The store was closed.');
      fsyncSync(file);
    },
    async close() {
      if (file !== -1) closeSync(file);
      file = -1;
    },
  };
}

const idOf = (/** @type {Fact} */ { actorId, id }) => JSON.stringify([actorId, id]);
const byCodePoint = (/** @type {string} */ a, /** @type {string} */ b) =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

function drawerOf(/** @type {any} */ { drawers }, /** @type {string} */ collection) {
  if (!drawers.has(collection)) drawers.set(collection, new Map());
  return drawers.get(collection);
}

function matches(/** @type {Fact} */ fact, /** @type {FactFilter} */ { types, collateralIds, actorId, from, to }) {
  if (types && !types.includes(fact.type)) return false;
  if (collateralIds && (fact.collateralId === null || !collateralIds.includes(fact.collateralId))) return false;
  if (actorId !== undefined && fact.actorId !== actorId) return false;
  return (from === undefined || fact.effectiveAt >= from) && (to === undefined || fact.effectiveAt < to);
}
