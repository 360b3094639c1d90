import { languageCodes, expectWhole } from '../testing/languages.fixture.js';
import type { FigureStrings } from '../shared/figure-strings.js';
import { englishFigures } from './english-figures.js';

describe('the sentences around figures', () => {
  for (const code of languageCodes) {
    it(`are whole in ${code}: every one, and none left in English`, async () => {
      const { strings } = (await import(`./languages/${code}.js`)) as { strings: FigureStrings };
      expectWhole(strings, englishFigures);
    });
  }
});
