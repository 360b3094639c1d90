import { LitElement } from 'lit';
import { formatNumber } from './format-number.js';
import { unwatchLanguage, watchLanguage } from './language-watch.js';
import { nearestLanguage } from './nearest-language.js';
import { stringsFor, type SpokenStrings } from './strings-for.js';
import { packageVersion } from './version.js';

/** What every element has: its package's version, the language it stands in and the sentences of that language. */
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
