import type { PromptLimits } from './prompts.js';
import type { Scale } from './scale.js';

/** Reply to `GET /v1/config`: what a page has to know before it asks anything of a person. */
export interface Config {
  /** The only protocol number this server takes in a batch. */
  readonly protocol: 1;
  /** The scale every item is rated on. */
  readonly scale: Scale;
  /** Ratings up to this value count as low. */
  readonly lowRating: number;
  /** Fewest people a figure may be about. */
  readonly minimumGroup: number;
  /** How often the caller may be asked to rate. */
  readonly prompts: PromptLimits;
  /** Opaque tag of the signed-in person. Rows are kept under it and never leave under another. */
  readonly actorTag: string;
  /** What the caller may do. */
  readonly may: {
    /** False for services. */
    readonly rate: boolean;
    /** True for admins and services. */
    readonly editItems: boolean;
    /** True for producers, managers, admins, auditors and services. Whose figures they see is another question. */
    readonly seeInsights: boolean;
  };
}
