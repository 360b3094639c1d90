import { expect } from 'chai';
import { mountRating, radios, settle } from '../testing/mount.fixture.js';
import { tokens } from '../shared/tokens.js';
import type { CollateralRating } from './collateral-rating.js';

/** The rules an element has adopted, with the media query around each. */
function rulesOf(rating: CollateralRating): { rule: CSSStyleRule; media: string }[] {
  const collect = (rules: CSSRuleList, media: string): { rule: CSSStyleRule; media: string }[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return [{ rule, media }];
      if (rule instanceof CSSMediaRule) return collect(rule.cssRules, rule.conditionText);
      return rule instanceof CSSSupportsRule ? collect(rule.cssRules, media) : [];
    });
  return rating.shadowRoot!.adoptedStyleSheets.flatMap((sheet) => collect(sheet.cssRules, ''));
}

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('collateral-rating looks', () => {
  it('case 13: a finger that starts on a star scrolls the page', async () => {
    const { rating } = await mountRating();
    expect(getComputedStyle(radios(rating)[0]!).touchAction).to.contain('pan-y');
  });

  it('case 14: every point can be hit within 24 px at any size', async () => {
    const { rating } = await mountRating();
    for (const size of ['8px', '1rem', '28px', '64px']) {
      rating.style.setProperty('--collateral-rating-size', size);
      const { width, height } = radios(rating)[0]!.getBoundingClientRect();
      expect(Math.min(width, height), size).to.be.at.least(24);
    }
  });

  it('case 14: with a coarse pointer the area is 44 px', async () => {
    const { rating } = await mountRating();
    const coarse = rulesOf(rating).filter(({ media }) => media === '(pointer: coarse)');
    expect(coarse.map(({ rule }) => rule.cssText).join(' ')).to.contain('44px');
  });

  it('case 15: full and empty stars differ from the surface by at least 4.5:1, light and dark', () => {
    const colours = new Map(
      [...tokens.cssText.matchAll(/--collateral-color-([\w-]+), light-dark\((#\w{6}), (#\w{6})\)/g)].map(
        ([, name, light, dark]) => [name!, [light!, dark!]] as const,
      ),
    );
    const surfaces = colours.get('surface')!;
    for (const name of ['rating', 'rating-empty', 'text', 'muted', 'accent', 'positive', 'negative', 'focus']) {
      const ratios = colours.get(name)!.map((colour, index) => contrast(colour, surfaces[index]!));
      expect(Math.min(...ratios), name).to.be.at.least(4.5);
    }
  });

  it('case 15: a full star is solid and an empty one an outline', async () => {
    const { rating } = await mountRating('value="2"');
    const fills = radios(rating).map((radio) => getComputedStyle(radio, '::before').clipPath.includes('evenodd'));
    expect(fills).to.deep.equal([false, false, true, true, true]);
  });

  it('case 17: nothing moves unless motion is welcome', async () => {
    const { rating } = await mountRating();
    const moving = rulesOf(rating).filter(
      ({ rule, media }) => /transition|animation/.test(rule.cssText) && !media.includes('no-preference'),
    );
    expect(moving).to.deep.equal([]);
  });

  it('case 25: brings its styles as adopted sheets and no style attribute', async () => {
    const { rating } = await mountRating('summary clearable value="3"');
    expect(rating.shadowRoot!.adoptedStyleSheets.length).to.be.greaterThan(0);
    expect(rating.shadowRoot!.querySelectorAll('style, [style]').length).to.equal(0);
  });

  it('case 32: a reset of the page cannot break the inside', async () => {
    const reset = new CSSStyleSheet();
    reset.replaceSync('* { all: unset; } button, span, svg { display: none !important; } div { height: 100%; }');
    document.adoptedStyleSheets.push(reset);
    const { rating } = await mountRating('clearable value="3"');
    const { width, height } = radios(rating)[4]!.getBoundingClientRect();
    document.adoptedStyleSheets.pop();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('keeps its height whatever it says', async () => {
    for (const width of ['960px', '328px']) {
      // Before it is mounted: WebKitGTK 2.50 lays a wrapped line out late after a change of width.
      document.body.style.width = width;
      const { rating, client } = await mountRating('summary clearable');
      const heights = [rating.offsetHeight];
      for (const radio of radios(rating)) {
        radio.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
        await settle(rating);
        heights.push(rating.offsetHeight);
      }
      radios(rating)[4]!.click();
      await settle(rating);
      heights.push(rating.offsetHeight);
      client.deliver();
      await settle(rating);
      heights.push(rating.offsetHeight);
      document.body.style.width = '';
      expect(new Set(heights).size, `${width}: ${heights.join()}`).to.equal(1);
    }
  });

  it('takes at most 20 elements with everything it can show', async () => {
    const { rating, client } = await mountRating('summary clearable');
    const count = (): number => 1 + rating.shadowRoot!.querySelectorAll('*').length;
    expect(count()).to.be.at.most(20);
    radios(rating)[3]!.click();
    await settle(rating);
    client.deliver();
    await settle(rating);
    expect(count()).to.be.at.most(20);
    rating.readonly = true;
    await settle(rating);
    expect(count()).to.be.at.most(20);
  });

  it('fits in 320 px', async () => {
    const { rating } = await mountRating('summary clearable value="3"');
    const stage = rating.parentElement!.parentElement!;
    stage.style.width = '288px';
    expect(rating.shadowRoot!.querySelector('.base')!.scrollWidth).to.be.at.most(288);
  });

  it('is as high after a change of width as when laid out anew', async () => {
    const { rating } = await mountRating('clearable summary');
    for (const width of ['20rem', '14rem', '40rem']) {
      rating.style.inlineSize = width;
      const changed = rating.getBoundingClientRect().height;
      rating.style.display = 'none';
      expect(rating.offsetHeight).to.equal(0);
      rating.style.display = '';
      expect(rating.getBoundingClientRect().height, width).to.equal(changed);
    }
  });
});
