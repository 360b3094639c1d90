import { expect } from 'chai';
import { defineElement } from './define-element.js';
import { CollateralElement } from '../shared/collateral-element.js';
import { catchWarnings } from '../testing/catch-warnings.fixture.js';

class First extends CollateralElement {}
class Second extends CollateralElement {
  static override readonly packageVersion: string = '9.9.9';
}
class Third extends CollateralElement {}

describe('define', () => {
  it('case 28: importing the classes registers nothing', async () => {
    await import('../index.js');
    expect([customElements.get('collateral-rating'), customElements.get('collateral-provider')]).to.deep.equal([
      undefined,
      undefined,
    ]);
  });

  it('registers every tag', async () => {
    await import('./all.js');
    const { CollateralProvider, CollateralRating } = await import('../index.js');
    expect([customElements.get('collateral-rating'), customElements.get('collateral-provider')]).to.deep.equal([
      CollateralRating,
      CollateralProvider,
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
