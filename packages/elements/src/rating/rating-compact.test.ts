import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { fourteenRatings, InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { mountRating, radios, settle, textOf } from '../testing/mount.fixture.js';

const knownClient = (): InMemoryClient => {
  const client = new InMemoryClient();
  client.summaries.set('deck-42', summaryOf('deck-42', { metric: fourteenRatings }));
  return client;
};

describe('collateral-rating, compact', () => {
  it('breaks no rule of axe', async () => {
    const { rating } = await mountRating('compact summary', knownClient());
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('is one line: points, score, and what was said last', async () => {
    const { rating } = await mountRating('compact summary', knownClient());
    expect(rating.getBoundingClientRect().height).to.be.at.most(30);
    expect(textOf(rating)).to.equal('3.9 (likely 3.4 to 4.4), 14 ratings');
    radios(rating)[3]!.click();
    await settle(rating);
    expect(textOf(rating)).to.contain('You rated 4, Good. Saved on this device, will be sent');
    expect(rating.getBoundingClientRect().height).to.be.at.most(30);
  });

  it('keeps its label for those who hear it, and 24 px to hit', async () => {
    const { rating } = await mountRating('compact');
    expect(rating.matches(':state(rated)')).to.equal(false);
    expect(textOf(rating)).not.to.contain('Rate this deck');
    expect(rating.accessibleName).to.equal('Rate this deck');
    const { width, height } = radios(rating)[0]!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('says what a point means while it is looked at, and moves nothing', async () => {
    const { rating } = await mountRating('compact value="2"');
    const before = rating.getBoundingClientRect().toJSON() as unknown;
    expect(rating.shadowRoot!.querySelector('.anchor')).to.equal(null);
    rating.focus();
    await sendKeys({ press: 'ArrowRight' });
    await settle(rating);
    expect(textOf(rating, '.anchor')).to.contain('3 · ');
    expect(rating.getBoundingClientRect().toJSON()).to.deep.equal(before);
  });

  it('has at most 20 nodes, whatever there is to say and to do', async () => {
    const { rating, client } = await mountRating(
      'compact summary clearable comment="when-low" value="3"',
      knownClient(),
    );
    const count = (): number => rating.shadowRoot!.querySelectorAll('*').length;
    expect(count()).to.be.at.most(20);
    radios(rating)[3]!.focus();
    radios(rating)[3]!.click();
    client.deliver();
    await settle(rating);
    expect(count()).to.be.at.most(20);
    rating.readonly = true;
    await settle(rating);
    expect(count()).to.be.at.most(20);
  });
});
