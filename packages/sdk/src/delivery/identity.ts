import type { Config } from '../contract/config.js';
import type { Outbox } from '../outbox/outbox.js';
import type { Answer } from '../transport/outcome.js';

/** Knows whom rows belong to. */
export interface Identity {
  /** Whom rows of this moment are stored under. */
  owner(): string;
  /** Whether the tag of the signed-in person is known. */
  isKnown(): boolean;
  /** The tag of the signed-in person, asked for when it is not known yet. */
  learn(): Promise<Answer<string>>;
  /** Takes the tag the server gave, and gives it the rows of this page life. */
  adopt(actorTag: string): void;
  /** Somebody else is signed in now. */
  forget(): void;
}

/** What an identity works with. */
export interface IdentityParts {
  readonly outbox: Outbox;
  /** The host's local name of the person. */
  readonly actor: string | undefined;
  readonly newId: () => string;
  readonly readConfig: () => Promise<Answer<Config>>;
  readonly forgetConfig: () => void;
}

/**
 * Creates the identity of one page life.
 *
 * Must:
 * 1. never let a row leave under another person than the one it was recorded under;
 * 2. give rows recorded before the tag was known to the tag this page learns, never to one another page learns;
 * 3. forget the host's local name when the server says that somebody else is signed in: it named the one before.
 */
export function createIdentity({ outbox, actor, newId, readConfig, forgetConfig }: IdentityParts): Identity {
  let nameless = actor === undefined ? `page:${newId()}` : `local:${actor}`;
  let tag: string | null = null;
  let reowning: Promise<unknown> = Promise.resolve();

  return {
    owner: () => tag ?? nameless,
    isKnown: () => tag !== null,
    async learn() {
      if (tag === null) {
        const { failure } = await readConfig();
        if (failure) return { failure };
      }
      await reowning;
      return { value: tag ?? nameless };
    },
    adopt(actorTag) {
      if (tag !== null) return;
      tag = actorTag;
      reowning = outbox.reown(nameless, actorTag);
    },
    forget() {
      tag = null;
      nameless = `page:${newId()}`;
      forgetConfig();
    },
  };
}
