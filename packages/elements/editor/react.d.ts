// Made by `npm run manifest` from the classes. Change their comments and types, not this file.
import type {
  CollateralErrorEvent,
  CollateralFilterEvent,
  CollateralInsights,
  CollateralProvider,
  CollateralRateEvent,
  CollateralRating,
  CollateralReadyEvent,
  CollateralSelectEvent,
  CollateralStatusEvent,
} from '@collateral/elements';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/** Shows management what is used, what isn't, and what people think of it: an overview, a table of all items, use against rating, and each item. */
export interface CollateralInsightsAttributes extends Omit<
  HTMLAttributes<CollateralInsights>,
  'data' | 'screen' | 'collateralId' | 'period' | 'compare' | 'filter' | 'sort' | 'page'
> {
  /** The item on the screen `item`. */
  'collateral-id'?: CollateralInsights['collateralId'] | undefined;
  /** Figures to show in place of the server's, by screen; only screens that are given are offered. */
  data?: CollateralInsights['data'] | undefined;
  /** Which screen is shown. */
  screen?: CollateralInsights['screen'] | undefined;
  /** The item on the screen `item`. */
  collateralId?: CollateralInsights['collateralId'] | undefined;
  /** The period the figures cover; see `InsightsPeriod`. */
  period?: CollateralInsights['period'] | undefined;
  /** Whether figures stand beside those of the period before. */
  compare?: CollateralInsights['compare'] | undefined;
  /** What the figures are narrowed to, written as in a URL: `kind=deck&team=emea&state=fix-first&search=price`. */
  filter?: CollateralInsights['filter'] | undefined;
  /** What the table is sorted by; see `ItemSort`. */
  sort?: CollateralInsights['sort'] | undefined;
  /** The page of the table, from 1. */
  page?: CollateralInsights['page'] | string | undefined;
  /** A person goes to another screen or item; cancel it to stay. */
  'oncollateral-select'?: ((event: CollateralSelectEvent) => void) | undefined;
  /** A person narrowed, sorted or turned the page. */
  'oncollateral-filter'?: ((event: CollateralFilterEvent) => void) | undefined;
  /** Figures are asked for: `loading`, `loaded`, `failed`. */
  'oncollateral-status'?: ((event: CollateralStatusEvent) => void) | undefined;
}

/** Gives the Collateral elements inside it, also those in shadow roots, the client they save and read with. */
export interface CollateralProviderAttributes extends Omit<
  HTMLAttributes<CollateralProvider>,
  'endpoint' | 'actor' | 'locale' | 'token' | 'client'
> {
  /** Where the host mounts the handler, for example `/collateral`. */
  endpoint?: CollateralProvider['endpoint'] | undefined;
  /** Local name of the signed-in person; see `ClientOptions.actor`. */
  actor?: CollateralProvider['actor'] | undefined;
  /** Language of the elements inside, when it differs from the `lang` around them. */
  locale?: CollateralProvider['locale'] | undefined;
  /** Returns the bearer token; see `ClientOptions.token`. A new function is used from the next request on. */
  token?: CollateralProvider['token'] | undefined;
  /** The client in use: the one set here, else the one made for `endpoint`. Shares a client the page made; undefined goes back to the one made for `endpoint`. */
  client?: CollateralProvider['client'] | undefined;
  /** The elements inside can be used. */
  'oncollateral-ready'?: ((event: CollateralReadyEvent) => void) | undefined;
  /** The client could not be made; `error` says why. */
  'oncollateral-error'?: ((event: CollateralErrorEvent) => void) | undefined;
}

/** Lets a person rate an item on the one scale, saves it and says truthfully how far saving has come. */
export interface CollateralRatingAttributes extends Omit<
  HTMLAttributes<CollateralRating>,
  | 'collateralId'
  | 'version'
  | 'scale'
  | 'summary'
  | 'prompt'
  | 'comment'
  | 'label'
  | 'compact'
  | 'clearable'
  | 'value'
  | 'name'
  | 'required'
  | 'disabled'
  | 'readonly'
  | 'form'
  | 'labels'
  | 'validity'
  | 'validationMessage'
  | 'willValidate'
> {
  /** The item; see `Client.rate`. */
  'collateral-id'?: CollateralRating['collateralId'] | undefined;
  /** The item; see `Client.rate`. */
  collateralId?: CollateralRating['collateralId'] | undefined;
  /** The version shown; left out means the version published now. */
  version?: CollateralRating['version'] | undefined;
  /** The scale the page expects. Anything but the one scale is refused. */
  scale?: CollateralRating['scale'] | undefined;
  /** Also shows what everybody's ratings come to. */
  summary?: CollateralRating['summary'] | undefined;
  /** Asks for a rating after real use, as rarely as the policy says; see `Client.prompts`. */
  prompt?: CollateralRating['prompt'] | undefined;
  /** When a comment is asked for: never, after any rating, or after a low one with reasons to pick. */
  comment?: CollateralRating['comment'] | undefined;
  /** The visible label and accessible name. A `<label>` or `aria-label` names it as well. */
  label?: CollateralRating['label'] | undefined;
  /** One line, for lists: the label is heard and not seen, and a point's meaning is seen while it is looked at. */
  compact?: CollateralRating['compact'] | undefined;
  /** The rating can be withdrawn, with a button or the Delete key. */
  clearable?: CollateralRating['clearable'] | undefined;
  /** The rating, 1 to 5, or null. A read-only rating may show an average between two points. Setting it fires nothing and records nothing; what is not on the scale is null. */
  value?: CollateralRating['value'] | string | undefined;
  /** Name in the form's data; without one nothing is submitted. */
  name?: CollateralRating['name'] | undefined;
  /** The form is not valid without a value. */
  required?: CollateralRating['required'] | undefined;
  /** Greyed out, not focusable, not submitted. */
  disabled?: CollateralRating['disabled'] | undefined;
  /** Shows its value and takes none. */
  readonly?: CollateralRating['readonly'] | undefined;
  /** The person has chosen; cancel it to keep it from being recorded. */
  'oncollateral-rate'?: ((event: CollateralRateEvent) => void) | undefined;
  /** Saving came a step further: `saving`, `stored`, `delivered`, `failed`. */
  'oncollateral-status'?: ((event: CollateralStatusEvent) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'collateral-insights': DetailedHTMLProps<CollateralInsightsAttributes, CollateralInsights>;
      'collateral-provider': DetailedHTMLProps<CollateralProviderAttributes, CollateralProvider>;
      'collateral-rating': DetailedHTMLProps<CollateralRatingAttributes, CollateralRating>;
    }
  }
}
