import { calendarDay } from '../insights/calendar-day.js';
import { priorOf } from '../insights/kind-priors.js';
import { counted } from '../insights/source.js';
import { readVersionRatings } from '../insights/version-ratings.js';
import { getOrMake } from '../store/get-or-make.js';
import { canonicalJson } from '../store/canonical-json.js';
import { alertDay, type LowRatingAlert } from './follow-through.js';
import { monthsOf, readOwnedItems, tableOf } from './read-items.js';
import { readCases } from './read-cases.js';
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
      for (const { at, to } of moves)
        if (to === 'declined')
          getOrMake(declined, canonicalJson([collateralId, version]), () => []).push(dayOf(Date.parse(at)));
    return items.flatMap(({ item, owners, versions }) =>
      (versions.length === 0 ? [null] : versions.map(({ version }) => version)).flatMap(
        (version): readonly LowRatingAlert[] => {
          const table = tableOf(ratings, item.id, version);
          if (table === null) return [];
          const rule = { target: targetRating, minimum: ratingMinimum.n, prior: priorOf(ratings.priors, item.kind) };
          const alertOn = alertDay(monthsOf(table), rule);
          if (alertOn === null) return [];
          const published = versions.map(({ publishedAt }) => dayOf(Date.parse(publishedAt)));
          const answersOn = [...published, ...(declined.get(canonicalJson([item.id, version])) ?? [])];
          return [{ collateralId: item.id, version, owners, alertOn, answersOn }];
        },
      ),
    );
  });
}
