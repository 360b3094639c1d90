import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { findViolations } from '../testing/find-violations.fixture.js';
import { InMemoryClient, summaryOf } from '../testing/in-memory-client.fixture.js';
import { mountRating, radios, record, settle, textOf } from '../testing/mount.fixture.js';
import type { CollateralRating } from './collateral-rating.js';

const formOf = (rating: CollateralRating): HTMLElement | null => rating.shadowRoot!.querySelector('.form');
const isOpen = (rating: CollateralRating): boolean => formOf(rating) !== null;
const button = (rating: CollateralRating, text: string): HTMLButtonElement =>
  [...rating.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent.trim() === text)!;

/** Waits for a form that has to be loaded first. */
async function formIn(rating: CollateralRating): Promise<HTMLElement> {
  await import('./comment-offer.js');
  await settle(rating);
  return formOf(rating)!;
}

async function rateTwo(rating: CollateralRating): Promise<HTMLElement> {
  radios(rating)[1]!.click();
  return formIn(rating);
}

function write(form: HTMLElement, text: string): void {
  const area = form.querySelector('textarea')!;
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

describe('collateral-rating asks for a comment', () => {
  it('breaks no rule of axe with the form open', async () => {
    const { rating } = await mountRating('comment="when-low"');
    await rateTwo(rating);
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('R2: saves the rating first, then offers reasons and a comment when it is low', async () => {
    const { rating, client } = await mountRating('comment="when-low"');
    const form = await rateTwo(rating);
    expect(client.rated).to.deep.equal([{ collateralId: 'deck-42', value: 2 }]);
    expect([...form.querySelectorAll('.chip')].map((chip) => chip.textContent.trim())).to.include.members([
      'Outdated',
      'Wrong audience',
      'Hard to find',
    ]);
    button(rating, 'Outdated').click();
    button(rating, 'Too long').click();
    await settle(rating);
    button(rating, 'Too long').click();
    await settle(rating);
    expect(button(rating, 'Outdated').ariaPressed).to.equal('true');
    write(form, '  Prices of last year  ');
    button(rating, 'Save comment').click();
    await settle(rating);
    expect(client.rated[1]).to.deep.equal({
      collateralId: 'deck-42',
      value: 2,
      comment: 'Prices of last year',
      reasons: ['outdated'],
    });
    expect(isOpen(rating)).to.equal(false);
    expect(textOf(rating, '[role="status"]')).to.contain('You rated 2, Weak. Saved on this device');
    expect(rating.shadowRoot!.activeElement?.ariaPosInSet).to.equal('2');
  });

  it('C5: sends the reasons to the owner at once where the person wants it, and says what happens otherwise', async () => {
    const { rating, client } = await mountRating('comment="when-low"');
    const form = await rateTwo(rating);
    const box = form.querySelector<HTMLInputElement>('input[type="checkbox"]')!;
    expect([box.checked, box.labels![0]!.textContent.trim()]).to.deep.equal([
      false,
      'Send my reasons to the owner now',
    ]);
    expect(textOf(rating, `#${box.getAttribute('aria-describedby')}`)).to.equal(
      'Otherwise they wait until several people gave the same one. Your name is not sent.',
    );
    const fired = record(rating);
    box.click();
    expect(fired, 'the events of the box stay inside').to.deep.equal([]);
    button(rating, 'Outdated').click();
    await settle(rating);
    button(rating, 'Save comment').click();
    await settle(rating);
    expect(client.rated[1]).to.deep.equal({
      collateralId: 'deck-42',
      value: 2,
      reasons: ['outdated'],
      tellOwner: true,
    });
  });

  it('C5: keeps the choice when what was written is changed', async () => {
    const client = new InMemoryClient();
    const mine = { value: 2, id: 'e', ratedAt: '2026-01-01T00:00:00Z', reasons: ['outdated'], tellOwner: true };
    client.summaries.set('deck-42', summaryOf('deck-42', { mine }));
    const { rating } = await mountRating('comment="when-low"', client);
    button(rating, 'Comment').click();
    const form = await formIn(rating);
    expect(form.querySelector<HTMLInputElement>('input[type="checkbox"]')!.checked).to.equal(true);
  });

  it('C5: asks no such thing about a good rating', async () => {
    const { rating } = await mountRating('comment="optional"');
    radios(rating)[3]!.click();
    const form = await formIn(rating);
    expect(form.querySelector('input')).to.equal(null);
  });

  it('R2: asks nothing after a good rating, and closes when a low one is mended', async () => {
    const { rating } = await mountRating('comment="when-low"');
    radios(rating)[3]!.click();
    await formIn(rating);
    expect(isOpen(rating)).to.equal(false);
    await rateTwo(rating);
    expect(isOpen(rating)).to.equal(true);
    radios(rating)[4]!.click();
    await formIn(rating);
    expect(isOpen(rating)).to.equal(false);
  });

  it('R2: what counts as low is for the server to say', async () => {
    const client = new InMemoryClient();
    client.lowRating = 3;
    const { rating } = await mountRating('comment="when-low"', client);
    radios(rating)[2]!.click();
    await formIn(rating);
    expect(isOpen(rating)).to.equal(true);
  });

  it('optional: offers a comment after any rating, and reasons only after a low one', async () => {
    const { rating, client } = await mountRating('comment="optional"');
    radios(rating)[4]!.click();
    const form = await formIn(rating);
    expect(form.querySelectorAll('.chip')).to.have.length(0);
    write(form, 'Opened the deal');
    button(rating, 'Save comment').click();
    await settle(rating);
    expect(client.rated.at(-1)).to.deep.equal({ collateralId: 'deck-42', value: 5, comment: 'Opened the deal' });
  });

  it('none: never asks', async () => {
    const { rating } = await mountRating();
    await rateTwo(rating);
    expect(isOpen(rating)).to.equal(false);
  });

  it('shows what was written before, to be changed', async () => {
    const client = new InMemoryClient();
    const mine = { value: 2, id: 'e', ratedAt: '2026-01-01T00:00:00Z', comment: 'Old prices', reasons: ['outdated'] };
    client.summaries.set('deck-42', summaryOf('deck-42', { mine }));
    const { rating } = await mountRating('comment="when-low"', client);
    expect(isOpen(rating)).to.equal(false);
    button(rating, 'Comment').click();
    const form = await formIn(rating);
    expect(form.querySelector('textarea')!.value).to.equal('Old prices');
    expect(button(rating, 'Outdated').ariaPressed).to.equal('true');
  });

  it('keeps the events of the text inside', async () => {
    const { rating } = await mountRating('comment="when-low"');
    const form = await rateTwo(rating);
    const fired = record(rating);
    form.querySelector('textarea')!.focus();
    await sendKeys({ type: '4 stars' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Tab' });
    await settle(rating);
    expect([rating.value, fired]).to.deep.equal([2, []]);
  });

  it('tells the page what was written, and saves nothing when the page says no', async () => {
    const { rating, client } = await mountRating('comment="when-low"');
    const form = await rateTwo(rating);
    const told: unknown[] = [];
    rating.addEventListener('collateral-rate', (event) => {
      told.push([event.value, event.previousValue, event.comment, event.reasons]);
      event.preventDefault();
    });
    write(form, 'No');
    button(rating, 'Save comment').click();
    await settle(rating);
    expect([told, client.rated.length, rating.value]).to.deep.equal([[[2, 2, 'No', undefined]], 1, 2]);
  });

  it('goes when another item is shown or the rating is withdrawn', async () => {
    const { rating } = await mountRating('comment="when-low" clearable');
    await rateTwo(rating);
    button(rating, 'Withdraw').click();
    await settle(rating);
    expect(isOpen(rating)).to.equal(false);
    await rateTwo(rating);
    rating.collateralId = 'deck-43';
    await settle(rating);
    expect(isOpen(rating)).to.equal(false);
  });

  it('is used with the keyboard: Ctrl+Enter saves, Escape closes', async () => {
    const { rating, client } = await mountRating('comment="when-low"');
    const form = await rateTwo(rating);
    const area = form.querySelector('textarea')!;
    area.focus();
    await sendKeys({ type: 'Old' });
    const keydown = (key: string, ctrlKey = false): void => {
      area.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true, composed: true }),
      );
    };
    keydown('Enter', true);
    await settle(rating);
    expect([client.rated.at(-1)?.comment, isOpen(rating)]).to.deep.equal(['Old', false]);
    button(rating, 'Comment').click();
    (await formIn(rating)).querySelector('textarea')!.focus();
    await sendKeys({ press: 'Escape' });
    await settle(rating);
    expect(isOpen(rating)).to.equal(false);
    expect(rating.shadowRoot!.activeElement?.ariaPosInSet).to.equal('2');
  });

  it('keeps what is typed and not saved when the page turns to another item, and shows it again with its own', async () => {
    const { rating, client } = await mountRating('comment="when-low"');
    write(await rateTwo(rating), 'Prices of last year');
    button(rating, 'Outdated').click();
    rating.collateralId = 'deck-43';
    await settle(rating);
    expect(isOpen(rating)).to.equal(false);
    rating.collateralId = 'deck-42';
    await settle(rating);
    expect(formOf(rating)!.querySelector('textarea')!.value).to.equal('Prices of last year');
    expect(button(rating, 'Outdated').ariaPressed).to.equal('true');
    button(rating, 'Save comment').click();
    await settle(rating);
    expect(client.rated.at(-1)).to.deep.equal({
      collateralId: 'deck-42',
      value: 2,
      comment: 'Prices of last year',
      reasons: ['outdated'],
    });
    rating.collateralId = 'deck-43';
    await settle(rating);
    rating.collateralId = 'deck-42';
    await settle(rating);
    expect(isOpen(rating)).to.equal(false);
  });

  it('keeps what was typed about each of two items, also when it is only looked at again', async () => {
    const { rating } = await mountRating('comment="when-low"');
    const turnTo = async (collateralId: string): Promise<void> => {
      rating.collateralId = collateralId;
      await settle(rating);
    };
    write(await rateTwo(rating), 'Prices of last year');
    await turnTo('deck-43');
    write(await rateTwo(rating), 'Too long');
    for (const [collateralId, text] of [
      ['deck-42', 'Prices of last year'],
      ['deck-43', 'Too long'],
      ['deck-42', 'Prices of last year'],
    ] as const) {
      await turnTo(collateralId);
      expect(formOf(rating)?.querySelector('textarea')?.value).to.equal(text);
    }
  });

  it('keeps what is typed when another low point is chosen', async () => {
    const { rating } = await mountRating('comment="when-low"');
    write(await rateTwo(rating), 'Prices of last year');
    radios(rating)[0]!.click();
    await settle(rating);
    expect(formOf(rating)?.querySelector('textarea')?.value).to.equal('Prices of last year');
  });

  it('closes itself on Escape, and not the dialog it may stand in', async () => {
    const { rating } = await mountRating('comment="when-low"');
    const outside: string[] = [];
    document.addEventListener('keydown', ({ key }) => outside.push(key), { once: true });
    (await rateTwo(rating)).querySelector('textarea')!.focus();
    await sendKeys({ press: 'Escape' });
    await settle(rating);
    expect([isOpen(rating), outside]).to.deep.equal([false, []]);
  });

  it('opens nothing again for an item about which nothing was typed, or which was left with "Not now"', async () => {
    const { rating } = await mountRating('comment="when-low"');
    write(await rateTwo(rating), 'Prices of last year');
    button(rating, 'Not now').click();
    for (const collateralId of ['deck-43', 'deck-42']) {
      rating.collateralId = collateralId;
      await settle(rating);
      expect(isOpen(rating), collateralId).to.equal(false);
    }
  });
});
