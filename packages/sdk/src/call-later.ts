import type { Later } from './assemble-later.js';

type LaterName = Exclude<keyof Later, 'drafts'>;

const names: readonly LaterName[] = [
  'insights',
  'scorecards',
  'disputes',
  'dispute',
  'settleDispute',
  'targets',
  'setTarget',
  'audit',
  'suggestions',
  'suggestion',
  'inbox',
  'notices',
  'transition',
  'merge',
  'unmerge',
  'hide',
  'ratings',
  'pendingRating',
  'pendingWritings',
  'config',
];

/** Creates methods that load the code of what they do with the first call of any of them. */
export function callLater(later: () => Promise<Later>): Pick<Later, LaterName> {
  const methods = names.map((name) => [
    name,
    // Each hands on what it is given to the method of its name.
    async (...given: never[]) => ((await later())[name] as (...given: never[]) => unknown)(...given),
  ]);
  return Object.fromEntries(methods) as Pick<Later, LaterName>;
}
