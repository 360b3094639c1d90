// The made-up items: what they are, who owns them, when their versions came out, how good each version really is.
import { allSalesGroup } from './people.js';
import { createTitles, kindNames, kinds } from './titles.js';

const day = 86_400_000;

/** @typedef {import('@collateral/sdk/contract').Item & { versions: import('@collateral/sdk/contract').ItemVersion[] }} MadeItem */

/**
 * @typedef {object} Catalogue
 * @property {MadeItem[]} items
 * @property {number[]} popularity how much each item is opened, to others; 0 for those nobody opens
 * @property {(string | null)[]} owners id of the producer each item had, also where the owner is gone now
 * @property {(string | null)[]} regionsOfItems the region each item is meant for, null for all
 * @property {ReadonlyMap<string, ReadonlyMap<string, number>>} quality by item and version, in points
 */

const neverOpened = 0.45;
const tags = [
  'pricing',
  'security',
  'launch',
  'sustainability',
  'evergreen',
  'campaign',
  'onboarding',
  'compliance',
  'tender',
  'roadshow',
];

/**
 * @param {import('./sizes.js').Size} size
 * @param {import('./people.js').Staff} staff
 * @param {number} until
 * @param {import('./random.js').Random} random
 * @returns {Catalogue}
 */
export function makeCatalogue(size, { producers, regions }, until, random) {
  const titleOf = createTitles(random);
  const popularity = random.shuffled(popularityByRank(size));
  const gone = new Set(random.shuffled(producers).slice(0, Math.round(producers.length * 0.08)));
  const reworked = spread(random, popularity, 0.35, 0.12);
  /** @type {Map<string, ReadonlyMap<string, number>>} */
  const quality = new Map();
  /** @type {Catalogue} */
  const catalogue = { items: [], popularity, owners: [], regionsOfItems: [], quality };
  for (let index = 0; index < size.items; index += 1) {
    const kind = kindOf(random);
    const id = `${kind}-${String(index + 1).padStart(5, '0')}`;
    const owner = producers.length > 0 ? random.pick(producers) : null;
    const region = random.chance(0.35) ? random.pick(regions).id : null;
    const versions = makeVersions(random, until, reworked[index] === true);
    const retiredAt = random.chance(0.04) ? instant(until - random.between(5, 300) * day) : null;
    catalogue.items.push({
      id,
      title: titleOf(kind),
      kind,
      url: `https://intranet.example/collateral/${id}`,
      ...(owner && !gone.has(owner) && { producer: owner }),
      audience: [region === null ? allSalesGroup : `sales-${region}`],
      versions,
      ...(random.chance(0.8) && { reviewBy: reviewDay(random, until) }),
      ...(retiredAt && { retiredAt }),
      ...(kind === 'training-module' &&
        random.chance(0.4) && { requiredFor: [region === null ? allSalesGroup : `sales-${region}`] }),
      tags: random.shuffled(tags).slice(0, Math.floor(random.between(0, 4))),
    });
    catalogue.owners.push(owner?.id ?? null);
    catalogue.regionsOfItems.push(region);
    quality.set(id, makeQuality(random, versions));
  }
  return catalogue;
}

// Zipf: the item of rank k is opened in proportion to k^-s; the last ranks never.
function popularityByRank(/** @type {import('./sizes.js').Size} */ { items, zipf }) {
  const opened = Math.round(items * (1 - neverOpened));
  return Array.from({ length: items }, (_, rank) => (rank < opened ? (rank + 1) ** -zipf : 0));
}

/** What is used is reworked more often. @param {import('./random.js').Random} random @param {number[]} popularity @param {number} used @param {number} unused */
function spread(random, popularity, used, unused) {
  return popularity.map((weight) => random.chance(weight > 0 ? used : unused));
}

/** @param {import('./random.js').Random} random */
function kindOf(random) {
  let left = random.next();
  for (const kind of kindNames) {
    left -= kinds[kind]?.share ?? 0;
    if (left < 0) return kind;
  }
  return 'deck';
}

/** @param {import('./random.js').Random} random @param {number} until @param {boolean} isReworked */
function makeVersions(random, until, isReworked) {
  const ageDays = random.chance(0.04) ? random.between(1, 29) : random.logNormal(380, 0.7) + 30;
  const versions = [{ version: 'v1', publishedAt: instant(until - ageDays * day) }];
  if (!isReworked || ageDays < 90) return versions;
  const second = random.between(40, ageDays - 5);
  versions.push({ version: 'v2', publishedAt: instant(until - Math.min(second, ageDays - 30) * day) });
  if (second > 120 && random.chance(0.25))
    versions.push({ version: 'v3', publishedAt: instant(until - random.between(5, second - 60) * day) });
  return versions;
}

/**
 * A rework lifts three of five by 0.4 points, the rest by nothing.
 *
 * @param {import('./random.js').Random} random
 * @param {readonly import('@collateral/sdk/contract').ItemVersion[]} versions
 */
function makeQuality(random, versions) {
  let current = clip(random.normal(3.6, 0.6));
  return new Map(
    versions.map(({ version }, index) => {
      if (index > 0 && random.chance(0.6)) current = clip(current + 0.4);
      return [version, current];
    }),
  );
}

/** Three of ten are past it. @param {import('./random.js').Random} random @param {number} until */
function reviewDay(random, until) {
  const days = random.chance(0.3) ? -random.between(1, 400) : random.between(5, 400);
  return instant(until + days * day).slice(0, 10);
}

/** @param {number} value */
function clip(value) {
  return Math.min(5, Math.max(1, value));
}

/** @param {number} time */
function instant(time) {
  return new Date(Math.round(time)).toISOString();
}
