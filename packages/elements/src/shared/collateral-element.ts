import { LitElement } from 'lit';
import { formatNumber } from './format-number.js';
import { nearestLanguage } from './nearest-language.js';
import { stringsFor } from './strings-for.js';
import type { Strings } from './strings.js';
import { packageVersion } from './version.js';

/** What every element has: its package's version, the language it stands in and the sentences of that language. */
export abstract class CollateralElement extends LitElement {
  /** Told in the warning when two copies define the same tag. */
  static readonly packageVersion: string = packageVersion;

  /** The language around the element, read at each use because nothing tells when it changes. */
  protected get language(): string {
    return nearestLanguage(this);
  }

  protected get strings(): Strings {
    return stringsFor(this.language);
  }

  /** Writes a number in the language around the element. */
  protected readonly writeNumber = (value: number, digits = 0): string => formatNumber(value, this.language, digits);
}
