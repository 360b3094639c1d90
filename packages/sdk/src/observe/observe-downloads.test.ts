import { expect } from 'chai';
import type { UsageEvent } from '../contract/usage-event.js';
import { createTestClient } from '../testing/index.js';
import { markup, observing, openObservedPage } from './observed-page.fixture.js';

const link = '<a download href="data:,deck"><b>Download</b></a>';

describe('downloads of an observed page', () => {
  beforeEach(() => addEventListener('click', stayHere));
  afterEach(() => removeEventListener('click', stayHere));

  it('are clicks on a marked download link, whatever of it was hit', async () => {
    const page = await openObservedPage(
      link.replace('href', 'data-collateral-id="deck-42" data-collateral-version="3" href'),
    );
    page.root.querySelector('b')!.click();
    const [event] = await page.arrived();
    expect(event).to.include({ type: 'usage', action: 'download', collateralId: 'deck-42', version: '3' });
  });

  it('are clicks on a download link inside something marked, innermost first', async () => {
    const page = await openObservedPage(
      `<ul data-collateral-id="folder"><li data-collateral-id="deck-42">${link}</li><li>${link}</li></ul>`,
    );
    page.root.querySelectorAll('a').forEach((each) => each.click());
    expect(downloads(await page.arrived())).to.deep.equal(['deck-42', 'folder']);
  });

  it('are seen in the shadow of a widget that keeps its clicks to itself', async () => {
    const page = await openObservedPage('<div data-collateral-id="deck-42"></div>');
    const shadow = page.root.firstElementChild!.attachShadow({ mode: 'open' });
    shadow.append(...markup(link));
    shadow.addEventListener('click', (click) => click.stopPropagation());
    shadow.querySelector('a')!.addEventListener('click', stayHere);
    shadow.querySelector('a')!.click();
    expect(downloads(await page.arrived())).to.deep.equal(['deck-42']);
  });

  it('are no other clicks', async () => {
    const page = await openObservedPage(
      `<p data-collateral-id="deck-42">Text <a href="#deck">Look</a></p>${link}<button>Download</button>`,
    );
    for (const element of page.root.querySelectorAll<HTMLElement>('p, a, button')) element.click();
    expect(await page.arrived()).to.deep.equal([]);
  });

  it('count once however often the page is observed', async () => {
    const page = await openObservedPage(`<p data-collateral-id="deck-42">${link}</p>`);
    page.client.observe(page.root);
    const copy = createTestClient({ server: page.server });
    copy.client.observe(document);
    await observing();
    page.root.querySelector('a')!.click();
    page.root.querySelector('a')!.click();
    await copy.client.flush();
    await copy.client.close();
    expect(downloads(await page.arrived())).to.deep.equal(['deck-42', 'deck-42']);
  });

  it('are not followed where the person asked for privacy', async () => {
    const page = await openObservedPage(`<p data-collateral-id="deck-42">${link}</p>`);
    page.platform.wantsPrivacy = () => true;
    page.root.querySelector('a')!.click();
    expect(await page.arrived()).to.deep.equal([]);
  });
});

function stayHere(click: Event): void {
  click.preventDefault();
}

function downloads(events: readonly UsageEvent[]): readonly (string | undefined)[] {
  return events.map((event) => ('collateralId' in event ? event.collateralId : undefined));
}
