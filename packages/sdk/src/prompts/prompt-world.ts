import type { Config } from '../contract/config.js';
import type { PromptStanding } from '../contract/prompts.js';
import type { Platform, Tab } from '../platform.js';
import type { ItemReference } from '../record/record-input.js';

/** What this device remembers about requests to one person. */
export interface PromptMemory {
  /** Requests of the last days, oldest first. */
  readonly asked: readonly { readonly collateralId: string; readonly atMs: number }[];
  /** The last dismissal in milliseconds since 1970; 0 when there was none. */
  readonly dismissedMs: number;
}

/** What deciding needs of the client. */
export interface PromptWorld {
  readonly platform: Platform;
  readonly tab: Pick<Tab, 'isBusy'>;
  readonly newId: () => string;
  /** Whether anything may be recorded about the person. */
  mayObserve(): boolean;
  /** What the server wants pages to know; rejects when it can't be reached. */
  config(): Promise<Config>;
  /** What the server knows of requests on all devices; rejects when it can't be reached. */
  standing(): Promise<PromptStanding>;
  /** Whether the person could rate the item and has not; rejects when nobody knows. */
  isUnrated(item: ItemReference): Promise<boolean>;
  /** Changes what this device remembers about the person, in one step for all its pages. */
  amend(change: (memory: PromptMemory | undefined) => PromptMemory): Promise<PromptMemory>;
  /** Records what became of a request. */
  record(response: ItemReference & { readonly promptId: string; readonly answer: string }): void;
}
