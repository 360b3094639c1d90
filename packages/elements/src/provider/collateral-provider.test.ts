import type { Client } from '@collateral/sdk';
import { expect } from 'chai';
import { CollateralProvider } from './collateral-provider.js';
import type { CollateralRating } from '../rating/collateral-rating.js';
import { catchWarnings } from '../testing/catch-warnings.fixture.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient } from '../testing/in-memory-client.fixture.js';
import { until } from '../testing/until.fixture.js';
import { mount, settle } from '../testing/mount.fixture.js';

const ratingMarkup = '<collateral-rating collateral-id="deck-42" label="Deck"></collateral-rating>';

/** Whether a rating has reached a client: it asks for its item at once. */
async function expectReached(rating: CollateralRating, client: InMemoryClient): Promise<void> {
  await settle(rating);
  expect(client.asked).to.deep.equal(['deck-42']);
}

describe('collateral-provider', () => {
  it('breaks no rule of axe and adds no box', async () => {
    const stage = mount(`<collateral-provider>${ratingMarkup}</collateral-provider>`);
    const provider = stage.querySelector('collateral-provider')!;
    provider.client = new InMemoryClient();
    await provider.updateComplete;
    expect(await findViolations(provider)).to.deep.equal([]);
    expect(getComputedStyle(provider).display).to.equal('contents');
  });

  it('case 29: reaches a rating that was upgraded before it', async () => {
    const stage = mount(`<collateral-late>${ratingMarkup}</collateral-late>`);
    const rating = stage.querySelector('collateral-rating')!;
    await settle(rating);
    const late = stage.querySelector<CollateralProvider>('collateral-late')!;
    const client = new InMemoryClient();
    late.client = client;
    customElements.define('collateral-late', class extends CollateralProvider {});
    await expectReached(rating, client);
  });

  it('case 29: reaches a rating it is put around later', async () => {
    const stage = mount(ratingMarkup);
    const rating = stage.querySelector('collateral-rating')!;
    await settle(rating);
    const provider = document.createElement('collateral-provider');
    const client = new InMemoryClient();
    provider.client = client;
    stage.append(provider);
    provider.append(rating);
    await expectReached(rating, client);
  });

  it('case 29: reaches a rating in nested shadow roots, open or closed', async () => {
    const stage = mount('<div></div>');
    // eslint-disable-next-line wc/no-closed-shadow-root -- a page may have one
    const outer = stage.querySelector('div')!.attachShadow({ mode: 'closed' });
    const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const rating = document.createElement('collateral-rating');
    rating.collateralId = 'deck-42';
    rating.label = 'Deck';
    inner.append(rating);
    await settle(rating);
    const provider = document.createElement('collateral-provider');
    const client = new InMemoryClient();
    provider.client = client;
    document.body.append(provider);
    provider.append(stage);
    await expectReached(rating, client);
  });

  it('case 29: hands out a client that is set later', async () => {
    const stage = mount(`<collateral-provider>${ratingMarkup}</collateral-provider>`);
    const rating = stage.querySelector('collateral-rating')!;
    await settle(rating);
    const client = new InMemoryClient();
    stage.querySelector('collateral-provider')!.client = client;
    await expectReached(rating, client);
  });

  it('case 29: a rating that moves to another provider takes the new client', async () => {
    const stage = mount(
      `<collateral-provider>${ratingMarkup}</collateral-provider><collateral-provider></collateral-provider>`,
    );
    const [first, second] = stage.querySelectorAll('collateral-provider');
    const rating = stage.querySelector('collateral-rating')!;
    const client = new InMemoryClient();
    first!.client = new InMemoryClient();
    second!.client = client;
    await settle(rating);
    second!.append(rating);
    await expectReached(rating, client);
  });

  it('case 29: the nearest of two providers counts, also when it is upgraded last', async () => {
    const stage = mount(
      `<collateral-provider><collateral-inner>${ratingMarkup}</collateral-inner></collateral-provider>`,
    );
    const rating = stage.querySelector('collateral-rating')!;
    stage.querySelector('collateral-provider')!.client = new InMemoryClient();
    await settle(rating);
    const client = new InMemoryClient();
    stage.querySelector<CollateralProvider>('collateral-inner')!.client = client;
    customElements.define('collateral-inner', class extends CollateralProvider {});
    await expectReached(rating, client);
  });

  it('makes a client for its endpoint, announces it once, and keeps it through a move', async () => {
    const stage = mount('<div></div>');
    const announced: Client[] = [];
    stage.addEventListener('collateral-ready', ({ client }) => announced.push(client));
    const provider = document.createElement('collateral-provider');
    provider.setAttribute('endpoint', '/collateral');
    stage.append(provider);
    await provider.updateComplete;
    stage.querySelector('div')!.append(provider);
    await provider.updateComplete;
    expect(announced).to.deep.equal([provider.client]);
  });

  it('closes the client it made when it leaves or gets another endpoint, and never one it was given', async () => {
    const stage = mount('<collateral-provider endpoint="/one"></collateral-provider>');
    const provider = stage.querySelector('collateral-provider')!;
    await provider.updateComplete;
    const closed: string[] = [];
    const watch = (client: Client, name: string): void => {
      const close = client.close.bind(client);
      client.close = async () => {
        closed.push(name);
        await close();
      };
    };
    watch(provider.client!, 'one');
    provider.endpoint = '/two';
    await provider.updateComplete;
    watch(provider.client!, 'two');
    provider.remove();
    await Promise.resolve();
    expect([closed, provider.client]).to.deep.equal([['one', 'two'], undefined]);

    const given = new InMemoryClient();
    provider.client = given;
    stage.append(provider);
    await provider.updateComplete;
    provider.remove();
    await Promise.resolve();
    expect(given.isClosed).to.equal(false);
  });

  it('says why no client could be made', async () => {
    const stage = mount('<collateral-provider></collateral-provider>');
    const provider = stage.querySelector('collateral-provider')!;
    const errors: unknown[] = [];
    stage.addEventListener('collateral-error', ({ error }) => errors.push(error));
    await catchWarnings(() => {
      provider.endpoint = 'http://';
      return provider.updateComplete;
    });
    expect(errors).to.have.length(1);
    expect(errors[0]).to.have.property('code', 'invalid-option');
  });

  it('speaks the language of its locale', async () => {
    const stage = mount(`<collateral-provider locale="de">${ratingMarkup}</collateral-provider>`);
    const rating = stage.querySelector('collateral-rating')!;
    rating.readonly = true;
    rating.value = 3.7;
    await until(() => rating.shadowRoot!.querySelector('[role="img"]')?.ariaLabel === 'Deck: 3,7 von 5');
  });
});
