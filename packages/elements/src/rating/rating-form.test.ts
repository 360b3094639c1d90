import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { CollateralRating } from './collateral-rating.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { filledPoints, mount, radios, record, settle } from '../testing/mount.fixture.js';

async function mountForm(
  markup: string,
): Promise<{ form: HTMLFormElement; rating: CollateralRating; fired: string[] }> {
  const stage = mount(`<form>${markup}</form>`);
  const rating = stage.querySelector('collateral-rating')!;
  const fired = record(rating);
  await settle(rating);
  return { form: stage.querySelector('form')!, rating, fired };
}

const entries = (form: HTMLFormElement): [string, FormDataEntryValue][] => [...new FormData(form)];

describe('collateral-rating in a form', () => {
  it('breaks no rule of axe when it is missing', async () => {
    const { form, rating } = await mountForm(
      '<collateral-rating name="deck" label="Deck" required></collateral-rating>',
    );
    form.checkValidity();
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  it('case 21: submits its value under its name, and nothing without one', async () => {
    const { form, rating } = await mountForm('<collateral-rating name="deck" label="Deck"></collateral-rating>');
    expect(entries(form)).to.deep.equal([]);
    rating.value = 4;
    expect(entries(form)).to.deep.equal([['deck', '4']]);
    rating.name = '';
    await settle(rating);
    expect(entries(form)).to.deep.equal([]);
  });

  it('case 21: belongs to the form its form attribute names', async () => {
    const stage = mount(
      '<form id="far"></form><collateral-rating form="far" name="deck" label="Deck" value="2"></collateral-rating>',
    );
    await settle(stage.querySelector('collateral-rating')!);
    expect(entries(stage.querySelector('form')!)).to.deep.equal([['deck', '2']]);
  });

  it('case 21: required without a value is invalid and points at the first point', async () => {
    const { form, rating } = await mountForm(
      '<collateral-rating name="deck" label="Deck" required></collateral-rating>',
    );
    expect([form.checkValidity(), rating.validity.valueMissing, rating.validationMessage]).to.deep.equal([
      false,
      true,
      'Please choose a rating.',
    ]);
    form.requestSubmit();
    expect(rating.shadowRoot!.activeElement).to.equal(radios(rating)[0]);
    rating.value = 3;
    expect(form.checkValidity()).to.equal(true);
  });

  it('case 21: read-only and disabled are never missing', async () => {
    const { form, rating } = await mountForm(
      '<collateral-rating name="deck" label="Deck" required disabled></collateral-rating>',
    );
    expect(form.checkValidity()).to.equal(true);
    rating.disabled = false;
    rating.readonly = true;
    await settle(rating);
    expect(form.checkValidity()).to.equal(true);
  });

  it('case 21: reset goes back to the value attribute and fires nothing', async () => {
    const { form, rating, fired } = await mountForm(
      '<collateral-rating name="deck" label="Deck" value="3"></collateral-rating>',
    );
    radios(rating)[4]!.click();
    fired.length = 0;
    form.reset();
    expect([rating.value, fired]).to.deep.equal([3, []]);
  });

  it('case 21: a disabled fieldset disables it and takes it out of the form data', async () => {
    const { form, rating, fired } = await mountForm(
      '<fieldset disabled><collateral-rating name="deck" label="Deck" value="3"></collateral-rating></fieldset>',
    );
    radios(rating)[4]!.click();
    expect([rating.value, entries(form), fired, rating.matches(':disabled')]).to.deep.equal([3, [], [], true]);
    expect(radios(rating).some((radio) => radio.hasAttribute('tabindex'))).to.equal(false);
    form.querySelector('fieldset')!.disabled = false;
    await settle(rating);
    radios(rating)[4]!.click();
    expect(entries(form)).to.deep.equal([['deck', '5']]);
  });

  it('takes back what the browser kept, without events', async () => {
    const { rating, fired } = await mountForm('<collateral-rating name="deck" label="Deck"></collateral-rating>');
    rating.formStateRestoreCallback('4');
    expect([rating.value, fired]).to.deep.equal([4, []]);
  });

  for (const label of [
    '<label for="deck">Deck</label><collateral-rating id="deck"></collateral-rating>',
    '<label>Deck <collateral-rating></collateral-rating></label>',
  ]) {
    it(`case 23: a click on its label moves the focus and rates nothing: ${label.slice(0, 12)}`, async () => {
      const { form, rating, fired } = await mountForm(label);
      expect(rating.labels).to.have.length(1);
      form.querySelector('label')!.click();
      expect([rating.shadowRoot!.activeElement, rating.value, fired]).to.deep.equal([radios(rating)[0], null, []]);
      radios(rating)[3]!.click();
      expect(rating.value).to.equal(4);
    });
  }

  it('case 20: what is not on the scale is no rating', async () => {
    const { form, rating } = await mountForm(
      '<collateral-rating name="deck" label="Deck" value="99"></collateral-rating>',
    );
    for (const bad of [99, -1, 0, 6, NaN, Infinity, 'abc', '', null, undefined]) {
      rating.value = bad;
      await settle(rating);
      expect([rating.value, filledPoints(rating)], String(bad)).to.deep.equal([null, 0]);
    }
    rating.value = 2.37;
    await settle(rating);
    expect([entries(form), filledPoints(rating)]).to.deep.equal([[], 0]);
    rating.value = '4';
    expect(rating.value).to.equal(4);
  });

  it('is chosen with the keyboard and submitted', async () => {
    const { form, rating } = await mountForm('<collateral-rating name="deck" label="Deck"></collateral-rating>');
    rating.focus();
    await sendKeys({ press: 'End' });
    expect(entries(form)).to.deep.equal([['deck', '5']]);
  });
});
