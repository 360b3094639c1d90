/** When a comment is asked for. */
export type CommentWhen = 'none' | 'optional' | 'when-low';

/** What a person adds to a rating. */
export interface Remark {
  readonly comment?: string;
  readonly reasons?: readonly string[];
  readonly tellOwner?: boolean;
}
