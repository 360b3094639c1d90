import type { Client } from '@collateral/sdk';
import type { Suggestion, SuggestionDetail } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import type { DeskHost } from '../shared/desk.js';
import type { Words } from './words.js';
import type { Writings } from './writings.js';

/** What an opened suggestion needs of what is around it. */
export interface OpenedHost {
  readonly host: DeskHost;
  readonly client: Client | undefined;
  readonly canWrite: boolean;
  readonly writings: Writings;
  /** Puts the focus somewhere once it is drawn. */
  focusOn(selector: string): void;
  /** A newer state of an opened one is known. */
  take(detail: SuggestionDetail): void;
  /** Somebody else changed one. */
  changed(now: Suggestion): void;
}

/** Draws everything about an opened suggestion but the box for a reply. It is loaded when one is first opened. */
export interface Opened {
  render(detail: SuggestionDetail, id: string, words: Words): TemplateResult;
}
