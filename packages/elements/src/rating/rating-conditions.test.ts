import { expect } from 'chai';
import { english } from '../shared/english.js';
import { stringsFor } from '../shared/strings-for.js';
import { findViolations } from '../testing/find-violations.fixture.js';
import { emulate, readAccessibilityTree } from '../testing/look.fixture.js';
import { until } from '../testing/until.fixture.js';
import { mount, mountRating, radios, settle } from '../testing/mount.fixture.js';

afterEach(() => emulate());

/** Everything inside an element and its pseudo-elements, as the engine draws it. */
function stylesIn(element: HTMLElement): CSSStyleDeclaration[] {
  return [...element.shadowRoot!.querySelectorAll('*')].flatMap((each) => [
    getComputedStyle(each),
    getComputedStyle(each, '::before'),
    getComputedStyle(each, '::after'),
  ]);
}

describe('collateral-rating under other conditions', () => {
  it('breaks no rule of axe in forced colours', async () => {
    await emulate({ 'forced-colors': 'active' });
    const { rating } = await mountRating('summary clearable value="2"');
    expect(await findViolations(rating)).to.deep.equal([]);
  });

  const names = {
    'the label property': '<collateral-rating label="Deck"></collateral-rating>',
    'a label for it': '<label for="a">Deck</label><collateral-rating id="a"></collateral-rating>',
    'a label around it': '<label>Deck<collateral-rating></collateral-rating></label>',
    'aria-label': '<collateral-rating aria-label="Deck"></collateral-rating>',
    'aria-labelledby': '<p id="b">Deck</p><collateral-rating aria-labelledby="b"></collateral-rating>',
  };
  for (const [source, markup] of Object.entries(names)) {
    it(`case 4: the engine takes its name from ${source}`, async function () {
      await settle(mount(markup).querySelector('collateral-rating')!);
      const tree = await readAccessibilityTree();
      if (!tree) return this.skip();
      expect(tree.find(({ role }) => role === 'radiogroup')?.name).to.equal('Deck');
      return undefined;
    });
  }

  it('case 16: in forced colours full and empty points have the reader’s colour and different shapes', async function () {
    if (!(await emulate({ 'forced-colors': 'active' }))) return this.skip();
    for (const value of [2, 4]) {
      const { rating } = await mountRating(`value="${value}"`);
      const text = getComputedStyle(rating.shadowRoot!.querySelector('.base')!).color;
      const stars = radios(rating).map((radio) => getComputedStyle(radio, '::before'));
      expect(new Set(stars.map(({ backgroundColor }) => backgroundColor))).to.deep.equal(new Set([text]));
      expect(stars.filter(({ clipPath }) => !clipPath.includes('evenodd'))).to.have.length(value);
    }
    return undefined;
  });

  it('case 17: with reduced motion nothing in it moves', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' });
    const { rating } = await mountRating('summary clearable value="3"');
    const moving = stylesIn(rating).filter(
      ({ transitionDuration, animationName }) => transitionDuration !== '0s' || animationName !== 'none',
    );
    expect(moving).to.have.length(0);
  });

  for (const language of ['en', 'de']) {
    it(`case 18: loses nothing at 400 % zoom or with text twice as large, in ${language}`, async () => {
      await until(() => stringsFor(language).saving !== (language === 'en' ? '' : english.saving));
      for (const [width, size] of [
        ['320px', '100%'],
        ['320px', '200%'],
      ] as const) {
        document.body.style.cssText = `margin: 0; width: ${width}; font-size: ${size}`;
        const { rating } = await mountRating(`lang="${language}" summary clearable value="3"`);
        const right = rating.getBoundingClientRect().right;
        const outside = [...rating.shadowRoot!.querySelectorAll('*')].filter(
          (each) => each.getBoundingClientRect().right > right + 1,
        );
        expect(
          outside.map(({ className }) => className),
          `${width} ${size}`,
        ).to.deep.equal([]);
        document.body.style.cssText = '';
      }
    });
  }

  it('case 22: what the browser kept comes back in an element a script made, without events', async () => {
    const form = mount('<form></form>').querySelector('form')!;
    const rating = document.createElement('collateral-rating');
    rating.name = 'deck';
    rating.label = 'Deck';
    form.append(rating);
    await settle(rating);
    let fired = 0;
    for (const name of ['input', 'change', 'collateral-rate']) rating.addEventListener(name, () => (fired += 1));
    rating.formStateRestoreCallback('4');
    expect([rating.value, new FormData(form).get('deck'), fired]).to.deep.equal([4, '4', 0]);
  });

  it('case 34: says its own fallback until it is defined, and keeps none of it afterwards', async () => {
    const late = mount(
      '<collateral-late label="Deck">Rate this deck in the portal.</collateral-late>',
    ).firstElementChild!;
    expect((late as HTMLElement).innerText).to.equal('Rate this deck in the portal.');
    customElements.define('collateral-late', class extends customElements.get('collateral-rating')! {});
    await (late as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    expect((late as HTMLElement).innerText).not.to.contain('portal');
  });
});
