// Made by `npm run manifest` from the classes. Change their comments and types, not this file.
import type {
  CollateralDisputeEvent,
  CollateralErrorEvent,
  CollateralFilterEvent,
  CollateralInbox,
  CollateralInsights,
  CollateralNoticeEvent,
  CollateralNotices,
  CollateralPlaceEvent,
  CollateralProvider,
  CollateralRateEvent,
  CollateralRating,
  CollateralReadyEvent,
  CollateralReplyEvent,
  CollateralScorecard,
  CollateralSelectEvent,
  CollateralStatusEvent,
  CollateralSuggestEvent,
  CollateralSuggestions,
  CollateralTargetEvent,
  CollateralTransitionEvent,
  CollateralVoteEvent,
} from '@collateral/elements';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/** Shows an owner what waits for them, how long, what they promised and what is overdue, and lets them decide. */
export interface CollateralInboxAttributes extends Omit<
  HTMLAttributes<CollateralInbox>,
  'state' | 'assignee' | 'data'
> {
  /** `open`, `waiting`, `promised`, `overdue` or `closed`. */
  state?: CollateralInbox['state'] | undefined;
  /** Only what was given to this producer or person; empty means all the caller answers for. */
  assignee?: CollateralInbox['assignee'] | undefined;
  /** An inbox to show in place of the server's. Suggestions with their replies and history can be opened. */
  data?: CollateralInbox['data'] | undefined;
  /** A person decides; cancel it to keep it from being sent. */
  'oncollateral-transition'?: ((event: CollateralTransitionEvent) => void) | undefined;
  /** A person answers; cancelable. */
  'oncollateral-reply'?: ((event: CollateralReplyEvent) => void) | undefined;
  /** A person wants to see the place a suggestion is about. */
  'oncollateral-place'?: ((event: CollateralPlaceEvent) => void) | undefined;
  /** A person wants to see the item. */
  'oncollateral-select'?: ((event: CollateralSelectEvent) => void) | undefined;
  /** The inbox is asked for: `loading`, `loaded`, `failed`. */
  'oncollateral-status'?: ((event: CollateralStatusEvent) => void) | undefined;
}

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
  /** What the figures are narrowed to, written as in a URL: `kind=deck&team=emea&state=fix-first&search=price`; `afterUse=true` for ratings after use only. */
  filter?: CollateralInsights['filter'] | undefined;
  /** What the table is sorted by; see `ItemSort`. */
  sort?: CollateralInsights['sort'] | undefined;
  /** The page of the table, from 1. */
  page?: CollateralInsights['page'] | string | undefined;
  /** A person goes to another screen or item; cancel it to stay. */
  'oncollateral-select'?: ((event: CollateralSelectEvent) => void) | undefined;
  /** A person narrowed, sorted or turned the page. */
  'oncollateral-filter'?: ((event: CollateralFilterEvent) => void) | undefined;
  /** A person disputes a rating. Cancel it to keep it from being sent. */
  'oncollateral-dispute'?: ((event: CollateralDisputeEvent) => void) | undefined;
  /** Figures are asked for: `loading`, `loaded`, `failed`. */
  'oncollateral-status'?: ((event: CollateralStatusEvent) => void) | undefined;
}

/** Tells people what was done about what they suggested, supported or rated low, and asks them to rate it again. */
export interface CollateralNoticesAttributes extends Omit<HTMLAttributes<CollateralNotices>, 'collateralId' | 'data'> {
  /** Only notices about this item, and nothing at all while there are none; empty means all. */
  'collateral-id'?: CollateralNotices['collateralId'] | undefined;
  /** Only notices about this item, and nothing at all while there are none; empty means all. */
  collateralId?: CollateralNotices['collateralId'] | undefined;
  /** Notices to show in place of the server's. */
  data?: CollateralNotices['data'] | undefined;
  /** A person wants to rate the item again. */
  'oncollateral-select'?: ((event: CollateralSelectEvent) => void) | undefined;
  /** A person says that it is fixed, or closes the notice; cancelable. */
  'oncollateral-notice'?: ((event: CollateralNoticeEvent) => void) | undefined;
  /** The notices are asked for: `loading`, `loaded`, `failed`. */
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
  | 'notices'
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
  /** Tells what was done about what the person asked for, and asks for another rating. */
  notices?: CollateralRating['notices'] | undefined;
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
  /** The person says that it is fixed, or closes the notice; cancelable. */
  'oncollateral-notice'?: ((event: CollateralNoticeEvent) => void) | undefined;
}

/** Shows how those who make collateral, or those who use it, do: each measure with its interval, its target, how it changed, its course, and how it is counted; compares producers or teams as intervals on one axis; lets those who may set targets; lists disputed ratings, which whoever manages the item settles; and tells who changed what. */
export interface CollateralScorecardAttributes extends Omit<
  HTMLAttributes<CollateralScorecard>,
  | 'screen'
  | 'subject'
  | 'subjectId'
  | 'period'
  | 'compare'
  | 'measure'
  | 'itemHref'
  | 'suggestionHref'
  | 'order'
  | 'data'
  | 'evidence'
> {
  /** Id of the producer or team; empty for the organisation. */
  'subject-id'?: CollateralScorecard['subjectId'] | undefined;
  /** Where an item is found, with `{id}` for its id, for example `/items/{id}`: names behind a number become links. */
  'item-href'?: CollateralScorecard['itemHref'] | undefined;
  /** Where a suggestion is found, with `{id}` for its id. */
  'suggestion-href'?: CollateralScorecard['suggestionHref'] | undefined;
  /** One `scorecard`, the `comparison` of all producers or teams, the `disputes` about ratings, or the `audit` trail. */
  screen?: CollateralScorecard['screen'] | undefined;
  /** Whom it is about: `producer`, `team` or `organisation`; for a comparison what is compared. */
  subject?: CollateralScorecard['subject'] | undefined;
  /** Id of the producer or team; empty for the organisation. */
  subjectId?: CollateralScorecard['subjectId'] | undefined;
  /** As in the insights, for example `last-30-days`, `2026-05` or `2026-Q2`, or up to 12 whole months such as `2026-02..2026-07`. */
  period?: CollateralScorecard['period'] | undefined;
  /** What the period is compared with: `previous` or `year-before`. */
  compare?: CollateralScorecard['compare'] | undefined;
  /** By which measure producers or teams are compared, for example `P5`; empty for the first with figures. */
  measure?: CollateralScorecard['measure'] | undefined;
  /** Where an item is found, with `{id}` for its id, for example `/items/{id}`: names behind a number become links. */
  itemHref?: CollateralScorecard['itemHref'] | undefined;
  /** Where a suggestion is found, with `{id}` for its id. */
  suggestionHref?: CollateralScorecard['suggestionHref'] | undefined;
  /** Ids of producers or teams in the order to compare them in; the others follow by name. */
  order?: CollateralScorecard['order'] | undefined;
  /** A scorecard, comparison or list of disputes to show in place of the server's. */
  data?: CollateralScorecard['data'] | undefined;
  /** What is behind a number, for `data`; it is shown once a person asks for it. */
  evidence?: CollateralScorecard['evidence'] | undefined;
  /** A person wants to see what is behind a number (`screen` is `evidence`), the scorecard of somebody compared (`scorecard`), or compares by another measure (`comparison`). Cancel it to show that yourself. */
  'oncollateral-select'?: ((event: CollateralSelectEvent) => void) | undefined;
  /** A person chose another `period`; the element shows it by itself. */
  'oncollateral-filter'?: ((event: CollateralFilterEvent) => void) | undefined;
  /** A person sets or changes a target. Cancel it to keep it from being sent. */
  'oncollateral-target'?: ((event: CollateralTargetEvent) => void) | undefined;
  /** A person settles a dispute. Cancel it to keep it from being sent. */
  'oncollateral-dispute'?: ((event: CollateralDisputeEvent) => void) | undefined;
  /** The scorecard is asked for: `loading`, `loaded`, `failed`. */
  'oncollateral-status'?: ((event: CollateralStatusEvent) => void) | undefined;
}

/** Lets people suggest how to improve an item, support what others suggested, answer, and see what became of it; without an item it takes requests for content that does not exist. */
export interface CollateralSuggestionsAttributes extends Omit<
  HTMLAttributes<CollateralSuggestions>,
  'collateralId' | 'version' | 'about' | 'status' | 'sort' | 'readonly' | 'data'
> {
  /** The item; empty means requests for content that does not exist. */
  'collateral-id'?: CollateralSuggestions['collateralId'] | undefined;
  /** The item; empty means requests for content that does not exist. */
  collateralId?: CollateralSuggestions['collateralId'] | undefined;
  /** The version of the item the page shows; empty means the one published. */
  version?: CollateralSuggestions['version'] | undefined;
  /** The place of the item a new suggestion points at, for example the slide that is open in the page's viewer. */
  about?: CollateralSuggestions['about'] | undefined;
  /** One status, `open` or `closed`; empty means all but duplicates. */
  status?: CollateralSuggestions['status'] | undefined;
  /** `supporters`, `newest`, `changed` or `due`. */
  sort?: CollateralSuggestions['sort'] | undefined;
  /** Nothing can be written or supported here. */
  readonly?: CollateralSuggestions['readonly'] | undefined;
  /** A list to show in place of the server's. Suggestions with their replies and history can be opened. */
  data?: CollateralSuggestions['data'] | undefined;
  /** A person suggests something; cancel it to keep it from being recorded. */
  'oncollateral-suggest'?: ((event: CollateralSuggestEvent) => void) | undefined;
  /** A person supports a suggestion or takes that back; cancelable. */
  'oncollateral-vote'?: ((event: CollateralVoteEvent) => void) | undefined;
  /** A person answers; cancelable. */
  'oncollateral-reply'?: ((event: CollateralReplyEvent) => void) | undefined;
  /** A person decides; cancelable. */
  'oncollateral-transition'?: ((event: CollateralTransitionEvent) => void) | undefined;
  /** A person wants to see the place a suggestion is about. */
  'oncollateral-place'?: ((event: CollateralPlaceEvent) => void) | undefined;
  /** The list is asked for: `loading`, `loaded`, `failed`. */
  'oncollateral-status'?: ((event: CollateralStatusEvent) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'collateral-inbox': DetailedHTMLProps<CollateralInboxAttributes, CollateralInbox>;
      'collateral-insights': DetailedHTMLProps<CollateralInsightsAttributes, CollateralInsights>;
      'collateral-notices': DetailedHTMLProps<CollateralNoticesAttributes, CollateralNotices>;
      'collateral-provider': DetailedHTMLProps<CollateralProviderAttributes, CollateralProvider>;
      'collateral-rating': DetailedHTMLProps<CollateralRatingAttributes, CollateralRating>;
      'collateral-scorecard': DetailedHTMLProps<CollateralScorecardAttributes, CollateralScorecard>;
      'collateral-suggestions': DetailedHTMLProps<CollateralSuggestionsAttributes, CollateralSuggestions>;
    }
  }
}
