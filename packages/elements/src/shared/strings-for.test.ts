import { expect } from 'chai';
import { english } from './english.js';
import { addStrings, stringsFor } from './strings-for.js';

describe('strings', () => {
  it('are English unless a language was added', () => {
    expect(stringsFor('fr')).to.equal(english);
  });

  it('of a language stand in for its regions and stay English where nothing was given', () => {
    addStrings('de', { delivered: 'Gesendet' });
    expect([stringsFor('de-AT').delivered, stringsFor('DE').saving]).to.deep.equal(['Gesendet', 'Saving…']);
  });

  it('may call the points otherwise', () => {
    addStrings('nl', { points: english.points.map((point) => ({ ...point, label: `${point.label} (nl)` })) });
    expect(stringsFor('nl').points[3]!.label).to.equal('Good (nl)');
  });
});
