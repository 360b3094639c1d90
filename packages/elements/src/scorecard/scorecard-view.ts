import type { Scorecard } from '@collateral/sdk/contract';
import type { Writer } from '../figures/writer.js';
import type { StartTimer } from '../shared/start-timer.js';
import type { ScorecardStrings } from './scorecard-strings.js';

/** Everything a scorecard is drawn from. */
export interface ScorecardView {
  readonly scorecard: Scorecard | undefined;
  readonly isLoading: boolean;
  /** Why there is none, or no new one; `no-client` when there is nobody to ask. */
  readonly trouble: string | undefined;
  readonly strings: ScorecardStrings;
  readonly write: Writer;
  readonly startTimer: StartTimer;
  readonly refresh: () => void;
  /** A person wants to see what is behind a number. */
  readonly select: (measure: string) => void;
}
