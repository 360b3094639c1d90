import { expect } from 'chai';
import { CollateralRating } from './collateral-rating.js';
import { catchWarnings } from '../testing/catch-warnings.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { filledPoints, mount, mountRating, radios, record, settle } from '../testing/mount.fixture.js';

describe('collateral-rating in a page', () => {
  it('case 30: a property set before the upgrade survives', async () => {
    const early = mount('<collateral-early></collateral-early>').querySelector<CollateralRating>('collateral-early')!;
    early.value = 4;
    early.collateralId = 'deck-42';
    early.clearable = true;
    customElements.define('collateral-early', class extends CollateralRating {});
    await settle(early);
    expect([early.value, early.collateralId, early.clearable, filledPoints(early)]).to.deep.equal([
      4,
      'deck-42',
      true,
      4,
    ]);
  });

  it('case 31: a new element has no attributes', () => {
    expect(document.createElement('collateral-rating').attributes.length).to.equal(0);
  });

  it('case 31: works however it is made', async () => {
    const made = document.createElement('collateral-rating');
    made.setAttribute('value', '3');
    made.setAttribute('label', 'Deck');
    const stage = mount('<collateral-rating value="3" label="Deck"></collateral-rating>');
    const parsed = stage.querySelector('collateral-rating')!;
    stage.append(made, parsed.cloneNode(true), document.importNode(parsed, true));
    for (const rating of stage.querySelectorAll('collateral-rating')) {
      await settle(rating);
      expect(filledPoints(rating)).to.equal(3);
    }
  });

  it('case 31: taken out and put back three times, it still hears each click once', async () => {
    const { rating, client } = await mountRating();
    const parent = rating.parentElement!;
    for (let round = 0; round < 3; round += 1) {
      rating.remove();
      parent.append(rating);
      await settle(rating);
    }
    const fired = record(rating);
    radios(rating)[3]!.click();
    await settle(rating);
    expect(client.rated).to.have.length(1);
    client.deliver();
    await settle(rating);
    expect(fired.filter((name) => name.startsWith('collateral-status'))).to.deep.equal([
      'collateral-status:saving',
      'collateral-status:stored',
      'collateral-status:delivered',
    ]);
  });

  it('hears no signal of a client it has left', async () => {
    const { rating, client } = await mountRating();
    radios(rating)[3]!.click();
    await settle(rating);
    const fired = record(rating);
    rating.remove();
    client.deliver();
    await settle(rating);
    expect(fired).to.deep.equal([]);
  });

  it('learns from the server what another tab has sent', async () => {
    const { rating, client } = await mountRating();
    radios(rating)[3]!.click();
    await settle(rating);
    const parent = rating.parentElement!;
    rating.remove();
    client.deliver();
    parent.append(rating);
    await settle(rating);
    expect(rating.shadowRoot!.querySelector('[role="status"]')!.textContent).to.equal('You rated 4, Good. Sent');
  });

  it('warns when nothing names it, and takes a label, aria-label or aria-labelledby for a name', async () => {
    const checks: (() => void)[] = [];
    const stage = mount(`<p id="title">Deck</p><label for="labelled">Deck</label>
      <collateral-rating id="labelled"></collateral-rating><collateral-rating aria-label="Deck"></collateral-rating>
      <collateral-rating aria-labelledby="title"></collateral-rating><collateral-rating label="Deck"></collateral-rating>
      <collateral-rating class="nameless"></collateral-rating>`);
    const warnings: string[] = [];
    for (const rating of stage.querySelectorAll('collateral-rating')) {
      rating.startTimer = (callback) => {
        checks.push(callback);
        return () => undefined;
      };
      stage.append(rating);
      const heard = await catchWarnings(async () => {
        checks.pop()!();
        await import('./setup-warnings.js');
        await settle(rating);
      });
      warnings.push(...heard.map((warning) => `${rating.className} ${warning}`));
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/^nameless \[collateral\] no-name: /);
  });

  it('puts 30 ratings under one client without asking twice for any', async () => {
    const client = new InMemoryClient();
    const stage = mount(
      `<collateral-provider>${'<collateral-rating label="Deck"></collateral-rating>'.repeat(30)}</collateral-provider>`,
    );
    const ratings = [...stage.querySelectorAll('collateral-rating')];
    ratings.forEach((rating, index) => (rating.collateralId = `deck-${index}`));
    stage.querySelector('collateral-provider')!.client = client;
    await settle(ratings[29]!);
    expect(client.asked).to.deep.equal(ratings.map(({ collateralId }) => collateralId));
  });
});
