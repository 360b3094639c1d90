// Items and teams scorecards are asked about: 90 producers in 30 teams.
import { firstDay } from '../insights/sample-facts.mjs';
import { put } from '../insights/ask-routes.mjs';

const dayMs = 86_400_000;
const items = 3_500;
const producers = 90;

/** Routes of scorecards. */
export const scorecardRoutes = [
  '/v1/scorecards?subject=producer&id=producer-7',
  '/v1/scorecards/evidence?subject=producer&id=producer-7&measure=P4',
  '/v1/scorecards/comparison?subject=producer',
  '/v1/scorecards?subject=team&id=team-3',
  '/v1/scorecards',
];

/** @param {import('@collateral/server-adapter').Handler} handler */
export async function putCatalogue(handler) {
  const all = Array.from({ length: items }, (_, item) => ({
    id: `deck-${item}`,
    title: `Title ${item}`,
    kind: 'deck',
    producer: { id: `producer-${item % producers}`, name: `Producer ${item % producers}` },
    team: `team-${item % 30}`,
    versions: Array.from({ length: 5 }, (_, index) => ({
      version: `v${index + 1}`,
      publishedAt: new Date(firstDay + (index * 200 - (item % 200)) * dayMs).toISOString(),
    })),
  }));
  const groups = Array.from({ length: 80 }, (_, index) => ({ id: `team-${index}`, name: `Team ${index}`, size: 19 }));
  await put(handler, '/v1/items', { items: all });
  await put(handler, '/v1/groups', { groups });
}
