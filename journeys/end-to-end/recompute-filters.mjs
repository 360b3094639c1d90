// The second implementation, part six: which items a filter leaves, and what a table says when it is read as CSV.
import { countedViews } from './recompute-items.mjs';

/** @typedef {import('@collateral/sdk/contract').Item} Item */

/**
 * Filters with a value many items have, and which items they leave.
 *
 * @type {readonly (readonly [name: string, valueOf: (item: Item) => readonly string[]])[]}
 */
export const filters = [
  ['kind', ({ kind }) => [kind]],
  ['producer', ({ producer }) => (producer ? [producer.id] : [])],
  ['tag', ({ tags = [] }) => tags],
];

/** The value most items have, which leaves some of them out. @param {readonly Item[]} items @param {(item: Item) => readonly string[]} valueOf */
export function commonest(items, valueOf) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const item of items) for (const value of valueOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}

/** Who of a team viewed each item, and how many of them have rated it. @param {Pick<ReturnType<typeof import('./recompute-facts.mjs').recompute>, 'views' | 'ratings'>} history @param {string} team @param {import('./recompute-figures.mjs').Days} days */
export function peopleFromTeam({ views, ratings }, team, days) {
  const rated = new Set(ratings.map(({ actor, item }) => `${actor} ${item}`));
  const own = Map.groupBy(
    countedViews(views, days).filter((view) => view.team === team),
    ({ item }) => item,
  );
  return new Map(
    [...own].map(([item, viewed]) => {
      const people = new Set(viewed.map(({ actor }) => actor));
      return [
        item,
        { people: people.size, raters: [...people].filter((actor) => rated.has(`${actor} ${item}`)).length },
      ];
    }),
  );
}

/** How often each item was viewed from a team. @param {readonly import('./recompute-facts.mjs').View[]} views @param {string} team @param {import('./recompute-figures.mjs').Days} days */
export function viewsFromTeam(views, team, days) {
  /** @type {Map<string | null, number>} */
  const counts = new Map();
  for (const view of countedViews(views, days))
    if (view.team === team) counts.set(view.item, (counts.get(view.item) ?? 0) + 1);
  return counts;
}

/** Reads CSV (RFC 4180): a row for each line, by the names of its first line. @param {string} text */
export function readCsv(text) {
  /** @type {string[][]} */
  const lines = [[]];
  for (const [, cell = '', end] of text.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g)) {
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  const [heading = [], ...rows] = lines.filter((cells) => cells.length > 1);
  return rows.map((cells) => Object.fromEntries(heading.map((name, index) => [name, cells[index] ?? ''])));
}
