import type { Strings } from '../shared/strings.js';

/** Where the saving of the person's last action stands, and why it does not go on. */
export type SaveProgress =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'stored'; readonly id: string; readonly isDurable: boolean; readonly waitsForSignIn: boolean }
  | { readonly state: 'delivered'; readonly id: string }
  | { readonly state: 'failed'; readonly id?: string; readonly reason: SaveFailure; readonly code: string };

/**
 * Why an action was not saved: there is no client, the device could not keep it, the server refused it for good, or it
 * was given up before it could be sent. The first two can be tried again with the same choice.
 */
type SaveFailure = 'no-client' | 'not-stored' | 'refused' | 'dropped';

/** Returns what a person is told about it. */
export function describeProgress(progress: SaveProgress, strings: Strings): string {
  switch (progress.state) {
    case 'idle':
      return '';
    case 'stored':
      if (progress.waitsForSignIn) return strings.waitsForSignIn;
      return progress.isDurable ? strings.stored : strings.storedInMemory;
    case 'failed':
      return describeFailure(progress.reason, progress.code, strings);
    default:
      return strings[progress.state];
  }
}

function describeFailure(reason: SaveFailure, code: string, strings: Strings): string {
  if (reason === 'no-client') return strings.noClient;
  if (reason === 'not-stored') return strings.notStored;
  return reason === 'dropped' ? strings.dropped : strings.refused(code);
}
