import { CollateralStatusEvent } from '../shared/events.js';
import type { RatingStrings } from '../shared/strings.js';

/** Where the saving of the person's last action stands, and why it does not go on. */
export type SaveProgress =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'stored'; readonly id: string; readonly isDurable: boolean; readonly waits: Obstacle | undefined }
  | { readonly state: 'delivered'; readonly id: string }
  | { readonly state: 'failed'; readonly id?: string; readonly reason: SaveFailure; readonly code: string };

/**
 * Why an action was not saved: there is no client, the device could not keep it, the server refused it for good, or it
 * was given up before it could be sent. The first two can be tried again with the same choice.
 */
type SaveFailure = 'no-client' | 'not-stored' | 'refused' | 'dropped';

/** What somebody has to mend before a stored action can be sent; named like its sentence. */
export type Obstacle = 'waitsForSignIn' | 'waitsForOwner' | 'waitsForPermission';

const obstacles: Readonly<Record<string, Obstacle>> = {
  'not-signed-in': 'waitsForSignIn',
  'actor-changed': 'waitsForOwner',
  forbidden: 'waitsForPermission',
  'origin-refused': 'waitsForPermission',
};

const failures = {
  'no-client': 'noClient',
  'not-stored': 'notStored',
  refused: 'refused',
  dropped: 'dropped',
} as const;

/** Returns what a person has to know about a stall; undefined when waiting is all it takes. */
export function obstacleOf(code: string | undefined): Obstacle | undefined {
  return code === undefined ? undefined : obstacles[code];
}

/** Returns what a person is told about it. */
export function describeProgress(progress: SaveProgress, strings: RatingStrings): string {
  switch (progress.state) {
    case 'idle':
      return '';
    case 'stored':
      return strings[progress.waits ?? (progress.isDurable ? 'stored' : 'storedInMemory')];
    case 'failed':
      return strings[failures[progress.reason]];
    default:
      return strings[progress.state];
  }
}

/** Returns the event that tells the page; undefined when there is nothing to tell. */
export function statusEventOf(
  progress: SaveProgress,
  collateralId: string,
  strings: RatingStrings,
): CollateralStatusEvent | undefined {
  if (progress.state === 'idle') return undefined;
  const { state, id, code } = { id: undefined, code: undefined, ...progress };
  return new CollateralStatusEvent({ collateralId, state, id, code, message: describeProgress(progress, strings) });
}
