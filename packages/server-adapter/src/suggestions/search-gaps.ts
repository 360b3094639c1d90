import type { SearchGap } from '@collateral/sdk/contract';
import { aggregate } from '../insights/aggregate.js';
import { calendarDay } from '../insights/calendar-day.js';
import { counted } from '../insights/source.js';
import type { Viewer } from './viewer.js';

const days = 90;
const dayMs = 86_400_000;
const mostShown = 20;

/**
 * Finds what enough people searched for in the last 90 days without finding anything, most often first.
 *
 * A text that only a few typed may say who they are, so it is told from the minimum group on.
 */
export function readSearchGaps({ source, figures }: Viewer): Promise<readonly SearchGap[]> {
  const from = calendarDay(source.policy.timeZone)(source.now - days * dayMs);
  return counted(figures, `gaps ${from}`, async () => {
    const rows = await aggregate(source.store, source.tenant, { type: 'searches', from });
    return rows
      .filter(({ people, query }) => people >= source.policy.minimumGroup && query !== '')
      .sort((one, other) => other.searches - one.searches || (one.query < other.query ? -1 : 1))
      .slice(0, mostShown)
      .map(({ query, searches }) => ({ query, searches }));
  });
}
