import { isCollateralError } from '@collateral/sdk';
import { expect } from 'chai';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { mount as mountMarkup, settle } from '../testing/mount.fixture.js';
import { mount, type MountOptions } from './mount.js';

async function refusal(target: string, options: object): Promise<string> {
  try {
    await mount(target, options as MountOptions);
  } catch (error) {
    return isCollateralError(error) ? `${error.code}: ${error.message}` : String(error);
  }
  return 'nothing';
}

describe('mount', () => {
  it('puts a rating with a provider of its own into a plain element and keeps what is there', async () => {
    const stage = mountMarkup('<div id="place"><p>Pricing deck</p></div>');
    const mounted = await mount('#place', {
      element: 'rating',
      collateralId: 'deck-42',
      endpoint: `/collateral-${crypto.randomUUID()}`,
      token: () => 'token',
      label: 'Rate this deck',
      summary: true,
    });
    const { element } = mounted;
    await settle(element);
    expect(stage.querySelector('#place')!.firstElementChild!.textContent).to.equal('Pricing deck');
    expect(element.closest('collateral-provider')?.client).not.to.equal(undefined);
    expect([element.collateralId, element.label, element.summary]).to.deep.equal(['deck-42', 'Rate this deck', true]);
    expect(element.shadowRoot!.querySelectorAll('[role="radio"]')).to.have.length(5);
    mounted.remove();
    expect(stage.querySelector('#place')!.children).to.have.length(1);
  });

  it('takes the provider around it when no endpoint is given', async () => {
    const stage = mountMarkup('<collateral-provider><div></div></collateral-provider>');
    const client = new InMemoryClient();
    stage.querySelector('collateral-provider')!.client = client;
    const place = stage.querySelector('div')!;
    const { element } = await mount(place, { element: 'rating', collateralId: 'deck-42', label: 'Deck' });
    await settle(element);
    expect(client.asked).to.deep.equal(['deck-42']);
  });

  it('refuses a place, an element or a property that does not exist, and names it', async () => {
    mountMarkup('<div id="place"></div>');
    expect(await refusal('#nowhere', { element: 'rating', collateralId: 'a' })).to.match(/^invalid-option: .*#nowhere/);
    expect(await refusal('#place', { element: 'stars', collateralId: 'a' })).to.match(/^invalid-option: .*stars/);
    expect(await refusal('#place', { element: 'rating', collateralId: 'a', sumary: true })).to.match(
      /^invalid-option: sumary/,
    );
    expect(document.querySelector('#place')!.childElementCount).to.equal(0);
  });
});
