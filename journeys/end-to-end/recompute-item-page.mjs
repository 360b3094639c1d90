// The second implementation, part six: the figures on the page of one item.
import { scoreAfterUse, wasUsedBefore } from './recompute-after-use.mjs';
import { distributionOf, hidden, minimumGroup, plain, score, share, target } from './recompute-figures.mjs';
import { meanOf, sum } from './recompute-statistics.mjs';
import { countedViews, peopleOf } from './recompute-items.mjs';

/** @typedef {import('./recompute-facts.mjs').Rating} Rating */

const z = 1.959964;

/**
 * @param {import('./recompute-items.mjs').World} world
 * @param {import('./recompute-figures.mjs').Days} days
 * @param {import('@collateral/sdk/contract').Item} item
 * @param {ReturnType<typeof import('./recompute-items.mjs').priorsOfKinds>} priorOfKind
 */
export function recomputeItemPage(world, days, item, priorOfKind) {
  const { history } = world;
  const inPeriod = (/** @type {{ day: string }} */ { day }) => day >= days.firstDay && day <= days.lastDay;
  const own = history.views.filter((view) => view.item === item.id);
  const views = countedViews(own, days);
  const active = sum(own.filter((view) => view.excluded === null && inPeriod(view)).map(({ activeMs }) => activeMs));
  const places = history.places.filter((place) => place.item === item.id && place.excluded === null && inPeriod(place));
  const times = (/** @type {string} */ name) =>
    places.filter(({ event }) => ('action' in event ? event.action : event.type) === name).length;
  const ratings = history.ratings.filter((rating) => rating.item === item.id && rating.excluded === null);
  const prior = priorOfKind(item.kind);
  const versions = (item.versions ?? []).toSorted((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt));
  const current = versions.findLast(({ publishedAt }) => history.dayOf(Date.parse(publishedAt)) <= days.lastDay);
  const ofCurrent = ratings.filter(({ version }) => version === (current?.version ?? null));
  const afterUse = ofCurrent.filter((rating) => wasUsedBefore(rating, own)).length;
  return {
    figures: {
      activeMsPerView:
        views.length === 0
          ? { value: null, n: 0, state: 'none' }
          : peopleOf(views) < minimumGroup
            ? hidden
            : { value: Math.round(active / views.length), n: views.length, state: 'ok' },
      downloads: plain(times('download')),
      shares: plain(times('share')),
      presentations: plain(times('present')),
      completions: plain(places.filter(({ event }) => event.type === 'completion' && event.progress >= 1).length),
      afterUse: ofCurrent.length > 0 && ofCurrent.length < minimumGroup ? hidden : share(afterUse, ofCurrent.length),
      versions: versions.map(({ version, publishedAt }, index) => {
        const counts = distributionOf(ratings.filter((rating) => rating.version === version));
        const old = versions[index - 1]?.version;
        const oldRatings = ratings.filter((rating) => rating.version === old);
        const before = distributionOf(oldRatings);
        return {
          version,
          publishedAt,
          rating: score(counts, prior),
          distribution: sum(counts) < minimumGroup ? null : counts,
          mayRegress: old !== undefined && (score(before, prior).value ?? 5) < target,
          ...liftFrom(before, counts, prior, {
            isFirst: old === undefined,
            isMixed:
              oldRatings.filter(({ day }) => day >= history.dayOf(Date.parse(publishedAt))).length * 5 >
              oldRatings.length,
          }),
        };
      }),
      versionUse: versions.map(({ version }) => {
        const done = places.filter((place) => place.version === version);
        const count = (/** @type {string} */ name) =>
          done.filter(({ event }) => ('action' in event ? event.action : event.type) === name).length;
        return {
          version,
          views: { value: views.filter((view) => view.version === version).length },
          downloads: { value: count('download') },
          shares: { value: count('share') },
          presentations: { value: count('present') },
          completions: {
            value: done.filter(({ event }) => event.type === 'completion' && event.progress >= 1).length,
          },
        };
      }),
      comments: commentsOf(ratings, world.today),
    },
    // What the page says when it is asked for one version, and for ratings after use.
    ofVersion: (/** @type {string} */ version) => {
      const asked = ratings.filter((rating) => rating.version === version);
      const used = asked.filter((rating) => wasUsedBefore(rating, own)).length;
      return {
        all: score(distributionOf(asked), prior),
        afterUse: asked.length > 0 && asked.length < minimumGroup ? hidden : share(used, asked.length),
        told: scoreAfterUse(asked, own, prior),
        activeMs: sum(
          own
            .filter((view) => view.version === version && view.excluded === null && inPeriod(view))
            .map(({ activeMs }) => activeMs),
        ),
      };
    },
    usersOf: (/** @type {string} */ version) => {
      const own = views.filter((view) => view.version === version);
      return { people: peopleOf(own), others: peopleOf(views) - peopleOf(own) };
    },
    viewsOf: (/** @type {string} */ firstDay, /** @type {string} */ lastDay) =>
      views.filter(({ day }) => day >= firstDay && day <= lastDay).length,
    ratingOf: (/** @type {string} */ firstDay, /** @type {string} */ lastDay) => {
      const shown = new Set(
        versions
          .map(({ version }) => version)
          .filter((version) => ratings.filter((rating) => rating.version === version).length >= minimumGroup),
      );
      return score(
        distributionOf(
          ratings.filter(({ day, version }) => day >= firstDay && day <= lastDay && shown.has(version ?? '')),
        ),
        prior,
      );
    },
    teamsOf: Map.groupBy(views, ({ team }) => team),
  };
}

/**
 * @param {readonly number[]} before
 * @param {readonly number[]} after
 * @param {readonly number[]} prior
 * @param {{ isFirst: boolean, isMixed: boolean }} about mixed: more than a fifth of what the old version got came after the new one
 */
function liftFrom(before, after, prior, { isFirst, isMixed }) {
  if (isFirst) return { lift: null, liftProbability: null };
  if (sum(before) < 5 || sum(after) < 5)
    return { lift: { value: null, n: sum(after), interval: null, state: 'early' }, liftProbability: null };
  if (isMixed) return { lift: hidden, liftProbability: null };
  const [a, b] = [meanOf(before, prior), meanOf(after, prior)];
  const value = b.mean - a.mean;
  const error = Math.sqrt(a.variance + b.variance);
  return {
    lift: { value, n: sum(before) + sum(after), interval: [value - z * error, value + z * error], state: 'ok' },
    liftProbability: chanceBelow(value / error),
  };
}

/** The normal distribution, added up in small steps by Simpson's rule. @param {number} x */
function chanceBelow(x) {
  const steps = 2_000;
  let area = 0;
  for (let step = 0; step <= steps; step += 1) {
    const weight = step === 0 || step === steps ? 1 : step % 2 ? 4 : 2;
    area += weight * Math.exp(-(((x * step) / steps) ** 2) / 2);
  }
  return 0.5 + (area * x) / steps / 3 / Math.sqrt(2 * Math.PI);
}

/** What ten or more people wrote before today, newest month first. @param {readonly Rating[]} ratings @param {string} today */
function commentsOf(ratings, today) {
  const written = ratings.filter(({ comment, day }) => comment.trim() !== '' && day < today);
  if (new Set(written.map(({ actor }) => actor)).size < 10) return [];
  return written
    .map(({ value, comment, reasons, version, day }) => ({ value, comment, reasons, version, month: day.slice(0, 7) }))
    .sort(
      (a, b) =>
        (a.month < b.month ? 1 : a.month > b.month ? -1 : 0) || a.value - b.value || (a.comment < b.comment ? -1 : 1),
    );
}
