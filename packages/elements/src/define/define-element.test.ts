import { expect } from 'chai';
import { defineElement } from './define-element.js';
import { CollateralElement } from '../shared/collateral-element.js';
import { catchWarnings } from '../testing/catch-warnings.fixture.js';

class First extends CollateralElement {}
class Second extends CollateralElement {
  static override readonly packageVersion: string = '9.9.9';
}
class Third extends CollateralElement {}

const tags = ['collateral-rating', 'collateral-provider', 'collateral-insights'];

describe('define', () => {
  it('case 28: importing the classes registers nothing', async () => {
    await import('../index.js');
    for (const tag of tags) expect(customElements.get(tag), tag).to.equal(undefined);
  });

  it('registers every tag', async () => {
    await import('./all.js');
    const { CollateralInsights, CollateralProvider, CollateralRating } = await import('../index.js');
    expect(tags.map((tag) => customElements.get(tag))).to.deep.equal([
      CollateralRating,
      CollateralProvider,
      CollateralInsights,
    ]);
  });

  it('case 27: a tag that is taken is one warning with both versions, not an error', async () => {
    const warnings = await catchWarnings(() => {
      for (const elementClass of [First, First, Second, Second, Third]) defineElement('collateral-twice', elementClass);
    });
    expect(customElements.get('collateral-twice')).to.equal(First);
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain(`version ${First.packageVersion} stays, version 9.9.9 is ignored`);
    expect(warnings[1]).to.contain(`version ${First.packageVersion} stays, version ${First.packageVersion} is ignored`);
  });
});
