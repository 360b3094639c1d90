import type { Place, Suggestions } from '@collateral/sdk/contract';

/** Where the element is, and what a person chose there. */
export interface SuggestionsPlace {
  /** Empty means requests for content that does not exist. */
  readonly collateralId: string;
  /** The version the page shows; empty means the one published. */
  readonly version: string;
  /** What a new suggestion points at. */
  readonly about: Place | undefined;
  /** One status, `open`, `closed`, or empty for all but duplicates. */
  readonly status: string;
  readonly sort: string;
  readonly isReadonly: boolean;
  /** What the page gave; it goes before anything else. */
  readonly data: Suggestions | undefined;
  /** A person narrows or sorts. */
  readonly choose: (fields: { readonly status?: string; readonly sort?: string }) => void;
}

/** What the status can be narrowed to, beside all. */
export const statusChoices = [
  'open',
  'new',
  'accepted',
  'in-progress',
  'shipped',
  'declined',
  'duplicate',
  'closed',
] as const;

/** What the list can be sorted by. */
export const sortChoices = ['supporters', 'newest', 'changed', 'due'] as const;
