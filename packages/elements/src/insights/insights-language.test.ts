import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { mountData, mountInsights, shown } from '../testing/mount-insights.fixture.js';
import { until } from '../testing/until.fixture.js';
import { englishInsights } from './english-insights.js';
import { englishFigures } from '../figures/english-figures.js';
import { everything } from './insights.fixture.js';
import type { InsightsStrings } from '../shared/insights-strings.js';
import { addStrings } from '../shared/strings-for.js';
import { expectWhole } from '../testing/languages.fixture.js';
import { insightsWords } from './insights-words.js';

const codes = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pt'];
const headings: Readonly<Record<string, string>> = {
  ar: 'نظرة عامة',
  de: 'Überblick',
  es: 'Resumen',
  fr: 'Vue d’ensemble',
  it: 'Panoramica',
  ja: '概要',
  nl: 'Overzicht',
  pt: 'Visão geral',
};

const navOf = (root: ShadowRoot): string => root.querySelector('nav')?.textContent ?? '';

afterEach(() => {
  document.body.style.width = '';
});

describe('collateral-insights follows the language', () => {
  for (const code of codes) {
    it(`is whole in ${code}: every sentence, and none left in English`, async () => {
      const { strings } = (await import(`./languages/${code}.js`)) as { strings: InsightsStrings };
      expectWhole(strings, englishInsights);
    });

    it(`speaks ${code} once its file is there`, async () => {
      const { root } = await mountData(everything, `lang="${code}-XX"`);
      await until(() => navOf(root).includes(headings[code]!));
      expect(insightsWords(code).screens.overview).to.equal(headings[code]);
    });
  }

  it('breaks no rule of axe in another language', async () => {
    const { insights, root } = await mountData(everything, 'lang="de"');
    await until(() => navOf(root).includes('Überblick'));
    expect(await findViolations(insights)).to.deep.equal([]);
  });

  it('speaks Arabic from right to left, and English again', async () => {
    const { insights, root } = await mountData(everything, 'lang="ar" dir="rtl"');
    await until(() => navOf(root).includes('نظرة عامة'));
    expect(getComputedStyle(root.querySelector('.base')!).direction).to.equal('rtl');
    insights.lang = 'en';
    await until(() => navOf(root).includes('Overview'));
  });

  it('tells the page how far loading has come in the language of the element', async () => {
    await import('./languages/de.js');
    const { insights } = await mountInsights('lang="de"');
    await until(() => insightsWords('de').failed.startsWith('Die Zahlen'));
    const told: string[] = [];
    insights.addEventListener('collateral-status', ({ message }) => told.push(message));
    insights.refresh();
    await until(() => told.includes('Zahlen werden geladen …'));
  });

  it('is English in a language nobody has written', () => {
    for (const nobodys of ['tlh', 'constructor'])
      expect(insightsWords(nobodys)).to.include(englishInsights).and.include(englishFigures);
  });

  it('says what the page gave in place of some sentences, at once', async () => {
    const { insights, root } = await mountData(everything, 'lang="eo"');
    addStrings('eo', {
      insights: { screens: { overview: 'Superrigardo' }, range: (low, high) => `de ${low} ĝis ${high}` },
    });
    await shown(insights);
    expect(navOf(root)).to.contain('Superrigardo').and.contain('Items');
    expect(root.querySelector('.card')!.textContent).to.contain(' ĝis ');
  });

  for (const screen of ['overview', 'items', 'quadrant', 'item']) {
    it(`fits ${screen} into 360 px in German, whose words are long`, async () => {
      document.body.style.width = '328px';
      const { insights, root } = await mountData(everything, `lang="de" screen="${screen}" collateral-id="item-0"`);
      await until(() => navOf(root).includes('Überblick'));
      await shown(insights);
      expect(root.querySelector('.base')!.scrollWidth).to.be.at.most(328);
    });
  }
});
