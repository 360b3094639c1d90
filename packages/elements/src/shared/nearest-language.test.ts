import { expect } from 'chai';
import { formatNumber } from './format-number.js';
import { nearestLanguage } from './nearest-language.js';
import { packageVersion } from './version.js';

describe('nearestLanguage', () => {
  it('is the lang of the nearest ancestor, also across shadow roots', () => {
    const outer = document.createElement('div');
    outer.lang = 'de';
    const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    document.body.append(outer);
    expect(nearestLanguage(inner)).to.equal('de');
    inner.lang = 'fr';
    expect(nearestLanguage(inner)).to.equal('fr');
    outer.remove();
  });
});

describe('formatNumber', () => {
  it('writes numbers as the language does', () => {
    expect([formatNumber(3.94, 'de', 1), formatNumber(1200, 'en')]).to.deep.equal(['3,9', '1,200']);
  });

  it('writes a number also when the language is none', () => {
    expect(formatNumber(4, 'en_US')).to.equal('4');
  });
});

describe('packageVersion', () => {
  it('is the version in package.json', async () => {
    const { version } = (await (await fetch(new URL('../../package.json', import.meta.url))).json()) as {
      version: string;
    };
    expect(packageVersion).to.equal(version);
  });
});
