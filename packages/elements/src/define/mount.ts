import type { CollateralProvider } from '../provider/collateral-provider.js';
import type { CollateralRating } from '../rating/collateral-rating.js';

/** What {@link mount} puts into a page. Any other property of the element may be given as well, for example `summary: true`. */
export interface MountOptions extends Partial<Pick<CollateralRating, RatingProperty>> {
  /** Which element. */
  readonly element: 'rating';
  /** The item; see `collateral-id`. */
  readonly collateralId: string;
  /** Where the host mounts the handler. Leave it out inside a `collateral-provider`. */
  readonly endpoint?: string;
  /** Returns the bearer token; see `ClientOptions.token`. */
  readonly token?: NonNullable<CollateralProvider['token']>;
}

type RatingProperty =
  'clearable' | 'comment' | 'compact' | 'disabled' | 'label' | 'prompt' | 'readonly' | 'scale' | 'summary' | 'version';

/** A mounted element and the way to take it out again. */
export interface Mounted {
  /** The element in the page. */
  readonly element: CollateralRating;
  /** Takes out what was put in. */
  remove(): void;
}

/**
 * Puts an element into a page whose editor strips unknown tags, and loads the elements when it is called for the first time.
 *
 * @example
 * ```ts
 * await mount('#rate-deck-42', { element: 'rating', collateralId: 'deck-42', endpoint: '/collateral', label: 'Rate this deck' });
 * ```
 * @param target an element or a selector; what is in it stays
 * @throws CollateralError `invalid-option`.
 */
export async function mount(target: Element | string, options: MountOptions): Promise<Mounted> {
  const place = typeof target === 'string' ? document.querySelector(target) : target;
  const { element: kind, endpoint, token, ...properties } = options;
  if (!place)
    return refuse(`target must be an element of the page, got ${typeof target === 'string' ? target : 'none'}.`);
  const tags: Readonly<Record<string, 'collateral-rating'>> = { rating: 'collateral-rating' };
  const tag = Object.hasOwn(tags, kind) ? tags[kind] : undefined;
  if (!tag) return refuse(`element must be rating, got ${kind}.`);
  // A page that has loaded the elements another way has enough of one copy.
  if (!customElements.get(tag)) await import('./all.js');
  const element = document.createElement(tag);
  const unknown = Object.keys(properties).find((name) => !(name in element));
  if (unknown) return refuse(`${unknown} is no property of ${tag}. See its reference.`);
  Object.assign(element, properties);
  if (!endpoint) {
    place.append(element);
    return { element, remove: () => element.remove() };
  }
  const provider = document.createElement('collateral-provider');
  Object.assign(provider, { endpoint, token });
  provider.append(element);
  place.append(provider);
  return { element, remove: () => provider.remove() };
}

async function refuse(message: string): Promise<never> {
  const { CollateralError } = await import('@collateral/sdk');
  throw new CollateralError('invalid-option', message);
}
