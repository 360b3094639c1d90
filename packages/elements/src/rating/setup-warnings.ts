import { warnOnce } from '../shared/warn-once.js';

/** What only the page can mend: a rating has nowhere to save, or nobody can hear what is rated (checkers like axe stay silent). */
export type SetupFault = 'unconnected' | 'unnamed';

const faults: Readonly<Record<SetupFault, readonly [code: string, message: string]>> = {
  unconnected: [
    'no-client',
    'A collateral-rating found no client and cannot save. Put it inside <collateral-provider endpoint="…">.',
  ],
  unnamed: [
    'no-name',
    'A collateral-rating has no name, so a screen reader cannot say what is rated. Set label="…" or add a <label>.',
  ],
};

/** Warns about a fault, once per page. */
export function warnOf(fault: SetupFault): void {
  warnOnce(...faults[fault]);
}
