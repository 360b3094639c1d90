// Titles of collateral, all different.
import {
  buyers,
  customers,
  editions,
  industries,
  moments,
  objections,
  outcomes,
  products,
  rivals,
  skills,
  topics,
} from './vocabulary.js';

/** Kinds of collateral, how common each is, and ways to title one. @type {Readonly<Record<string, { share: number, titles: readonly (readonly (string | readonly string[])[])[] }>>} */
export const kinds = {
  deck: {
    share: 0.18,
    titles: [
      ['First-meeting deck: ', topics],
      [products, ' for ', industries],
      ['Pitch for ', buyers, ': ', topics],
      ['Roadmap of ', products],
      ['Workshop deck: ', topics, ' in ', industries],
    ],
  },
  datasheet: {
    share: 0.16,
    titles: [
      [products, ' datasheet'],
      [products, ': ', topics, ' module'],
      [products, ' in ', industries, ': technical data'],
      [products, ' interfaces and requirements'],
    ],
  },
  battlecard: {
    share: 0.08,
    titles: [
      ['Battlecard: against ', rivals],
      ['Against ', rivals, ' in ', industries],
      ['Why we lost to ', rivals, ', and how not to'],
    ],
  },
  'case-study': {
    share: 0.16,
    titles: [
      ['Case study: ', customers, ' that ', outcomes],
      ['How ', customers, ' ', outcomes],
    ],
  },
  'one-pager': {
    share: 0.1,
    titles: [
      [products, ' for ', buyers],
      ['One page on ', topics, ' for ', buyers],
      ['One page on ', topics, ' in ', industries],
    ],
  },
  video: {
    share: 0.08,
    titles: [
      ['Two minutes of ', products],
      ['Customer film: ', customers],
      ['Demo: ', topics, ' with ', products],
    ],
  },
  playbook: {
    share: 0.06,
    titles: [
      ['Playbook: ', topics, ' in ', industries],
      ['Playbook: selling to ', buyers],
      ['Playbook: ', skills],
    ],
  },
  'email-template': {
    share: 0.08,
    titles: [
      ['E-mail ', moments],
      ['E-mail ', moments, ', to ', buyers],
      ['E-mail about ', topics, ' ', moments],
    ],
  },
  'training-module': {
    share: 0.1,
    titles: [
      ['Training: ', skills],
      ['Training: handling ', objections],
      ['Training: ', products, ' in depth'],
      ['Training: ', topics, ' for sellers'],
      ['Training: what ', buyers, ' care about'],
    ],
  },
};

export const kindNames = Object.keys(kinds);

/**
 * Makes titles that are all different.
 *
 * @param {import('./random.js').Random} random
 * @returns {(kind: string) => string}
 */
export function createTitles(random) {
  /** @type {Set<string>} */
  const taken = new Set();
  return (kind) => {
    const patterns = kinds[kind]?.titles ?? [];
    for (let attempt = 0; ; attempt += 1) {
      const parts = random.pick(patterns).map((part) => (typeof part === 'string' ? part : random.pick(part)));
      const plain = parts.join('');
      const title = plain.charAt(0).toUpperCase() + plain.slice(1);
      // Few have an edition of their own, until there is nothing else left to tell them apart by.
      const edition = attempt > 2 || random.chance(0.05) ? ` (${random.pick(editions)})` : '';
      const numbered = attempt > 12 ? ` ${attempt - 11}` : '';
      const whole = `${title}${edition}${numbered}`;
      if (taken.has(whole)) continue;
      taken.add(whole);
      return whole;
    }
  };
}
