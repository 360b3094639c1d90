import { expect } from 'chai';
import type { UsageEvent } from '../contract/usage-event.js';
import { createTestClient } from '../testing/index.js';
import { look, looked, markup, observing, openObservedPage, scrollTo } from './observed-page.fixture.js';

const card = '<section data-collateral-id="deck-42" style="height: 100px">Deck</section>';
const below = '<div style="height: 500vh"></div>';

describe('an observed page', () => {
  beforeEach(() => scrollTo(document.body));

  it('records a view of an element in sight for a second, for as long as it is', async () => {
    const page = await openObservedPage(card + below);
    await look(page, 1_000);
    page.platform.advance(4_000);
    scrollTo(page.root.firstElementChild!, 5_000);
    await look(page, 9_000);
    expect(views(await page.arrived())).to.deep.equal(['deck-42 4000']);
  });

  it('records no view of what was in sight for less than a second', async () => {
    const page = await openObservedPage(card + below);
    await look(page, 999);
    scrollTo(page.root.firstElementChild!, 5_000);
    await look(page, 5_000);
    expect(await page.arrived()).to.deep.equal([]);
  });

  it('counts the second anew when the page loses the focus', async () => {
    const page = await openObservedPage(card);
    await look(page, 900);
    page.platform.attended = false;
    page.platform.change('focus');
    page.platform.advance(5_000);
    page.platform.attended = true;
    page.platform.change('focus');
    page.platform.advance(900);
    await page.client.flush();
    page.platform.advance(100 + 2_000);
    expect(views(await page.arrived())).to.deep.equal(['deck-42 2000']);
  });

  it('needs half of an element, or half of the screen of a larger one', async () => {
    const page = await openObservedPage(
      `${below}<section data-collateral-id="long" style="height: 900vh">Long</section>${below}`,
    );
    const long = page.root.children[1]!;
    // A third of the screen.
    scrollBy({ top: long.getBoundingClientRect().top - innerHeight * 0.66, behavior: 'instant' });
    await look(page, 3_000);
    expect(page.client.status().pending).to.equal(0);
    scrollBy({ top: long.getBoundingClientRect().top - innerHeight * 0.4, behavior: 'instant' });
    await look(page, 1_000);
    page.platform.advance(2_000);
    expect(views(await page.arrived())).to.deep.equal(['long 2000']);
  });

  it('names the version of the mark', async () => {
    const page = await openObservedPage(card.replace('id=', 'version="3" data-collateral-id='));
    await look(page, 1_000);
    page.platform.advance(1_000);
    const [event] = await page.arrived();
    expect(event).to.include({ collateralId: 'deck-42', version: '3' });
  });

  it('notices what comes later, changes its mark or goes', async () => {
    const page = await openObservedPage('');
    page.root.append(...markup(`<div>${card}</div>`));
    const element = page.root.querySelector('section')!;
    await look(page, 1_000);
    page.platform.advance(1_000);
    // Frameworks write again what is there already.
    element.setAttribute('data-collateral-id', 'deck-42');
    await look(page, 1_000);
    element.setAttribute('data-collateral-id', 'deck-43');
    await look(page, 1_000);
    page.platform.advance(3_000);
    element.parentElement!.remove();
    await look(page, 9_000);
    expect(views(await page.arrived())).to.deep.equal(['deck-42 2000', 'deck-43 3000']);
  });

  it('is counted once when two copies of the SDK observe it, and goes on when one ends', async () => {
    const page = await openObservedPage(card);
    await look(page, 1_000);
    const copy = createTestClient({ server: page.server, platform: page.platform });
    const observation = copy.client.observe(document);
    await observing();
    await look(page, 1_000);
    page.platform.advance(1_000);
    page.observation.stop();
    page.platform.advance(3_000);
    observation.stop();
    await page.client.flush();
    await copy.client.flush();
    await copy.client.close();
    expect(views(await page.arrived())).to.deep.equal(['deck-42 2000', 'deck-42 3000']);
  });

  it('is counted once when a framework runs an effect twice, or observes it twice', async () => {
    const page = await openObservedPage(card);
    page.client.observe(page.root).stop();
    const again = page.client.observe(page.root.firstElementChild!);
    await observing();
    await look(page, 1_000);
    page.platform.advance(2_000);
    again.stop();
    expect(views(await page.arrived())).to.deep.equal(['deck-42 2000']);
  });

  it('counts an item shown twice once', async () => {
    const page = await openObservedPage(card + card);
    await look(page, 1_000);
    page.platform.advance(2_000);
    expect(views(await page.arrived())).to.deep.equal(['deck-42 2000']);
  });

  it('is left alone once observing is stopped', async () => {
    const page = await openObservedPage('');
    const observation = page.client.observe(page.root);
    observation.stop();
    observation.stop();
    page.root.append(...markup(card));
    await page.client.close();
    await looked();
    expect(page.platform.leftOvers()).to.equal(0);
    page.root.remove();
  });

  it('throws nothing at the page for a mark that is wrong', async () => {
    const page = await openObservedPage(
      '<p data-collateral-id="">Nothing</p><a download data-collateral-id="">Nothing</a>',
    );
    page.root.querySelector('a')!.click();
    await look(page, 2_000);
    expect(await page.arrived()).to.deep.equal([]);
  });

  it('refuses a root that is none', () => {
    const { client } = createTestClient();
    expect(() => client.observe('main' as never))
      .to.throw()
      .with.property('code', 'invalid-option');
  });
});

function views(events: readonly UsageEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === 'view' ? [`${event.collateralId} ${event.visibleMs}`] : []));
}
