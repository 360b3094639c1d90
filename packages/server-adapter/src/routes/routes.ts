import { changes } from './changes.js';
import { audit } from './audit.js';
import { config } from './config.js';
import { putGroups } from './groups.js';
import { disputeRoutes } from './disputes.js';
import { health } from './health.js';
import { insightsRoutes } from './insights.js';
import { listItems } from './list-items.js';
import { peopleRoutes } from './people.js';
import { promptStanding } from './prompt-standing.js';
import { putItems } from './put-items.js';
import { queryRatings } from './query-ratings.js';
import { openapiOf } from './openapi.js';
import type { Route } from './route.js';
import { scorecardRoutes } from './scorecards.js';
import { suggestionRoutes } from './suggestions.js';
import { targetRoutes } from './targets.js';
import { takeEvents } from './take-events.js';

/** Every address of the handler. */
export const routes: readonly Route[] = Object.freeze([
  takeEvents,
  queryRatings,
  listItems,
  putItems,
  putGroups,
  ...insightsRoutes,
  ...suggestionRoutes,
  changes,
  ...scorecardRoutes,
  ...targetRoutes,
  ...disputeRoutes,
  audit,
  config,
  promptStanding,
  health,
  ...peopleRoutes,
  openapiOf(() => routes),
]);
