import { collateralScale } from '@collateral/sdk';
import { expect } from 'chai';
import { englishComment } from './english-comment.js';
import { englishPrompt } from './english-prompt.js';
import { until } from '../testing/until.fixture.js';
import { english } from './english.js';
import { addStrings, stringsFor } from './strings-for.js';
import type { Strings } from './strings.js';

describe('strings', () => {
  it('are English where there is nothing else', () => {
    expect([stringsFor('en-GB').saving, stringsFor('tlh').saving]).to.deep.equal(['Saving…', 'Saving…']);
  });

  for (const code of ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pt']) {
    it(`are whole in ${code}, and load by themselves`, async () => {
      const { strings } = (await import(`../languages/${code}.js`)) as { strings: Strings };
      const all = { ...english, ...englishComment, ...englishPrompt };
      expect(Object.keys(strings).sort()).to.deep.equal(Object.keys(all).sort());
      expect(Object.keys(strings.reasons)).to.deep.equal(collateralScale.reasons.map(({ id }) => id));
      expect(strings.points).to.have.length(5);
      for (const name of ['saving', 'stored', 'signIn', 'noClient'] as const)
        expect(strings[name]).not.to.equal(all[name]);
      for (const count of [0, 1, 2, 3, 11, 100]) expect(strings.tooFew(count, `${count}`)).to.match(/\S/);
      stringsFor(code);
      await until(() => stringsFor(`${code}-XX`).saving === strings.saving);
    });
  }

  it('may be replaced by the page in a language the package has', async () => {
    addStrings('fr', { delivered: 'Parti' });
    stringsFor('fr');
    await until(() => stringsFor('fr').withdraw === 'Retirer');
    expect(stringsFor('fr').delivered).to.equal('Parti');
  });

  it('of a language stand in for its regions and stay English where nothing was given', () => {
    addStrings('eo', { delivered: 'Sendita' });
    expect([stringsFor('eo-AT').delivered, stringsFor('EO').saving]).to.deep.equal(['Sendita', 'Saving…']);
  });

  it('may call the points otherwise', () => {
    addStrings('da', { points: english.points.map((point) => ({ ...point, label: `${point.label} (da)` })) });
    expect(stringsFor('da').points[3]!.label).to.equal('Good (da)');
  });
});
