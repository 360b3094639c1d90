import type { ErrorCode } from './contract/errors.js';

/** Events the server has: stored now or known from an earlier try. */
export interface Delivered {
  /** In the order they were sent. */
  readonly ids: readonly string[];
  /** The items they are about, each once. */
  readonly collateralIds: readonly string[];
}

/** An event the server refused for good. It is kept in the dead-letter list. */
export interface Rejected {
  /** UUIDv7 of the event. */
  readonly id: string;
  /** docs/errors.md says what to do about each. */
  readonly code: ErrorCode;
  /** What was wrong and what to do. */
  readonly message: string;
}

/** Why events were given up without an answer of the server. */
export type DropReason = 'queue-full' | 'too-old' | 'consent-denied' | 'page-closed';

/** Events that were given up, counted by reason in `status()`. */
export interface Dropped {
  /** One for all of them. */
  readonly reason: DropReason;
  /** At least one. */
  readonly ids: readonly string[];
}

/** Sending did not work; the rows are kept. */
export interface Stalled {
  /** docs/errors.md says what to do about each. */
  readonly code: ErrorCode;
  /** What happened and what to do, in English. */
  readonly message: string;
  /** When the next try is due, ISO 8601 UTC; null when something has to change first (a new sign-in, for example). */
  readonly nextAttemptAt: string | null;
}

/** What a client tells its host, by name. */
export interface Signals {
  /** The server has events. */
  readonly delivered: Delivered;
  /** The server refused one event for good. */
  readonly rejected: Rejected;
  /** Events were given up without an answer. */
  readonly dropped: Dropped;
  /** Sending failed, or must wait for somebody. */
  readonly stalled: Stalled;
  /** Nothing is waiting any more. */
  readonly drained: Readonly<Record<string, never>>;
  /** Somebody else is signed in from now on; what a page shows of the one before has to go. */
  readonly 'actor-changed': Readonly<Record<string, never>>;
}

/** The name of a signal. */
export type SignalName = keyof Signals;

/** A signal as a DOM event: its `detail` says what happened. */
export type SignalEvent<Name extends SignalName> = CustomEvent<Signals[Name]>;

/** Called with a signal. */
export type SignalListener<Name extends SignalName> = (event: SignalEvent<Name>) => void;

/** Tells the host's listeners. */
export type EmitSignal = <Name extends SignalName>(name: Name, detail: Signals[Name]) => void;
