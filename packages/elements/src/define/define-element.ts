import type { CollateralElement } from '../shared/collateral-element.js';
import { warnOnce } from '../shared/warn-once.js';

/** A class of this package. */
export type ElementClass = CustomElementConstructor & Pick<typeof CollateralElement, 'packageVersion'>;

/**
 * Registers a tag unless it is taken: two copies of this package on one page are a warning, not an error. The first stays.
 */
export function defineElement(tag: string, elementClass: ElementClass): void {
  const present: (CustomElementConstructor & { packageVersion?: string }) | undefined = customElements.get(tag);
  if (!present) customElements.define(tag, elementClass);
  if (!present || present === elementClass) return;
  const versions = `version ${present.packageVersion ?? 'unknown'} stays, version ${elementClass.packageVersion} is ignored`;
  // A second copy defines every tag again: that is one mistake, not one for each tag.
  warnOnce('already-defined', `<${tag}> is defined twice: ${versions}. Load @collateral/elements once.`, versions);
}
