/** What a person allowed. `unknown`: not asked yet. */
export type Consent = 'granted' | 'denied' | 'unknown';

/** What consent lets happen to an event: keep it, hold it in memory, or nothing. */
export function mayRecord(consent: Consent, isWritten: boolean): 'keep' | 'hold' | 'nothing' {
  if (consent === 'granted') return 'keep';
  // What somebody wrote by hand waits for the answer; watching somebody before it is no question of storage.
  return consent === 'unknown' && isWritten ? 'hold' : 'nothing';
}
