// What a manager's page asks the insights routes, and how they are asked.
import { firstDay } from './sample-facts.mjs';

const dayMs = 86_400_000;
const kinds = ['deck', 'datasheet', 'battlecard', 'video', 'playbook'];

/** Routes of insights with their filters. */
export const routes = [
  '/v1/insights/overview',
  '/v1/insights/items',
  '/v1/insights/items?sort=-rating',
  '/v1/insights/items?sort=title',
  '/v1/insights/items?sort=-viewers',
  '/v1/insights/items?sort=last-used',
  '/v1/insights/quadrant',
  '/v1/insights/overview?period=last-30-days',
  '/v1/insights/overview?period=last-365-days',
  '/v1/insights/overview?kind=deck',
  '/v1/insights/overview?producer=producer-7',
  '/v1/insights/overview?team=team-3',
  '/v1/insights/items/deck-1009',
  '/v1/insights/items?period=2024-03',
];

/** Items of a company of size M. */
export function catalogue() {
  return Array.from({ length: 3_500 }, (_, item) => ({
    id: `deck-${item}`,
    title: `Title ${item}`,
    kind: kinds[item % kinds.length] ?? 'deck',
    producer: { id: `producer-${item % 90}`, name: `Producer ${item % 90}` },
    tags: [`tag-${item % 12}`],
    versions: Array.from({ length: 5 }, (_, index) => ({
      version: `v${index + 1}`,
      publishedAt: new Date(firstDay + (index * 200 - (item % 200)) * dayMs).toISOString(),
    })),
  }));
}

/** Its teams. */
export function teams() {
  return Array.from({ length: 80 }, (_, index) => ({ id: `team-${index}`, name: `Team ${index}`, size: 19 }));
}

/**
 * @param {import('@collateral/server-adapter').Handler} handler
 * @param {string} path
 * @param {object} body
 */
export async function put(handler, path, body) {
  const entries = Object.entries(body);
  for (const [name, list] of entries)
    for (let start = 0; start < list.length; start += 500) {
      const text = JSON.stringify({ [name]: list.slice(start, start + 500) });
      const request = new Request(`https://intranet.example${path}`, {
        method: 'PUT',
        body: text,
        headers: { 'content-type': 'application/json' },
      });
      const reply = await handler(request);
      if (!reply.ok) throw new Error(await reply.text());
    }
}

/**
 * @param {import('@collateral/server-adapter').Handler} handler
 * @param {string} path
 */
export async function get(handler, path) {
  const reply = await handler(new Request(`https://intranet.example${path}`));
  const text = await reply.text();
  if (!reply.ok) throw new Error(text);
  return text;
}

/**
 * Gives how many milliseconds something takes.
 *
 * @param {() => Promise<unknown>} work
 */
export async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
