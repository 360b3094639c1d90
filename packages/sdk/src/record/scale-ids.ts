/**
 * The id of the one scale.
 *
 * Repeated from the contract, which a test checks, because its labels and anchors would double the weight of a client
 * that shows none of them.
 */
export const scaleId = 'collateral-5@1';

/** Ids of the reasons of the one scale. */
export const reasonIds: readonly string[] = [
  'outdated',
  'inaccurate',
  'wrong-audience',
  'too-long',
  'hard-to-find',
  'off-message',
  'unclear',
  'other',
];
