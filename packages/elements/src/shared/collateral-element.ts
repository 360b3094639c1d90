import { LitElement } from 'lit';
import { formatNumber } from './format-number.js';
import { unwatchLanguage, watchLanguage } from './language-watch.js';
import { nearestLanguage } from './nearest-language.js';
import { stringsFor, type SpokenStrings } from './strings-for.js';
import { packageVersion } from './version.js';

/**
 * What every element has: its package's version, the language it stands in and the sentences of that language.
 *
 * Its colours and measures may be set on the element or on anything around it. Defaults follow the page's `color-scheme`.
 *
 * @cssproperty [--collateral-color-text=light-dark(#1d2129, #e8eaed)] - Text.
 * @cssproperty [--collateral-color-muted=light-dark(#5a626e, #a5adb8)] - Text of less weight.
 * @cssproperty [--collateral-color-surface=light-dark(#ffffff, #1b1e23)] - What lies behind.
 * @cssproperty [--collateral-color-border=light-dark(#7d8591, #7a828e)] - Borders of what can be used.
 * @cssproperty [--collateral-color-accent=light-dark(#1f5fbf, #8ab4f8)] - Buttons and links.
 * @cssproperty [--collateral-color-rating=light-dark(#b45309, #f2b84b)] - Filled symbols.
 * @cssproperty [--collateral-color-rating-empty=light-dark(#646c78, #9aa2ad)] - Empty symbols.
 * @cssproperty [--collateral-color-positive=light-dark(#13703a, #7bd39a)] - Good news.
 * @cssproperty [--collateral-color-negative=light-dark(#b3261e, #f2a09a)] - Bad news.
 * @cssproperty [--collateral-color-focus=light-dark(#1f5fbf, #8ab4f8)] - The ring around what has the focus.
 * @cssproperty [--collateral-chart-1=light-dark(#1f5fbf, #8ab4f8)] - First colour of charts.
 * @cssproperty [--collateral-chart-2=light-dark(#b45309, #f2b84b)] - Second colour of charts.
 * @cssproperty [--collateral-chart-3=light-dark(#0f766e, #5eead4)] - Third colour of charts.
 * @cssproperty [--collateral-chart-4=light-dark(#a21c5d, #f5a3c7)] - Fourth colour of charts.
 * @cssproperty [--collateral-chart-5=light-dark(#5b3fb0, #c4b5fd)] - Fifth colour of charts.
 * @cssproperty [--collateral-chart-6=light-dark(#4b5563, #c3cad4)] - Sixth colour of charts.
 * @cssproperty [--collateral-font=inherit] - Family of the font.
 * @cssproperty [--collateral-radius=0.375rem] - Rounding of corners.
 * @cssproperty [--collateral-space=0.5rem] - Room between things.
 */
export abstract class CollateralElement extends LitElement {
  /** Told in the warning when two copies define the same tag. */
  static readonly packageVersion: string = packageVersion;

  #language = '';

  /** The language around the element. */
  protected get language(): string {
    return this.#language || nearestLanguage(this);
  }

  /** The sentences of that language; English where it lacks one. */
  protected get strings(): SpokenStrings {
    return stringsFor(this.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watchLanguage(this);
    this.languageChanged();
  }

  /** @internal */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // What a server drew goes when the element draws for the first time. Without Lit's hydration it would stay beside that.
    if (!('litElementHydrateSupport' in globalThis)) this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unwatchLanguage(this);
  }

  /** @internal */
  languageChanged(): void {
    const language = nearestLanguage(this);
    if (language === this.#language) return;
    this.#language = language;
    this.requestUpdate();
  }

  /** Writes a number in the language around the element. */
  protected readonly writeNumber = (value: number, digits = 0): string => formatNumber(value, this.language, digits);
}
