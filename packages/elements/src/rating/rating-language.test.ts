import { expect } from 'chai';
import { addStrings } from '../shared/strings-for.js';
import { english } from '../shared/english.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { fourteenRatings, InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { mount, mountRating, settle, textOf } from '../testing/mount.fixture.js';
import { until } from '../testing/until.fixture.js';
import type { CollateralRating } from './collateral-rating.js';

const firstPoint = (rating: CollateralRating): string | null =>
  rating.shadowRoot!.querySelector('[role="radio"]')?.ariaLabel ?? null;

before(() => {
  addStrings('eo', { points: english.points.map((point) => ({ ...point, label: 'Senutila' })) });
});

afterEach(() => {
  document.documentElement.lang = 'en';
});

describe('collateral-rating follows the language', () => {
  it('breaks no rule of axe in another language', async () => {
    const rating = mount('<collateral-rating lang="eo" label="A"></collateral-rating>').querySelector(
      'collateral-rating',
    )!;
    await settle(rating);
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('case 11: of the page, of an ancestor and of a host outside its shadow root, at once', async () => {
    const outer = mount('<section><div></div></section>').querySelector('section')!;
    const root = outer.querySelector('div')!.attachShadow({ mode: 'open' });
    const rating = document.createElement('collateral-rating');
    rating.label = 'Deck';
    root.append(rating);
    await settle(rating);
    for (const element of [document.documentElement, outer, root.host as HTMLElement, rating]) {
      element.lang = 'eo';
      await settle(rating);
      expect(firstPoint(rating), element.localName).to.contain('Senutila');
      element.lang = 'en';
      await settle(rating);
      expect(firstPoint(rating), element.localName).to.contain("Can't use");
    }
  });

  it('case 11: where it is moved to', async () => {
    const stage = mount('<div lang="eo"></div><collateral-rating label="A"></collateral-rating>');
    const rating = stage.querySelector('collateral-rating')!;
    await settle(rating);
    stage.querySelector('div')!.append(rating);
    await settle(rating);
    expect(firstPoint(rating)).to.contain('Senutila');
  });

  it('case 11: and hears nothing any more once it is taken out', async () => {
    const rating = mount('<collateral-rating label="A"></collateral-rating>').querySelector('collateral-rating')!;
    await settle(rating);
    rating.remove();
    document.documentElement.lang = 'eo';
    await settle(rating);
    expect(firstPoint(rating)).to.contain("Can't use");
  });

  it('speaks Arabic from right to left, and English again', async () => {
    const stage = mount('<div lang="ar" dir="rtl"><collateral-rating label="A" value="2"></collateral-rating></div>');
    const rating = stage.querySelector('collateral-rating')!;
    await until(() => firstPoint(rating)?.includes('غير صالح') === true);
    stage.querySelector('div')!.lang = 'en';
    await settle(rating);
    expect(firstPoint(rating)).to.contain("Can't use");
  });

  // Engines write the digits of Arabic in different ways.
  const scores = { ar: /\)، \S+ تقييمًا$/, ja: /）、評価 14 件$/ };
  for (const [language, score] of Object.entries(scores)) {
    it(`joins a score and its count with the comma of ${language}`, async () => {
      const client = new InMemoryClient();
      client.summaries.set('deck-42', summaryOf('deck-42', { metric: fourteenRatings }));
      const { rating } = await mountRating(`lang="${language}" summary`, client);
      await until(() => score.test(textOf(rating, '.score')));
    });
  }
});
