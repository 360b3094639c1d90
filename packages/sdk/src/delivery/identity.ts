import type { Config } from '../contract/config.js';
import type { Outbox } from '../outbox/outbox.js';
import { ask, type Answer } from '../transport/outcome.js';
import type { Transport } from '../transport/transport.js';

/** Knows whom rows belong to, from what the server says about the caller. */
export interface Identity {
  /** Whom rows of this moment are stored under: the tag of the person, or a name of this page until it is known. */
  owner(): string;
  /** Whether the owner is the tag. */
  isKnown(): boolean;
  /** What the server wants pages to know, and with it the tag. Asked once and kept, asked again after a failure. */
  config(): Promise<Answer<Config>>;
  /** Somebody else is signed in now. */
  forget(): void;
}

/**
 * Creates the identity of one page life. `actor` is the host's local name of the person.
 *
 * Must:
 * 1. never let a row leave under another person than the one it was recorded under;
 * 2. give rows recorded before the tag was known to the tag this page learns, never to one another page learns;
 * 3. drop the local name when the server says that somebody else is signed in: it named the one before.
 */
export function createIdentity(
  outbox: Outbox,
  transport: Transport,
  newId: () => string,
  actor: string | undefined,
): Identity {
  let nameless = actor ? `local:${actor}` : `page:${newId()}`;
  let tag: string | undefined;
  let asked: Promise<Answer<Config>> | undefined;

  async function askConfig(): Promise<Answer<Config>> {
    const answer = await ask(transport, '/v1/config', undefined, ({ body }) => (isConfig(body) ? body : null));
    if (answer.value) {
      // First the tag, then the rows: what is written in between is written under the tag.
      tag = answer.value.actorTag;
      await outbox.reown(nameless, tag);
    } else asked = undefined;
    return answer;
  }

  return {
    owner: () => tag ?? nameless,
    isKnown: () => tag !== undefined,
    config: () => (asked ??= askConfig()),
    forget() {
      tag = asked = undefined;
      nameless = `page:${newId()}`;
    },
  };
}

function isConfig(body: unknown): body is Config {
  const { actorTag, scale } = Object(body) as Partial<Config>;
  return !!actorTag && typeof actorTag === 'string' && typeof scale === 'object';
}
