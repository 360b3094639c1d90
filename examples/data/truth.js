// What a statistic over the made-up data should find.

/** Chance that a person who used an item rates it, by what they think of it: those who feel strongly speak up. */
export const chanceToRate = Object.freeze([0.08, 0.05, 0.03, 0.05, 0.08]);

/** Spread of single ratings around the quality of an item: how strict the person is, and noise. */
export const severityDeviation = 0.4;
export const noiseDeviation = 0.7;

/**
 * @typedef {object} Truth
 * @property {(collateralId: string, version: string) => number} qualityOf points before anybody's taste, 1 to 5
 * @property {(collateralId: string, version: string) => number} meanOf mean of the ratings that version gets from endlessly many people
 */

/**
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @returns {Truth}
 */
export function truthOf({ quality }) {
  const qualityOf = (/** @type {string} */ collateralId, /** @type {string} */ version) => {
    const found = quality.get(collateralId)?.get(version);
    if (found === undefined) throw new Error(`There is no version ${version} of ${collateralId}.`);
    return found;
  };
  return { qualityOf, meanOf: (collateralId, version) => meanRating(qualityOf(collateralId, version)) };
}

/** Value k is given where quality plus taste falls into k ± ½, and then in `chanceToRate` of cases. @param {number} quality */
function meanRating(quality) {
  const deviation = Math.hypot(severityDeviation, noiseDeviation);
  let weighted = 0;
  let total = 0;
  chanceToRate.forEach((chance, index) => {
    const value = index + 1;
    const upper = value === 5 ? 1 : below((value + 0.5 - quality) / deviation);
    const lower = value === 1 ? 0 : below((value - 0.5 - quality) / deviation);
    weighted += value * chance * (upper - lower);
    total += chance * (upper - lower);
  });
  return weighted / total;
}

/** The normal distribution by Simpson's rule, to about ten digits: enough for a truth. @param {number} z */
function below(z) {
  const steps = 200;
  const width = z / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step += 1) {
    const weight = step === 0 || step === steps ? 1 : step % 2 ? 4 : 2;
    sum += weight * Math.exp(-((step * width) ** 2) / 2);
  }
  return 0.5 + (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}
