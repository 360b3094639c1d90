import type { DisputeStatus } from '@collateral/sdk/contract';
import { expect } from 'chai';
import { stringsFor } from '../shared/strings-for.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { languageCodes } from '../testing/languages.fixture.js';
import { mountRating, radios, settle, textOf, type MountedRating } from '../testing/mount.fixture.js';
import { until } from '../testing/until.fixture.js';

const reason = 'The reason for your rating is disputed; it does not count until that is settled.';

function mountDisputed(dispute: DisputeStatus, attributes = ''): Promise<MountedRating> {
  const client = new InMemoryClient();
  const mine = { id: 'rating-1', value: 2, ratedAt: '2026-01-05T09:00:00.000Z', dispute } as const;
  client.summaries.set('deck-42', summaryOf('deck-42', { mine }));
  return mountRating(attributes, client);
}

const footOf = ({ rating }: MountedRating): string => textOf(rating, '.foot .line');

describe('collateral-rating says that a rating is disputed', () => {
  it('as long as it does not count, with what was rated', async () => {
    const mounted = await mountDisputed('open');
    expect(footOf(mounted)).to.equal(`You rated 2, Weak. ${reason}`);
    expect(await findViolations(mounted.rating)).to.deep.equal([]);
  });

  it('when the objection was upheld, and no longer when it was rejected', async () => {
    expect(footOf(await mountDisputed('upheld'))).to.contain('The objection to your rating was upheld');
    expect(footOf(await mountDisputed('rejected'))).to.equal('You rated 2, Weak');
  });

  it('also in one line of a list', async () => {
    expect(footOf(await mountDisputed('open', 'compact'))).to.equal(reason);
  });

  it('no longer of a rating that was given anew', async () => {
    const mounted = await mountDisputed('open');
    radios(mounted.rating)[3]!.click();
    await settle(mounted.rating);
    expect(footOf(mounted)).not.to.contain('disputed');
  });

  for (const code of languageCodes) {
    it(`in ${code}`, async () => {
      const { rating } = await mountDisputed('open', `lang="${code}"`);
      const english = stringsFor('en').disputed;
      await until(() => stringsFor(code).disputed !== english);
      await settle(rating);
      expect(textOf(rating, '.foot .line')).to.contain(stringsFor(code).disputed);
      expect(stringsFor(code).disputeUpheld).to.not.equal(stringsFor('en').disputeUpheld);
    });
  }
});
