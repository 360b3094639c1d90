import { expect } from 'chai';
import { formatNumber } from './format-number.js';

describe('formatNumber', () => {
  it('writes small whole numbers of English as the engine would, without its data', () => {
    for (const language of ['en', 'en-GB', 'en-za']) {
      const engine = new Intl.NumberFormat(language);
      for (const value of [-7, 0, 1, 5, 14, 999, 1_000, 12_345])
        expect(formatNumber(value, language)).to.equal(engine.format(value));
    }
  });

  it('leaves other languages, and English of other places, to the engine', () => {
    for (const language of ['de', 'en-AT', 'en-u-nu-arab', 'fr-CA'])
      expect(formatNumber(3.9, language, 1)).to.equal(
        new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(3.9),
      );
  });

  it('writes a number in the browser’s own style where `lang` is no language', () => {
    expect(formatNumber(4, 'en_US')).to.equal('4');
  });
});
