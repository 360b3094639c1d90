import { calendarDay } from '../insights/calendar-day.js';
import { priorOf } from '../insights/kind-priors.js';
import { counted } from '../insights/source.js';
import { readVersionRatings } from '../insights/version-ratings.js';
import { getOrMake } from '../store/get-or-make.js';
import { canonicalJson } from '../store/canonical-json.js';
import { alertDay, type LowRatingAlert } from './follow-through.js';
import { monthsOf, readOwnedItems, tableOf } from './read-items.js';
import { readCases } from './read-cases.js';
import { isReopenedSoon } from './resolutions.js';
import type { ScorecardSource } from './scorecard-source.js';

/** Finds the versions that were rated low, since when, and what was done about them. */
export function readAlerts(source: ScorecardSource): Promise<readonly LowRatingAlert[]> {
  const { figures } = source;
  const { timeZone, targetRating, ratingMinimum } = figures.policy;
  return counted(figures, 'low-rating alerts', async () => {
    const [items, ratings, cases] = await Promise.all([
      readOwnedItems(figures),
      readVersionRatings(figures),
      readCases(source),
    ]);
    const dayOf = calendarDay(timeZone);
    const declined = new Map<string, string[]>();
    for (const { collateralId, version, moves } of cases)
      for (const [index, { at, to }] of moves.entries())
        // What is open again soon after was no decision.
        if (to === 'declined' && !isReopenedSoon(moves, index))
          getOrMake(declined, canonicalJson([collateralId, version]), () => []).push(dayOf(Date.parse(at)));
    return items.flatMap(({ item, owners, versions }) =>
      (versions.length === 0 ? [null] : versions.map(({ version }) => version)).flatMap(
        (version, index): readonly LowRatingAlert[] => {
          const table = tableOf(ratings, item.id, version);
          if (table === null) return [];
          const rule = { target: targetRating, minimum: ratingMinimum.n, prior: priorOf(ratings.priors, item.kind) };
          const alertOn = alertDay(monthsOf(table), rule);
          if (alertOn === null) return [];
          const later = versions.slice(index + 1).map(({ publishedAt }) => dayOf(Date.parse(publishedAt)));
          // Replaced before the month of the alert: there is nothing left to ask for.
          if (later[0] !== undefined && later[0].slice(0, 7) < alertOn.slice(0, 7)) return [];
          const answersOn = [...later, ...(declined.get(canonicalJson([item.id, version])) ?? [])];
          return [{ collateralId: item.id, version, owners, alertOn, answersOn }];
        },
      ),
    );
  });
}
