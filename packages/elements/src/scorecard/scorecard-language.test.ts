import { measureDefinitions } from '@collateral/sdk/contract';
import { expect } from 'chai';
import type { OwnScorecardStrings } from '../shared/scorecard-strings.js';
import { addStrings } from '../shared/strings-for.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { expectWhole, languageCodes } from '../testing/languages.fixture.js';
import { mountGiven, shown } from '../testing/mount-conversation.fixture.js';
import { read, readAll } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { teams } from './comparison.fixture.js';
import { englishScorecard } from './english-scorecard.js';
import { westCard } from './scorecard.fixture.js';
import { scorecardWords } from './scorecard-words.js';

const tag = 'collateral-scorecard';
const titles: Readonly<Record<string, string>> = {
  ar: 'بطاقة الأداء: Sales, West',
  de: 'Leistungsbild: Sales, West',
  es: 'Cuadro de mando: Sales, West',
  fr: 'Tableau de bord : Sales, West',
  it: 'Scheda dei risultati: Sales, West',
  ja: 'スコアカード：Sales, West',
  nl: 'Scorekaart: Sales, West',
  pt: 'Painel de desempenho: Sales, West',
};
const namesAndCounting = Object.fromEntries(
  Object.entries(measureDefinitions).map(([id, { name, counting }]) => [id, { name, counting }]),
);
const english = { ...englishScorecard, measures: namesAndCounting };

afterEach(() => {
  document.body.style.width = '';
});

describe('collateral-scorecard follows the language', () => {
  for (const code of languageCodes) {
    it(`is whole in ${code}: every sentence, and none left in English`, async () => {
      const { strings } = (await import(`./languages/${code}.js`)) as { strings: OwnScorecardStrings };
      expectWhole(strings, english);
    });

    it(`speaks ${code} once its files are there`, async () => {
      const { root } = await mountGiven(tag, westCard, `lang="${code}-XX"`);
      await until(() => read(root, 'h2') === titles[code]);
      const { measures, howToRead } = scorecardWords(code);
      expect(readAll(root, 'h4')[0]).to.equal(measures.P1.name);
      expect(readAll(root, '.intro').at(-1)).to.equal(howToRead);
      expect(root.querySelector('.base')!.hasAttribute('dir')).to.equal(false);
    });
  }

  it('writes numbers, days and methods in that language', async () => {
    const { root } = await mountGiven(tag, westCard, 'lang="de"');
    await until(() => read(root, 'h2').startsWith('Leistungsbild'));
    expect(readAll(root, '[data-measure="P4"] > p')).to.deep.equal([
      'mindestens 9,5 Tage',
      'aus 21 Beobachtungen · wahrscheinlich 6 Tage bis 17,3 Tage oder mehr',
      'Ziel höchstens 5 Tage: verfehlt',
      'Schlechter · vorher: 5 Tage · +4,5 Tage (wahrscheinlich +0,5 bis +9,0)',
    ]);
    root.querySelector<HTMLDetailsElement>('[data-measure="P4"] details')!.open = true;
    await until(() => root.querySelector('[data-measure="P4"] .note') !== null);
    expect(readAll(root, '[data-measure="P4"] .note p')[1]).to.match(/^Weniger als die Hälfte ist beantwortet/);
  });

  it('breaks no rule of axe in another language', async () => {
    const { element, root } = await mountGiven(tag, westCard, 'lang="ar" dir="rtl"');
    await until(() => read(root, 'h2') === titles['ar']);
    expect(await findViolations(element)).to.deep.equal([]);
  });

  it('speaks Arabic from right to left, and English again', async () => {
    const { element, root } = await mountGiven(tag, westCard, 'lang="ar" dir="rtl"');
    await until(() => read(root, 'h2') === titles['ar']);
    expect(getComputedStyle(root.querySelector('.base')!).direction).to.equal('rtl');
    element.lang = 'en';
    await until(() => read(root, 'h2') === 'Scorecard: Sales, West');
  });

  it('keeps two numbers of an Arabic line in the order they are said', async () => {
    const { root } = await mountGiven(tag, westCard, 'lang="ar" dir="rtl"');
    await until(() => read(root, 'h2') === titles['ar']);
    const line = root.querySelector('[data-measure="P1"] .words')!;
    const text = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode()!;
    const placeOf = (word: string): number => {
      const range = document.createRange();
      const at = text.textContent!.indexOf(word);
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      const { left, top } = range.getBoundingClientRect();
      // A line further down comes later, and further left within one.
      return left - 10_000 * Math.round(top / 8);
    };
    expect(placeOf('71')).to.be.greaterThan(placeOf('22'));
  });

  it('is English and runs from left to right in a language nobody has written', async () => {
    const { root } = await mountGiven(tag, westCard, 'lang="he" dir="rtl"');
    const base = root.querySelector('.base')!;
    expect([read(root, 'h2'), base.getAttribute('lang')]).to.deep.equal(['Scorecard: Sales, West', 'en']);
    expect(getComputedStyle(base).direction).to.equal('ltr');
  });

  it('says what the page gave in place of some sentences, also in a language of its own', async () => {
    const { element, root } = await mountGiven(tag, westCard, 'lang="eo"');
    addStrings('eo', { scorecard: { title: (name) => `Poentaro: ${name}`, measures: { P1: { name: 'Uzado' } } } });
    await shown(element);
    expect([read(root, 'h2'), readAll(root, 'h4')[0]]).to.deep.equal(['Poentaro: Sales, West', 'Uzado']);
    expect(root.querySelector('.base')!.hasAttribute('lang')).to.equal(false);
  });

  for (const [name, data] of [
    ['a scorecard', westCard],
    ['a comparison', teams],
  ] as const) {
    it(`fits ${name} into 360 px in German, whose words are long`, async () => {
      document.body.style.width = '328px';
      const { element, root } = await mountGiven(tag, data, 'lang="de"');
      await until(() => read(root, '.covers').includes('verglichen'));
      for (const details of root.querySelectorAll('details')) details.open = true;
      await shown(element);
      expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
    });
  }
});
