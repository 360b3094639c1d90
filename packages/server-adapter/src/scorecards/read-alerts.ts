import { calendarDay } from '../insights/calendar-day.js';
import { priorOf } from '../insights/kind-priors.js';
import { counted, readCatalogue } from '../insights/source.js';
import { readRatedMonths } from '../insights/closed-ratings.js';
import { versionName, versionOfName } from '../insights/rated-version.js';
import { getOrMake } from '../store/get-or-make.js';
import { canonicalJson } from '../store/canonical-json.js';
import { isAlert, type LowRatingAlert } from './follow-through.js';
import { lastDayOf, readOwnedItems } from './read-items.js';
import { readCases } from './read-cases.js';
import { isReopenedSoon } from './resolutions.js';
import type { ScorecardSource } from './scorecard-source.js';

/** Finds the versions that were rated low, since when, and what was done about them. */
export function readAlerts(source: ScorecardSource): Promise<readonly LowRatingAlert[]> {
  const { figures } = source;
  return counted(figures, 'low-rating alerts', async () => {
    const [items, alertDays, cases] = await Promise.all([
      readOwnedItems(figures),
      readAlertDays(source),
      readCases(source),
    ]);
    const dayOf = calendarDay(figures.policy.timeZone);
    const declined = new Map<string, string[]>();
    for (const { collateralId, version, moves } of cases)
      for (const [index, { at, to }] of moves.entries())
        // What is open again soon after was no decision.
        if (to === 'declined' && !isReopenedSoon(moves, index))
          getOrMake(declined, canonicalJson([collateralId, version]), () => []).push(dayOf(Date.parse(at)));
    return items.flatMap(({ item, owners, versions }) =>
      (versions.length === 0 ? [null] : versions.map(({ version }) => version)).flatMap(
        (version, index): readonly LowRatingAlert[] => {
          const alertOn = alertDays.get(versionName({ collateralId: item.id, version }));
          if (alertOn === undefined) return [];
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

/**
 * Says when it was clear that versions are rated low, by their names: the last day of the first month by whose end it was, judged with
 * what was told of that month. What is rated later, or rated anew, takes no alert back.
 */
async function readAlertDays({ figures }: ScorecardSource): Promise<ReadonlyMap<string, string>> {
  const { targetRating: target, ratingMinimum } = figures.policy;
  const [items, months] = await Promise.all([readCatalogue(figures), readRatedMonths(figures)]);
  const days = new Map<string, string>();
  for (const { month, changed, priors } of months)
    for (const [name, distribution] of changed) {
      const kind = items.get(versionOfName(name)?.collateralId ?? '')?.kind;
      const rule = { target, minimum: ratingMinimum.n, prior: priorOf(priors, kind) };
      if (!days.has(name) && isAlert(distribution, rule)) days.set(name, lastDayOf(month));
    }
  return days;
}
