import { warnOnce } from '../shared/warn-once.js';

/** Warns that a rating has nowhere to save. */
export function warnUnconnected(): void {
  const fix = 'Put it inside <collateral-provider endpoint="…">.';
  warnOnce('no-client', `A collateral-rating found no client and cannot save. ${fix}`);
}

/** Warns that nobody can hear what is rated; checkers like axe stay silent about it. */
export function warnUnnamed(): void {
  const fix = 'Set label="…" or add a <label>.';
  warnOnce('no-name', `A collateral-rating has no name, so a screen reader cannot say what is rated. ${fix}`);
}
