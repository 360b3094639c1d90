// A whole store in one file: every change is one line of an append-only file, and an index in memory answers.
// It keeps what it acknowledged when the process is killed. One process per file; it reads its whole file at the start.
import * as fs from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { compareCodePoints, factContent, withoutText } from '@collateral/server-adapter';

/** @import { Store, Fact, FactFilter } from '@collateral/server-adapter' */
/** @typedef {{ sequence: number, fact: Fact }} Entry */

/**
 * @param {{ path: string }} options path: the file to keep everything in
 * @returns {Store}
 */
export function createMyStore({ path }) {
  let tenants = new Map();
  let file = fs.openSync(path, 'a+');
  let length = replay();

  // Reads the lines of earlier lives. What follows the last line break was cut off by a crash and never acknowledged.
  function replay() {
    const bytes = fs.readFileSync(path);
    const end = bytes.lastIndexOf(10) + 1;
    for (const line of bytes.toString('utf8', 0, end).split('\n')) if (line !== '') apply(JSON.parse(line));
    fs.ftruncateSync(file, end);
    return end;
  }

  /** @returns {{ facts: Map<string, Entry>, drawers: Map<string, Map<string, any>>, last: number, pruned: Record<string, string> }} */
  function tenantOf(/** @type {string} */ name) {
    if (file === -1) throw new Error('The store was closed.');
    const known = tenants.get(name) ?? { facts: new Map(), drawers: new Map(), last: 0, pruned: {} };
    tenants.set(name, known);
    return known;
  }

  // Durable first, visible after: one line is one atomic step, and nothing of it counts before fsync has returned.
  function commit(/** @type {any} */ change) {
    const line = Buffer.from(`${JSON.stringify(change)}\n`);
    try {
      for (let sent = 0; sent < line.length;) sent += fs.writeSync(file, line, sent);
      fs.fsyncSync(file);
    } catch (error) {
      fs.ftruncateSync(file, length);
      throw error;
    }
    length += line.length;
    // Applied as it would be read again, so that memory shares no object with the caller.
    apply(JSON.parse(line.toString()));
  }

  function apply(/** @type {any} */ { type, tenant, ...change }) {
    if (type === 'snapshot') tenants = deserialize(Buffer.from(change.state, 'base64'));
    else if (type === 'put') drawerOf(tenantOf(tenant), change.collection).set(change.stored.key, change.stored);
    else
      for (const fact of change.facts)
        tenantOf(tenant).facts.set(idOf(fact), { sequence: ++tenantOf(tenant).last, fact });
  }

  // What is erased must be gone from the disk too: a new file with what is left takes the place of the old one in one step.
  function rewrite(
    /** @type {string} */ tenant,
    /** @type {(entries: Entry[]) => Entry[]} */ change,
    pruned = tenantOf(tenant).pruned,
  ) {
    const state = tenantOf(tenant);
    const facts = new Map(change([...state.facts.values()]).map((entry) => [idOf(entry.fact), entry]));
    const next = new Map(tenants).set(tenant, { ...state, facts, pruned });
    const line = `${JSON.stringify({ type: 'snapshot', state: serialize(next).toString('base64') })}\n`;
    fs.writeFileSync(`${path}.new`, line, { flush: true });
    fs.renameSync(`${path}.new`, path);
    fs.closeSync(file);
    file = fs.openSync(path, 'a+');
    length = line.length;
    tenants = next;
  }

  // Every method works without a pause, so no other call can come in between.
  return {
    async append(tenant, facts) {
      const state = tenantOf(tenant);
      const fresh = new Map();
      const outcomes = facts.map((fact) => {
        const first = fresh.get(idOf(fact)) ?? state.facts.get(idOf(fact))?.fact;
        if (first) return factContent(first) === factContent(fact) ? 'duplicate' : 'conflict';
        if ([fact.type, '*'].some((type) => fact.effectiveAt < (state.pruned[type] ?? ''))) return 'too-old';
        fresh.set(idOf(fact), fact);
        return 'new';
      });
      if (fresh.size > 0) commit({ type: 'append', tenant, facts: [...fresh.values()] });
      return outcomes;
    },
    async *read(tenant, filter, cursor = '0') {
      for (let last = Number(cursor); ;) {
        /** @type {Entry[]} */
        const page = [];
        for (const entry of tenantOf(tenant).facts.values())
          if (entry.sequence > last && matches(entry.fact, filter) && page.push(entry) === 500) break;
        if (page.length === 0) return;
        last = page.at(-1)?.sequence ?? last;
        yield { facts: page.map(({ fact }) => structuredClone(fact)), cursor: String(last) };
      }
    },
    async reassign(tenant, from, to) {
      const { facts } = tenantOf(tenant);
      const moved = (/** @type {Entry} */ { sequence, fact }) =>
        facts.has(idOf({ ...fact, actorId: to })) ? [] : [{ sequence, fact: { ...withoutText(fact), actorId: to } }];
      if (from !== to) rewrite(tenant, (all) => all.flatMap((one) => (one.fact.actorId === from ? moved(one) : [one])));
    },
    async prune(tenant, before, { types, suggestionIds, limit = 1 } = {}) {
      if (!(Number.isInteger(limit) && limit >= 1)) throw new Error('limit must be a whole number from 1.');
      const { facts, pruned } = tenantOf(tenant);
      const isOld = (/** @type {Entry} */ { fact }) =>
        matches(fact, { ...(types && { types }), ...(suggestionIds && { suggestionIds }), to: before });
      // One file is rewritten as a whole, so everything goes in one step.
      const marks = (types ?? ['*']).map((type) => [type, [before, pruned[type] ?? ''].sort()[1] ?? '']);
      rewrite(tenant, (all) => all.filter((one) => !isOld(one)), { ...pruned, ...Object.fromEntries(marks) });
      return { removed: facts.size - tenantOf(tenant).facts.size };
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
      const keys = [...drawer.keys()].filter((key) => cursor === undefined || compareCodePoints(key, cursor) > 0);
      const page = keys.sort(compareCodePoints).slice(0, limit);
      const documents = page.map((key) => structuredClone(drawer.get(key)));
      return keys.length > limit ? { documents, nextCursor: page[limit - 1] } : { documents };
    },
    async health() {
      tenantOf('');
      fs.fsyncSync(file);
    },
    async close() {
      if (file !== -1) fs.closeSync(file);
      file = -1;
    },
  };
}

const idOf = (/** @type {Fact} */ { actorId, id }) => JSON.stringify([actorId, id]);
function drawerOf(/** @type {any} */ { drawers }, /** @type {string} */ collection) {
  if (!drawers.has(collection)) drawers.set(collection, new Map());
  return drawers.get(collection);
}

const isAbout = (/** @type {Fact} */ { type, id, detail }, /** @type {readonly unknown[]} */ suggestionIds) =>
  suggestionIds.includes(type === 'suggestion' ? id : detail['suggestionId']);

function matches(/** @type {Fact} */ fact, /** @type {FactFilter} */ filter) {
  const { types, collateralIds, suggestionIds, actorId, from, to } = filter;
  if (collateralIds && (fact.collateralId === null || !collateralIds.includes(fact.collateralId))) return false;
  if (suggestionIds && !isAbout(fact, suggestionIds)) return false;
  if (!(types ?? [fact.type]).includes(fact.type) || (actorId ?? fact.actorId) !== fact.actorId) return false;
  return (from === undefined || fact.effectiveAt >= from) && (to === undefined || fact.effectiveAt < to);
}
